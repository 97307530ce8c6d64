// A family of four in 雪通村 with two years of rolls, and what the tests of its life ask of it.
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdMembers, householdYears } from "#lib/domains/households/queries/household-parts.ts";
import { lifeOfHousehold, tiesOfHousehold } from "#lib/domains/lives/queries/of-household.ts";
import { householdOn } from "#lib/domains/lives/queries/on-day.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold, type HouseholdGiven } from "#tests/build/household.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

export function familyLife(database: TestDatabase) {
  const sessions: Record<string, Session> = {};
  const as = (who: string): Session => sessions[who] as Session;
  const enter = async (...people: string[]) => {
    for (const who of people) sessions[who] = await signIn(database, who);
  };
  const family = (given: Partial<HouseholdGiven> = {}) =>
    aHousehold(database, {
      divisionId: world.divisions.xuetong.id,
      years: [2025, 2026],
      incomePerHeadFen: 1_200_000n,
      status: "EXITED",
      members: [
        { name: "央金", relation: "SPOUSE", sex: "F", birthOn: "1975-06-01" },
        { name: "嘎玛", relation: "SON", sex: "M", birthOn: "2001-03-18" },
        { name: "曲珍", relation: "DAUGHTER", sex: "F", birthOn: "2004-05-20" },
      ],
      ...given,
    });
  const cadre = () => as("village-cadre");
  const open = (id: string) => reading(cadre(), (scope) => getHousehold(scope, { id }));
  const members = (id: string) => reading(cadre(), (scope) => householdMembers(scope, { id }));
  const years = (id: string) => reading(cadre(), (scope) => householdYears(scope, { id }));
  const life = (household: string) => reading(cadre(), (scope) => lifeOfHousehold(scope, { household }));
  const ties = (household: string) => reading(cadre(), (scope) => tiesOfHousehold(scope, { household }));
  const on = (household: string, day: string) =>
    reading(cadre(), (scope) => householdOn(scope, { household, on: day }));
  const of = async (id: string, name: string) =>
    (await members(id)).find((one) => one.name === name)!.personId;
  return { as, enter, family, open, members, years, life, ties, on, of };
}
