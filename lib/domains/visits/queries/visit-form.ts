/** What the visit form needs: the household and whether it is mine; the picker with my households first; and the visit just saved. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { HouseholdOfVisits, HouseholdSearch, VisitId } from "../input.ts";

export type HouseholdToVisit = {
  id: string;
  headName: string;
  divisionId: number;
  place: string;
  groupName: string | null;
  mine: boolean;
  /** So many days after a visit it may still be written down there. */
  lateDays: number;
};

export const householdToVisit = query({
  name: "visits.householdToVisit",
  input: HouseholdOfVisits,
  run: async (scope, { household }): Promise<HouseholdToVisit> => {
    const [row] = await scope.sql<Omit<HouseholdToVisit, "mine" | "lateDays">>`
      select h.id, h.head_name as "headName", h.division_id as "divisionId", d.name as place, h.group_name as "groupName"
      from household h join division d on d.id = h.division_id where h.id = ${household}::uuid and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!row) throw notFound();
    const lateDays = await numberInForce(scope.sql, "late-days", scope.today, row.divisionId);
    return { ...row, mine: scope.viewer.households.includes(row.id), lateDays };
  },
});

export type Choice = {
  id: string;
  headName: string;
  place: string;
  groupName: string | null;
  lastVisitOn: string | null;
  mine: boolean;
};

/** Mine first, those longest not visited on top; with a word, whoever is found within reach. */
export const householdsToVisit = query({
  name: "visits.householdsToVisit",
  input: HouseholdSearch,
  run: (scope, { q }): Promise<Choice[]> => {
    const mine = scope.viewer.households;
    const { word, grams, letters } = searchTerms(q);
    const number = q.toUpperCase();
    const wanted =
      q === ""
        ? sql`h.id = any (${mine}::uuid[])`
        : sql`(h.id = any (array(select subject_id::uuid from sec.search(${word}, ${grams}::text[], ${letters}, array['household'], 60))) or h.household_no = ${number})`;
    return scope.sql<Choice>`
      select h.id, h.head_name as "headName", d.name as place, h.group_name as "groupName", h.last_visit_on::text as "lastVisitOn",
        h.id = any (${mine}::uuid[]) as mine
      from household h join division d on d.id = h.division_id where ${wanted} and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}
      order by h.id = any (${mine}::uuid[]) desc, h.last_visit_on nulls first, h.id limit 30`;
  },
});

/** Right after saving: the household's name, and whether the visit may still be taken back. Nothing for anybody else. */
export const justSaved = query({
  name: "visits.justSaved",
  input: VisitId,
  run: async (scope, { id }): Promise<{ id: string; headName: string; withdrawn: boolean } | null> => {
    const [row] = await scope.sql<{ id: string; headName: string; withdrawn: boolean }>`
      select v.id, h.head_name as "headName", v.status = 'WITHDRAWN' as withdrawn from visit v join household h on h.id = v.household_id
      where v.id = ${id}::uuid and v.recorded_by = ${scope.viewer.accountId} and (v.created_at at time zone 'Asia/Shanghai')::date = beijing_today()`;
    return row ?? null;
  },
});
