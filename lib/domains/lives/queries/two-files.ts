/** Two files side by side, for deciding whether they are one family. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { mayEdit } from "#lib/domains/households/subject.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { TwoHouseholds } from "../input.ts";
import { seenHousehold } from "../inside/plan.ts";
import { type OnRoll, rollOf } from "../inside/roll.ts";

export type File = {
  id: string;
  householdNo: string;
  headName: string;
  place: string;
  groupName: string | null;
  status: string;
  roll: OnRoll[];
  visits: number;
  pairings: number;
};

export const twoFiles = query({
  name: "lives.twoFiles",
  input: TwoHouseholds,
  run: async (scope, { household, other }): Promise<[File, File]> => {
    const { sql, viewer } = scope;
    const fileOf = async (id: string): Promise<File> => {
      const home = await seenHousehold(scope, id);
      if (!home) throw notFound();
      if (!mayEdit(viewer, home)) throw refused();
      const [counted] = await sql<{ year: number; visits: number; pairings: number }>`
        select (select year from registry_year where status = 'OPEN') as year,
          (select count(*)::int from visit v where v.household_id = ${id}::uuid and v.status <> 'WITHDRAWN' and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })}) as visits,
          (select count(*)::int from pairing p where p.household_id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}) as pairings`;
      const { householdNo, headName, place, groupName, status } = home;
      return {
        ...{ id, householdNo, headName, place, groupName, status },
        roll: await rollOf(sql, id, counted?.year ?? 0),
        visits: counted?.visits ?? 0,
        pairings: counted?.pairings ?? 0,
      };
    };
    return [await fileOf(household), await fileOf(other)];
  },
});
