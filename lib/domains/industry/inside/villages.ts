/** The villages that an entity covers, as they are today, and the check of what somebody chose. */
import { rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { CoveredVillage } from "../industry.ts";

type Row = CoveredVillage & { entityId: string };

/** A village that was merged away stands under its successor, so the highest village above it is the one of today. */
export async function coveredBy(sql: Sql, entityIds: readonly string[]): Promise<Row[]> {
  return sql<Row>`
    select v.entity_id as "entityId", now.id, now.name, case when now.id <> v.village_id then d.name end as "formerName",
      t.id as township, t.name as "townshipName"
    from industry_village v join division d on d.id = v.village_id
    cross join lateral (select a.id, a.name from division_closure c join division a on a.id = c.ancestor_id
      where c.node_id = v.village_id and c.to_on is null and a.level = 'VILLAGE' order by c.depth desc limit 1) now
    cross join lateral (select a.id, a.name from division_closure c join division a on a.id = c.ancestor_id
      where c.node_id = v.village_id and c.to_on is null and a.level = 'TOWNSHIP' order by c.depth desc limit 1) t
    where v.entity_id = any (${entityIds}::uuid[]) order by t.name, d.code nulls last, d.id`;
}

/** The same of villages that are not written down yet. */
export async function villagesToday(sql: Sql, ids: readonly number[]): Promise<CoveredVillage[]> {
  return sql<CoveredVillage>`
    select d.id, d.name, null as "formerName", t.id as township, t.name as "townshipName"
    from division d join division t on t.id = d.parent_id where d.id = any (${ids}::int[]) and d.level = 'VILLAGE' order by d.id`;
}

/** Seat and villages are chosen within one county, and stand today. */
export async function checkPlaces(sql: Sql, seatId: number, villages: readonly number[]): Promise<void> {
  const [seat] = await sql<{ level: string; closed: boolean; county: number | null }>`
    select level, closed_on is not null as closed, (select c.ancestor_id from division_closure c join division a on a.id = c.ancestor_id
      where c.node_id = division.id and c.to_on is null and a.level = 'COUNTY' order by c.depth limit 1) as county
    from division where id = ${seatId}`;
  if (!seat || seat.closed || seat.county === null || seat.level === "GROUP")
    throw rule("industry.seat", undefined, "divisionId");
  const [found] = await sql<{ count: number }>`
    select count(*)::int as count from division d join division_closure c on c.node_id = d.id and c.to_on is null
    where c.ancestor_id = ${seat.county} and d.level = 'VILLAGE' and d.closed_on is null and d.id = any (${villages}::int[])`;
  if (found?.count !== new Set(villages).size)
    throw rule("industry.villagesElsewhere", undefined, "villages");
}
