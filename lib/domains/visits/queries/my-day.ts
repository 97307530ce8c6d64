/** My day: the visits that I owe, from the same facts and rules as the indicator; and for the village's own people, who was not visited. */
import { daysBetween } from "#lib/base/calendar.ts";
import { firstDay, lastDay, periodOf, previous } from "#lib/base/period.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Due, type Duty, dueOf, goalOf, onePerHousehold } from "../due.ts";
import { Nothing } from "../input.ts";

export type Unvisited = {
  id: string;
  headName: string;
  place: string;
  groupName: string | null;
  lastVisitOn: string | null;
};

export type MyDay = {
  dues: Due[];
  goal: { done: number; all: number };
  /** Households of my village without any visit this quarter: the first ones, and how many in all. */
  village: { rows: Unvisited[]; total: number; since: string } | null;
};

/** Roles that look after a whole village from the phone. */
const VILLAGE_ROLES = ["FIRST_SECRETARY", "TEAM_MEMBER", "VILLAGE_CADRE"];

export const myDay = query({
  name: "visits.myDay",
  input: Nothing,
  run: async (scope): Promise<MyDay> => {
    const dues = await myDues(scope);
    return { dues: onePerHousehold(dues), goal: goalOf(dues), village: await myVillage(scope) };
  },
});

async function myDues(scope: Scope): Promise<Due[]> {
  const { viewer, today } = scope;
  if (!viewer.personId) return [];
  const month = periodOf(today, "month");
  const quarter = periodOf(today, "quarter");
  const [m0, m9, q0, q9] = [firstDay(month), lastDay(month), firstDay(quarter), lastDay(quarter)];
  const [pm0, pm9] = [firstDay(previous(month)), lastDay(previous(month))];
  const [pq0, pq9] = [firstDay(previous(quarter)), lastDay(previous(quarter))];
  type Row = Omit<Duty, "before"> & { beforeRequired: number; beforeDone: number };
  const rows = await scope.sql<Row>`
    with mine as (
      select p.*, r.period, r.min_count from pairing p
      left join lateral (select period, min_count from visit_rule where helper_kind = p.kind and from_on <= ${today}::date
        and (to_on is null or to_on > ${today}::date) order by from_on desc limit 1) r on true
      where p.helper_id = ${viewer.personId}::uuid and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)),
    now_owed as (
      select 'MONTH' as period, f.pairing_id, f.required, f.done from fact_duties(${m0}::date, ${today}::date, ${m9}::date) f where f.helper_id = ${viewer.personId}::uuid
      union all
      select 'QUARTER', f.pairing_id, f.required, f.done from fact_duties(${q0}::date, ${today}::date, ${q9}::date) f where f.helper_id = ${viewer.personId}::uuid),
    before_owed as (
      select 'MONTH' as period, f.pairing_id, f.required, f.done from fact_duties(${pm0}::date, ${pm9}::date, ${pm9}::date) f where f.helper_id = ${viewer.personId}::uuid
      union all
      select 'QUARTER', f.pairing_id, f.required, f.done from fact_duties(${pq0}::date, ${pq9}::date, ${pq9}::date) f where f.helper_id = ${viewer.personId}::uuid)
    select m.household_id as "householdId", h.head_name as "headName", h.division_id as "divisionId", d.name as place, h.group_name as "groupName",
      h.status, m.kind, m.from_on::text as "fromOn", h.last_visit_on::text as "lastVisitOn", m.period, m.min_count as "minCount",
      coalesce(n.required, 0) as required, coalesce(n.done, 0) as done,
      coalesce(b.required, 0) as "beforeRequired", coalesce(b.done, 0) as "beforeDone",
      exists (select 1 from visit_visitor v where v.household_id = m.household_id and v.person_id = m.helper_id and v.counts
        and v.visited_on >= (case m.period when 'QUARTER' then ${q0}::date else ${m0}::date end)) as "visitedSince"
    from mine m join household h on h.id = m.household_id join division d on d.id = h.division_id
    left join now_owed n on n.pairing_id = m.id and n.period = m.period
    left join before_owed b on b.pairing_id = m.id and b.period = m.period`;
  return rows.map(({ beforeRequired, beforeDone, ...duty }) =>
    dueOf({ ...duty, before: { required: beforeRequired, done: beforeDone } }, m0, q0, (day) =>
      daysBetween(day, today),
    ),
  );
}

async function myVillage({ viewer, today, sql }: Scope): Promise<MyDay["village"]> {
  const nodes = viewer.grants
    .filter((grant) => VILLAGE_ROLES.includes(grant.role))
    .flatMap((grant) => grant.nodes ?? []);
  if (nodes.length === 0) return null;
  const since = firstDay(periodOf(today, "quarter"));
  const rows = await sql<Unvisited & { total: number }>`
    select h.id, h.head_name as "headName", d.name as place, h.group_name as "groupName", h.last_visit_on::text as "lastVisitOn",
      count(*) over ()::int as total
    from household h join division d on d.id = h.division_id
    where h.division_id = any (${nodes}::int[]) and h.status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED')
      and (h.last_visit_on is null or h.last_visit_on < ${since}::date)
    order by h.last_visit_on nulls first, h.group_name, h.id limit 10`;
  return { rows, total: rows[0]?.total ?? 0, since };
}
