/** watch.list: the families of a place that stand on the watch list, village by village, each with all its reasons. */
import type * as z from "zod";
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { FAMILIES_PER_PAGE, type WatchedFamily } from "../entry.ts";
import { WatchFilter } from "../input.ts";

export type WatchPage = { place: ListPlace; rows: WatchedFamily[]; total: number; from: number };

export const listWatched = query({
  name: "watch.list",
  input: WatchFilter,
  may: opensHouseholds,
  run: async (scope, filter): Promise<WatchPage> => {
    const place = await listPlace(scope, filter.unit);
    const where = join(
      [place.holds({ division: "w.division_id", household: "w.household_id" }), ...chosen(filter)],
      " and ",
    );
    const [{ total } = { total: 0 }] = await scope.sql<{ total: number }>`
      select count(distinct w.household_id)::int as total from watch_entry w where ${where}`;
    const skip = (filter.page - 1) * FAMILIES_PER_PAGE;
    // With one reason chosen the families that have it are listed, still with all their reasons.
    const rows = await scope.sql<WatchedFamily>`
      with families as (select w.household_id, w.division_id from watch_entry w where ${where} group by 1, 2)
      select h.id, h.head_name as "headName", d.name as place, h.group_name as "groupName", h.last_visit_on::text as "lastVisitOn",
        e.since::text as since, ${scope.today}::date - e.since as days, e.reasons
      from families f join household h on h.id = f.household_id join division d on d.id = f.division_id
      cross join lateral (select min(w.found_on) as since, json_agg(json_build_object('reason', w.reason, 'detail', w.detail) order by w.found_on, w.reason) as reasons
        from watch_entry w where w.household_id = f.household_id and ${stateOf(filter)}) e
      order by d.code nulls last, d.id, e.since, h.household_no, h.id limit ${FAMILIES_PER_PAGE} offset ${skip}`;
    return { place, rows, total, from: skip + 1 };
  },
});

type Filter = z.output<typeof WatchFilter>;

const stateOf = ({ state }: Filter): Fragment =>
  state === "open"
    ? sql`w.gone_on is null and w.closed_on is null`
    : sql`w.gone_on is null and w.closed_on is not null`;

function chosen(filter: Filter): Fragment[] {
  const { reason } = filter;
  return reason ? [stateOf(filter), sql`w.reason = ${reason}`] : [stateOf(filter)];
}
