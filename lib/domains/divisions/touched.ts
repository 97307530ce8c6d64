/** What a change of the tree would touch, counted before anything is saved: households, pairings, work under way, and who sees what. */
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Touches } from "./inside/try-change.ts";

type Side = { count: number; names: string[] };
/** Accounts that would newly reach these rows, or no longer. Names of at most five. */
export type Sight = { gain: Side; lose: Side };
export type Touched = Sight & {
  households: number;
  pairings: number;
  visits: number;
  /** Imports not yet written, exports not yet decided, visits sent back, changes of the tree that wait for their day. */
  openWork: number;
  /** Open units that come along. */
  below: number;
  partyOrgs: number;
};

type Counts = Omit<Touched, keyof Sight>;

/** @param id the division that is changed; of a split, the one that loses a part */
export async function touchedBy(scope: Scope, id: number, touches: Touches): Promise<Touched> {
  const { part, nodes, targetId } = touches;
  const roots = part ? part.children : nodes;
  const given = part
    ? sql`or (h.division_id = ${id} and (h.group_name = any (${part.groups}::text[]) or h.id = any (${part.households}::uuid[])))`
    : sql``;
  const [counts] = await scope.sql<Counts>`
    with nodes as (select distinct node_id from division_closure where ancestor_id = any (${roots}::int[]) and to_on is null),
    homes as materialized (select h.id from household h where h.division_id in (select node_id from nodes) ${given})
    select (select count(*)::int from homes) as households,
      (select count(*)::int from pairing where household_id in (select id from homes)
        and from_on <= ${scope.today}::date and (to_on is null or to_on > ${scope.today}::date)) as pairings,
      (select count(*)::int from visit where household_id in (select id from homes)) as visits,
      (select count(*)::int from import where division_id in (select node_id from nodes) and status in ('READ', 'CHECKED'))
        + (select count(*)::int from export where division_id in (select node_id from nodes) and status = 'ASKED')
        + (select count(*)::int from visit where household_id in (select id from homes) and status = 'RETURNED')
        + (select count(*)::int from tree_event where tree = 'DIVISION' and status = 'SCHEDULED' and node_id in (select node_id from nodes)) as "openWork",
      (select count(*)::int from nodes join division d on d.id = nodes.node_id where d.closed_on is null and (${part !== null} or d.id <> all (${roots}::int[]))) as below,
      (select count(*)::int from party_org where division_id in (select node_id from nodes) and closed_on is null) as "partyOrgs"`;
  const sight = part ? await sightOfPart(scope, id) : await sightBetween(scope, nodes, targetId);
  return { ...(counts ?? NOTHING), ...sight };
}

const NOTHING: Counts = { households: 0, pairings: 0, visits: 0, openWork: 0, below: 0, partyOrgs: 0 };
type Change = { gains: boolean; count: number; names: string[] | null };

/**
 * Whoever holds a grant above the new place but not above the old one gains; the other way round loses. A place that moves takes its
 * own people along; rows that go to another place leave them behind.
 */
export async function sightBetween(
  { sql: ask }: Scope,
  nodes: number[],
  target: number | null,
  places = true,
): Promise<Sight> {
  if (target === null || nodes.length === 0) return sides([]);
  const rows = await ask<Change>`
    select gains, people as count, names from sec.sight_between(${nodes}::int[], ${target}::int, ${places})`;
  return sides(rows);
}

/** Who holds the old unit itself, and nothing above it, no longer sees what is given away. */
async function sightOfPart({ sql: ask }: Scope, id: number) {
  const rows = await ask<Change>`
    with granted as (select distinct g.account_id, g.division_id from role_grant g join role r on r.code = g.role
      where r.reads_registry and g.from_at <= now() and (g.to_at is null or g.to_at > now())),
    changed as (select distinct account_id, false as gains from granted where division_id = ${id} and account_id not in (
      select account_id from granted join division_closure c on c.ancestor_id = granted.division_id where c.node_id = ${id} and c.to_on is null and c.depth > 0))
    select c.gains, count(*)::int as count, (array_agg(a.name order by a.name) filter (where a.name is not null))[1:5] as names
    from changed c left join account a on a.id = c.account_id group by c.gains`;
  return sides(rows);
}

function sides(rows: Change[]): Sight {
  const side = (gains: boolean) => {
    const row = rows.find((one) => one.gains === gains);
    return { count: row?.count ?? 0, names: row?.names ?? [] };
  };
  return { gain: side(true), lose: side(false) };
}
