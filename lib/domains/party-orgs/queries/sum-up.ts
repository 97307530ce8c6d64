/**
 * orgs.sumUp: how many organizations and members stand on each part of one of the three lines. Every organization stands on a line
 * exactly once, so that the parts add up to the whole on each of them.
 */
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { SumUpOrgs } from "../input.ts";
import { sizesOfAll } from "../inside/rosters.ts";
import type { Line } from "../lines.ts";

export type SumRow = {
  /** Of the organization or the place; null where only a name is known, or for the rest. */
  id: number | null;
  name: string | null;
  /** What it is itself, beside its parts; on the department's line: without a department. */
  self: boolean;
  /** Has parts of its own to look into. */
  opens: boolean;
  orgs: number;
  members: number;
  unreported: number;
};
export type Summed = {
  by: Line;
  at: { id: number; name: string } | null;
  trail: { id: number; name: string }[];
  rows: SumRow[];
};

export const sumUpOrgs = query({
  name: "orgs.sumUp",
  input: SumUpOrgs,
  run: async (scope, { by, at }): Promise<Summed> => {
    if (by === "department") return { by, at: null, trail: [], rows: await byDepartment(scope) };
    return by === "party" ? byLine(scope, at) : byPlace(scope, at);
  },
});

/** Over the sizes (alias z) of the organizations: who told no number stands beside the sum, and is not taken for nobody. */
const COUNTS = sql`count(*)::int as orgs, coalesce(sum(z.members), 0)::int as members, (count(*) filter (where z.members is null))::int as unreported`;

const byDepartment = ({ sql: ask, today }: Scope) => ask<SumRow>`
  select a.supervising_org_id as id, coalesce(s.name, a.supervising_dept) as name, a.supervising_org_id is null and a.supervising_dept is null as self, false as opens, ${COUNTS}
  from party_org o left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org s on s.id = a.supervising_org_id
  join ${sizesOfAll(today)} z on z.id = o.id
  where o.closed_on is null
  group by a.supervising_org_id, coalesce(s.name, a.supervising_dept), a.supervising_org_id is null and a.supervising_dept is null
  order by 3, orgs desc, name limit 500`;

async function byLine(scope: Scope, at: number | null): Promise<Summed> {
  const { sql: ask, today } = scope;
  if (at === null) {
    // The top: organizations that nobody leads, each with all below it.
    const rows = await ask<SumRow>`
      select p.id, p.name, false as self, count(*) > 1 as opens, ${COUNTS}
      from party_org p join party_org_closure c on c.ancestor_id = p.id and c.to_on is null join party_org o on o.id = c.node_id and o.closed_on is null
      join ${sizesOfAll(today)} z on z.id = o.id
      where p.closed_on is null and not exists (select 1 from party_org_closure u where u.node_id = p.id and u.depth > 0 and u.to_on is null)
      group by p.id, p.name order by p.id`;
    return { by: "party", at: null, trail: [], rows };
  }
  const rows = await partsOf(scope, at, sql`party_org_closure`, sql`party_org`, sql`o.id`);
  return { by: "party", ...(await whereOf(scope, at, sql`party_org_closure`, sql`party_org`)), rows };
}

async function byPlace(scope: Scope, at: number | null): Promise<Summed> {
  const [top] = await scope.sql<{ id: number }>`
    select id from division where ${at === null ? sql`level = 'PREFECTURE'` : sql`id = ${at}`} order by id limit 1`;
  if (!top) return { by: "place", at: null, trail: [], rows: [] };
  const rows = await partsOf(scope, top.id, sql`division_closure`, sql`division`, sql`o.division_id`);
  return { by: "place", ...(await whereOf(scope, top.id, sql`division_closure`, sql`division`)), rows };
}

/** What hangs on the node itself, and on each of those right below it with all of theirs. */
const partsOf = (
  { sql: ask, today }: Scope,
  at: number,
  closure: Fragment,
  nodes: Fragment,
  hangs: Fragment,
) => ask<SumRow>`
  select p.id, p.name, p.id = ${at} as self, p.id <> ${at} and exists (select 1 from ${closure} b where b.ancestor_id = p.id and b.depth = 1 and b.to_on is null) as opens, ${COUNTS}
  from ${closure} u join ${nodes} p on p.id = u.node_id
  join ${closure} c on c.ancestor_id = p.id and c.to_on is null and (p.id <> ${at} or c.depth = 0)
  join party_org o on ${hangs} = c.node_id and o.closed_on is null join ${sizesOfAll(today)} z on z.id = o.id
  where u.ancestor_id = ${at} and u.depth <= 1 and u.to_on is null
  group by p.id, p.name order by p.id <> ${at}, p.id`;

async function whereOf({ sql: ask }: Scope, at: number, closure: Fragment, nodes: Fragment) {
  const path = await ask<{ id: number; name: string }>`
    select n.id, n.name from ${closure} c join ${nodes} n on n.id = c.ancestor_id where c.node_id = ${at} and c.to_on is null order by c.depth desc`;
  return { at: path.at(-1) ?? null, trail: path.slice(0, -1) };
}
