/** divisions.candidates: where a division may go, or which may succeed it: the right level, open, and within the editor's rights. */
import { may } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { levelAbove } from "../division.ts";
import { ShowCandidates } from "../input.ts";
import { found, nodeOf } from "../inside/check-change.ts";

export type Candidate = { id: number; name: string; parentName: string | null };
export type Candidates = {
  /** The counties to choose an area from, when the list would be long; null when all are shown. */
  areas: { id: number; name: string }[] | null;
  area: number | null;
  options: Candidate[];
};

/** From here on a list is chosen from county by county. */
const MANY = 150;

export const candidatesFor = query({
  name: "divisions.candidates",
  input: ShowCandidates,
  run: async ({ sql, viewer }, { id, kind, area }): Promise<Candidates> => {
    const node = found(await nodeOf(sql, id));
    const level = kind === "move" ? levelAbove(node.level) : node.level;
    const rows = await sql<
      Candidate & { countyId: number | null; countyName: string | null; parentId: number | null }
    >`
      select d.id, d.name, d.parent_id as "parentId", up.name as "parentName", county.id as "countyId", county.name as "countyName"
      from division d left join division up on up.id = d.parent_id
      left join division_closure c on c.node_id = d.id and c.to_on is null and exists (select 1 from division k where k.id = c.ancestor_id and k.level = 'COUNTY')
      left join division county on county.id = c.ancestor_id
      where d.level = ${level} and d.closed_on is null and d.id <> ${id} and d.id is distinct from ${kind === "move" ? node.parentId : null}::int
        and d.id not in (select node_id from division_closure where ancestor_id = ${id} and to_on is null)
      order by county.code nulls last, up.code nulls last, d.code nulls last, d.id`;
    const own = await countyOf(sql, id);
    // Whoever only proposes may name any unit of the county: whether it is right is decided there.
    const free = !may(viewer, "division.edit", id) && may(viewer, "division.propose", id);
    const allowed = rows.filter((row) =>
      free ? row.countyId === own : may(viewer, "division.edit", row.id),
    );
    if (kind === "merge") {
      const beside = allowed.filter((row) => row.parentId === node.parentId);
      return { areas: null, area: null, options: beside.map(bare) };
    }
    if (allowed.length <= MANY) return { areas: null, area: null, options: allowed.map(bare) };
    const areas = new Map<number, string>();
    for (const row of allowed) if (row.countyId !== null) areas.set(row.countyId, row.countyName ?? "");
    const chosen = area ?? own ?? allowed[0]?.countyId ?? null;
    return {
      areas: [...areas].map(([areaId, name]) => ({ id: areaId, name })),
      area: chosen,
      options: allowed.filter((row) => row.countyId === chosen).map(bare),
    };
  },
});

async function countyOf(sql: Sql, id: number): Promise<number | null> {
  const [county] = await sql<{
    id: number;
  }>`select k.id from division_closure c join division k on k.id = c.ancestor_id and k.level = 'COUNTY'
    where c.node_id = ${id} and c.to_on is null`;
  return county?.id ?? null;
}

const bare = ({ id, name, parentName }: Candidate): Candidate => ({ id, name, parentName });
