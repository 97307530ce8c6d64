/** divisions.get: one division with its place, what lies below, its lineage, and the changes that wait for their day. */
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { REGISTERED } from "../division.ts";
import { ShowDivision } from "../input.ts";

export type NamedNode = { id: number; name: string; level: string };
export type TreeEventRow = {
  id: string;
  kind: string;
  status: string;
  effectiveOn: string;
  documentNo: string | null;
  /** The other node of the event: where to, or the successor. */
  otherId: number | null;
  otherName: string | null;
  oldParentName: string | null;
  name: string | null;
  oldName: string | null;
  /** Of a Party organization that became, or is to become, one of another kind. */
  newKind: string | null;
  oldKind: string | null;
  /** Moved along because the unit above was closed, or opened because another was split. */
  along: boolean;
  splitFrom: string | null;
  /** The other place that a split speaks of: the part that came to be, or the one that it was taken from. */
  partId: number | null;
  partName: string | null;
  /** Made together with others, and taken back together with them. */
  group: string | null;
  failed: string | null;
  accountId: number | null;
  nodeId: number;
  nodeName: string;
};

export type DivisionPage = NamedNode & {
  code: string | null;
  nameBo: string | null;
  openedOn: string;
  closedOn: string | null;
  parentId: number | null;
  successor: NamedNode | null;
  trail: NamedNode[];
  children: (NamedNode & { code: string | null; closedOn: string | null; households: number | null })[];
  /** Null: nothing of it is within reach. */
  households: number | null;
  below: number;
  partyOrgs: number;
  events: TreeEventRow[];
};

type Facts = Omit<DivisionPage, "successor" | "trail" | "children" | "events"> & {
  successorId: number | null;
};

export const getDivision = query({
  name: "divisions.get",
  input: ShowDivision,
  run: async (scope, { id }): Promise<DivisionPage> => {
    const [facts] = await scope.sql<Facts>`
      select d.id, d.name, d.level, d.code, d.name_bo as "nameBo", d.opened_on::text as "openedOn", d.closed_on::text as "closedOn",
        d.parent_id as "parentId", d.successor_id as "successorId", ${registeredUnder(scope)} as households,
        (select count(*)::int - 1 from division_closure c join division n on n.id = c.node_id and (n.closed_on is null or n.id = d.id)
          where c.ancestor_id = d.id and c.to_on is null) as below,
        (select count(*)::int from party_org o join division_closure c on c.node_id = o.division_id and c.to_on is null
          where c.ancestor_id = d.id and o.closed_on is null) as "partyOrgs"
      from division d where d.id = ${id}`;
    if (!facts) throw notFound();
    const { successorId, ...rest } = facts;
    return {
      ...rest,
      successor: successorId === null ? null : await named(scope, successorId),
      trail: await trailOf(scope, id),
      children: await childrenOf(scope, id),
      events: await eventsOf(scope, "DIVISION", id),
    };
  },
});

/** Does the viewer reach anything of it, as it stands today? What nobody may count is not nothing. */
export const anyReached = ({ viewer }: Scope, node: Fragment): Fragment =>
  viewer.seesAll
    ? sql`true`
    : sql`exists (select 1 from division_closure r where r.ancestor_id = ${node} and r.to_on is null and r.node_id = any (${viewer.reach}::int[]))`;

/** The registered households of today below the node d, as far as the viewer reaches. */
const registeredUnder = (scope: Scope) =>
  sql`case when ${anyReached(scope, sql`d.id`)} then ${countedUnder(scope)} end`;

const countedUnder = ({ viewer, today }: Scope) => sql`(
  select count(distinct s.household_id)::int from division_closure c join household_spell s on s.division_id = c.node_id
  where c.ancestor_id = d.id and c.to_on is null and s.status = any (${[...REGISTERED]}::text[])
    and s.from_on <= ${today}::date and (s.to_on is null or s.to_on > ${today}::date)
    and ${viewer.seesAll ? sql`true` : sql`s.division_id = any (${viewer.reach}::int[])`})`;

async function named({ sql: ask }: Scope, id: number): Promise<NamedNode | null> {
  const [node] = await ask<NamedNode>`select id, name, level from division where id = ${id}`;
  return node ?? null;
}

/** From the prefecture down to the node above. */
export const trailOf = ({ sql: ask }: Scope, id: number) => ask<NamedNode>`
  select d.id, d.name, d.level from division_closure c join division d on d.id = c.ancestor_id
  where c.node_id = ${id} and c.to_on is null and c.depth > 0 order by c.depth desc`;

const childrenOf = (scope: Scope, id: number) => scope.sql<DivisionPage["children"][number]>`
  select d.id, d.name, d.level, d.code, d.closed_on::text as "closedOn", ${registeredUnder(scope)} as households
  from division_closure under join division d on d.id = under.node_id
  where under.ancestor_id = ${id} and under.depth = 1 and under.to_on is null and d.closed_on is distinct from d.opened_on
  order by d.closed_on is not null, d.code nulls last, d.id`;

/** Latest first; an opening that waits is shown with the unit above, since it has no page of its own yet. */
export const eventsOf = ({ sql: ask }: Scope, tree: "DIVISION" | "PARTY_ORG", id: number) => {
  const names = tree === "DIVISION" ? sql`division` : sql`party_org`;
  return ask<TreeEventRow>`
    select e.id::text as id, e.kind, e.status, e.effective_on::text as "effectiveOn", e.document_no as "documentNo",
      e.target_id as "otherId", other.name as "otherName", old.name as "oldParentName", e.detail->>'name' as name,
      e.detail->>'oldName' as "oldName", e.detail->>'oldKind' as "oldKind", case when e.kind = 'RENAME' then e.detail->>'kind' end as "newKind", e.detail ? 'along' as along, case when e.detail ? 'splitFrom' then part.name end as "splitFrom", part.id as "partId", part.name as "partName", e.detail->>'group' as "group", e.detail->>'failed' as failed, e.account_id as "accountId",
      e.node_id as "nodeId", node.name as "nodeName"
    from tree_event e join ${names} node on node.id = e.node_id
    left join ${names} other on other.id = e.target_id
    left join ${names} part on part.id = coalesce(e.detail->>'splitFrom', e.detail->>'madeId')::int
    left join ${names} old on old.id = (e.detail->>'oldParentId')::int
    where e.tree = ${tree} and (e.node_id = ${id} or (e.target_id = ${id} and (e.kind in ('CLOSE', 'MERGE') or e.status = 'SCHEDULED')))
    order by e.effective_on desc, e.created_at desc, e.id desc limit 100`;
};
