// The reads that people do all day, as the pages do them: measured one by one, and looked at as plans.
import { viewCockpit, viewRows } from "#lib/domains/cockpit/queries.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdMembers, householdYears } from "#lib/domains/households/queries/household-parts.ts";
import { listHouseholds } from "#lib/domains/households/queries/list-households.ts";
import { householdOn } from "#lib/domains/lives/queries/on-day.ts";
import { listPairings } from "#lib/domains/pairings/queries/list-pairings.ts";
import { listUncovered } from "#lib/domains/pairings/queries/uncovered.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { listVisits, visitsOfHousehold } from "#lib/domains/visits/queries/list-visits.ts";
import { myDay } from "#lib/domains/visits/queries/my-day.ts";
import type { Scope } from "#lib/platform/scope.ts";

export type HotRead = { name: string; load: (scope: Scope) => Promise<unknown> };

/** `unit` is where the asker stands, `household` one of theirs, `word` a common part of a name there. */
export function hotReads({ household, word }: { household: string; word: string }): HotRead[] {
  const read = (name: string, load: HotRead["load"]): HotRead => ({ name, load });
  return [
    read("households", (scope) => listHouseholds(scope, {})),
    read("households, poor, by income", (scope) =>
      listHouseholds(scope, { statuses: ["POOR", "PRE_EXIT"], sort: "income" }),
    ),
    read("households, by name", (scope) => listHouseholds(scope, { sort: "name" })),
    read("households, longest not visited", (scope) => listHouseholds(scope, { sort: "visit" })),
    read("households, without helper", (scope) => listHouseholds(scope, { paired: "no" })),
    read("households, named", (scope) => listHouseholds(scope, { q: word })),
    read("household", async (scope) => {
      await getHousehold(scope, { id: household });
      await householdMembers(scope, { id: household });
    }),
    read("household, its years", (scope) => householdYears(scope, { id: household })),
    read("household, on a past day", (scope) => householdOn(scope, { household, on: "2021-06-01" })),
    read("household, visits", (scope) => visitsOfHousehold(scope, { household })),
    read("visits", (scope) => listVisits(scope, {})),
    read("pairings", (scope) => listPairings(scope, {})),
    read("pairings, who has no helper", (scope) => listUncovered(scope, {})),
    read("my day", (scope) => myDay(scope, {})),
    read("search", (scope) => findAnything(scope, { q: word })),
    read("search by pinyin", (scope) => findAnything(scope, { q: "zhaxi" })),
    read("search by initials", (scope) => findAnything(scope, { q: "zx" })),
    read("cockpit", (scope) => viewCockpit(scope, {})),
    read("rows behind R2.3", (scope) => viewRows(scope, { indicator: "R2.3", part: "missing" })),
    read("rows behind R2.1", (scope) => viewRows(scope, { indicator: "R2.1", part: "missing" })),
  ];
}
