/**
 * Where a change of the tree leaves the targets of a year in a place of another day: a unit with targets was merged away, moved under
 * another parent or split after they were set. It drifts until somebody settles it for that year (target_settlement).
 */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Scope, Work } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";

export type Drift = {
  event: string;
  kind: "MERGE" | "MOVE" | "SPLIT";
  on: string;
  documentNo: string | null;
  node: number;
  name: string;
  /** The unit that it was merged into, that it hangs under now, or that was split off. */
  other: number;
  otherName: string;
  /** Under which unit it hung before, and where the other stands. */
  from: number;
  fromName: string;
  to: number;
  toName: string;
  /** The nearest unit above both: whoever sets targets below it settles. */
  top: number;
  year: number;
  goals: { indicator: string; value: number }[];
};

/** `about`: a condition on the event e. */
export const driftsSql = (year: number | null, about: Fragment): Fragment => sql`
  select e.id as event, e.kind, e.effective_on::text as on, e.document_no as "documentNo", n.id as node, n.name, o.id as other, o.name as "otherName",
    p.id as from, p.name as "fromName", q.id as to, q.name as "toName", top.id as top, t.year, t.goals
  from tree_event e
  join division n on n.id = e.node_id
  join division o on o.id = case e.kind when 'SPLIT' then (e.detail->>'madeId')::int else e.target_id end
  join division p on p.id = case e.kind when 'MOVE' then (e.detail->>'oldParentId')::int else n.parent_id end
  join division q on q.id = case e.kind when 'MOVE' then o.id else coalesce(o.parent_id, o.id) end
  join lateral (select a.ancestor_id as id from division_closure a join division_closure b on b.ancestor_id = a.ancestor_id and b.node_id = q.id and b.to_on is null
    where a.node_id = p.id and a.to_on is null order by a.depth limit 1) top on true
  join lateral (select t.year, json_agg(json_build_object('indicator', t.indicator, 'value', t.value) order by t.indicator) as goals from target t
    where t.division_id = e.node_id and t.set_at < coalesce(e.done_at, e.created_at) and t.year >= extract(year from e.effective_on)
      and (${year}::int is null or t.year = ${year}::int) group by t.year) t on true
  where e.tree = 'DIVISION' and e.status = 'DONE' and e.kind in ('MERGE', 'MOVE', 'SPLIT') and e.detail->>'along' is null and ${about}
    and not exists (select 1 from target_settlement s where s.event_id = e.id and s.year = t.year)`;

/** Of a year, where the unit or one right below it is touched. */
export async function driftsOf({ sql: ask, viewer }: Scope, unit: number, year: number) {
  const rows =
    await ask<Drift>`select * from (${driftsSql(year, sql`true`)}) x where ${unit} in (x.from, x.to, x.top) order by x.on desc limit 20`;
  return rows.map((row) => ({ ...row, maySettle: may(viewer, "target.edit", row.top) }));
}

/** One by its event and year; out of reach reads as not there. */
export async function driftOf(
  { sql: ask, viewer }: Work,
  event: string,
  year: number,
): Promise<Drift | null> {
  const [row] = await ask<Drift>`select * from (${driftsSql(year, sql`e.id = ${event}::uuid`)}) x`;
  return row && [row.node, row.from, row.to].some((id) => reaches(viewer, id)) ? row : null;
}
