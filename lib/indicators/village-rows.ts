/** The villages behind a share of people: what each adds to the part and to the whole, and of which year its population is. */
import type { Scope } from "#lib/platform/scope.ts";
import { underOnDay } from "./count.ts";
import { factRows, spanOf } from "./fact.ts";
import { conditionSql } from "./indicator.ts";
import { type Behind, partSql, ROWS_A_PAGE } from "./rows.ts";

export type VillageRow = {
  id: string;
  divisionId: number;
  name: string;
  township: string;
  baseYear: number;
  adds: number;
  among: number;
};

export function villagesBehind(scope: Scope, given: Behind, page: number): Promise<VillageRow[]> {
  const { indicator, unit, period } = given;
  const span = spanOf(period, scope.today);
  return scope.sql<VillageRow>`
    select f.division_id::text as id, f.division_id as "divisionId", d.name, coalesce(up.name, '') as township, f.base_year as "baseYear", f.poor as adds, f.population as among
    from ${factRows(indicator.of, span)} f join division d on d.id = f.division_id left join division up on up.id = d.parent_id
    where ${conditionSql(indicator.whole)} and ${partSql(given)} and f.division_id in (${underOnDay(unit, span.asOf)})
    order by d.code nulls last, d.id limit ${ROWS_A_PAGE}::int offset ${(page - 1) * ROWS_A_PAGE}::int`;
}
