/** quality.overview: how doubtful the data of each unit below is, and which villages have handed their year in. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { openYear } from "#lib/domains/households/open-year.ts";
import { query } from "#lib/platform/query.ts";
import { ShowQuality } from "../input.ts";
import { KEPT } from "../inside/record.ts";

export type UnitQuality = {
  id: number;
  name: string;
  households: number;
  persons: number;
  errors: number;
  warnings: number;
  confirmed: number;
  villages: number;
  handedIn: number;
};
export type Submission = {
  id: string;
  status: "SUBMITTED" | "RETURNED";
  accountId: number;
  accountName: string;
  submittedOn: string;
  returnedByName: string | null;
  returnedOn: string | null;
  reason: string | null;
};
export type Overview = {
  place: ListPlace;
  year: number;
  whole: UnitQuality;
  rows: UnitQuality[];
  /** Of a village, the latest. */
  submission: Submission | null;
  /** Something here has changed and is still to be looked over. */
  waits: boolean;
};

export const qualityOverview = query({
  name: "quality.overview",
  input: ShowQuality,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit }): Promise<Overview> => {
    const place = await listPlace(scope, unit);
    const year = await openYear(scope);
    const asked = [place.unit.id, ...place.below.map(({ id }) => id)];
    const found = await scope.sql<UnitQuality>`
      with nodes as (select ancestor_id as unit, node_id from division_closure where ancestor_id = any (${asked}::int[]) and to_on is null),
      f as (select n.unit, count(*) filter (where severity = 'ERROR')::int as errors, count(*) filter (where severity = 'WARN' and confirmed_by is null)::int as warnings,
          count(*) filter (where confirmed_by is not null)::int as confirmed
        from quality_finding q join nodes n on n.node_id = q.division_id where q.gone_on is null group by n.unit),
      h as (select n.unit, count(*)::int as households, sum(member_count)::int as persons from household h join nodes n on n.node_id = h.division_id
        where h.status = any (${[...KEPT]}::text[]) group by n.unit),
      last as (select distinct on (division_id) division_id, status from quality_submission where year = ${year} order by division_id, submitted_at desc),
      v as (select n.unit, count(*)::int as villages, count(*) filter (where last.status = 'SUBMITTED')::int as handed_in
        from nodes n join division d on d.id = n.node_id and d.level = 'VILLAGE' and d.closed_on is null left join last on last.division_id = d.id group by n.unit)
      select d.id, d.name, coalesce(h.households, 0) as households, coalesce(h.persons, 0) as persons, coalesce(f.errors, 0) as errors, coalesce(f.warnings, 0) as warnings,
        coalesce(f.confirmed, 0) as confirmed, coalesce(v.villages, 0) as villages, coalesce(v.handed_in, 0) as "handedIn"
      from unnest(${asked}::int[]) with ordinality a (id, at) join division d on d.id = a.id
      left join f on f.unit = d.id left join h on h.unit = d.id left join v on v.unit = d.id order by a.at`;
    const [whole, ...rows] = found;
    const [submission] = await scope.sql<Submission>`
      select id, status, account_id as "accountId", account_name as "accountName", (submitted_at at time zone 'Asia/Shanghai')::date::text as "submittedOn",
        returned_by_name as "returnedByName", (returned_at at time zone 'Asia/Shanghai')::date::text as "returnedOn", reason
      from quality_submission where division_id = ${place.unit.id} and year = ${year} order by submitted_at desc limit 1`;
    const [waiting] = await scope.sql<{
      waits: boolean;
    }>`select sec.quality_waits(${place.unit.id}) as waits`;
    return {
      ...{ place, year, whole: whole!, rows: rows.filter((row) => row.households > 0 || row.villages > 0) },
      ...{ submission: submission ?? null, waits: waiting?.waits ?? false },
    };
  },
});
