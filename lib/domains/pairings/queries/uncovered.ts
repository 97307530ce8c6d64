/** Households that nobody helps today: since when, who helped last, and whether the unit is late in naming the next (setting “hand-over-days”). */
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { UncoveredFilter } from "../input.ts";
import { PAGE_SIZE, type UncoveredState } from "../pairing.ts";

export type UncoveredRow = {
  id: string;
  headName: string;
  householdNo: string;
  place: string;
  groupName: string | null;
  state: UncoveredState;
  /** The last pairing's end, or for one that never had a helper the day since which it is on the register. */
  since: string | null;
  days: number | null;
  /** The days to name the next, in this place. */
  limit: number;
  lastId: string | null;
  lastHelper: string | null;
  lastUnit: string | null;
  endReason: string | null;
  /** Who is to follow, and from when. */
  nextHelper: string | null;
  nextOn: string | null;
};
export type UncoveredPage = {
  place: ListPlace;
  counts: Record<UncoveredState, number>;
  total: number;
  from: number;
  rows: UncoveredRow[];
};

/** Active households under a place without a pairing of today, the same as the missing ones of R2.1. */
export const uncoveredIn = ({ today }: Pick<Scope, "today">, place: ListPlace): Fragment => sql`
  ${place.holds({ division: "h.division_id", household: "h.id" })}
  and (h.status in ('POOR', 'PRE_EXIT', 'RETURNED') or (h.status = 'EXITED' and ${today}::date < (select policy_period_end())))
  and not exists (select 1 from pairing c where c.household_id = h.id and c.from_on <= ${today}::date and (c.to_on is null or c.to_on > ${today}::date))`;

/** Of the places where a county has days of its own to name the next helper: node_id and days. */
export const ownHandOverDays = (today: string): Fragment => sql`
  select c.node_id, v.days from (
    select distinct on (division_id) division_id, (value #>> '{}')::int as days from unit_setting
    where key = 'hand-over-days' and from_on <= ${today}::date order by division_id, from_on desc) v
  join division_closure c on c.ancestor_id = v.division_id and c.to_on is null`;

export const listUncovered = query({
  name: "pairings.uncovered",
  input: UncoveredFilter,
  may: opensHouseholds,
  run: async (scope, { unit, state, page }): Promise<UncoveredPage> => {
    const { today } = scope;
    const place = await listPlace(scope, unit);
    const usual = await numberInForce(scope.sql, "hand-over-days", today);
    const from = (page - 1) * PAGE_SIZE;
    const rows = await scope.sql<UncoveredRow & { counts: Record<UncoveredState, number>; total: number }>`
      with bare as materialized (
        select h.id, h.head_name, h.household_no, h.division_id, h.group_name from household h where ${uncoveredIn(scope, place)}),
      own as (${ownHandOverDays(today)}),
      dated as (
        select b.*, coalesce(own.days, ${usual}::int) as allowed, last.id as last_id, last.helper_name, last.helper_unit, last.end_reason,
          coalesce(last.to_on, (select min(s.from_on) from household_spell s where s.household_id = b.id and s.status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED'))) as since,
          case when last.id is null then 'never' when ${today}::date - last.to_on + 1 > coalesce(own.days, ${usual}::int) then 'late' else 'within' end as state
        from bare b left join own on own.node_id = b.division_id
        left join lateral (select p.id, p.helper_name, p.helper_unit, p.end_reason, p.to_on from pairing p
          where p.household_id = b.id and p.to_on <= ${today}::date and p.to_on > p.from_on order by p.to_on desc, p.from_on desc limit 1) last on true),
      counted as (
        select jsonb_build_object('never', count(*) filter (where state = 'never'), 'late', count(*) filter (where state = 'late'),
          'within', count(*) filter (where state = 'within')) as counts, (count(*) filter (where ${chosen(state)}))::int as total from dated),
      shown as (
        select * from dated where ${chosen(state)} order by since, id offset ${from}::int limit ${PAGE_SIZE}::int)
      select c.counts, c.total, s.id, s.head_name as "headName", s.household_no as "householdNo", d.name as place, s.group_name as "groupName", s.state,
        s.since::text as since, ${today}::date - s.since + 1 as days, s.allowed as "limit", s.last_id as "lastId", s.helper_name as "lastHelper", s.helper_unit as "lastUnit",
        s.end_reason as "endReason", next.helper_name as "nextHelper", next.from_on::text as "nextOn"
      from counted c left join shown s on true left join division d on d.id = s.division_id
      left join lateral (select p.helper_name, p.from_on from pairing p where p.household_id = s.id and p.from_on > ${today}::date
        and (p.to_on is null or p.to_on > p.from_on) order by p.from_on limit 1) next on true
      order by s.since, s.id`;
    const [first] = rows;
    return {
      place,
      counts: first?.counts ?? { never: 0, late: 0, within: 0 },
      total: first?.total ?? 0,
      from: from + 1,
      rows: rows.filter((row) => row.id !== null).map(({ counts, total, ...row }) => row),
    };
  },
});

const chosen = (state: UncoveredState | undefined) => (state ? sql`state = ${state}` : sql`true`);
