/** The band of a household (alias h) as SQL: lines are joined once by place, never asked row by row. */
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** The poverty and monitoring line of the open year at every place: its own, or that of the nearest place above. */
const LINES = sql`(select poverty.node_id, poverty.amount_fen as poverty_fen, monitoring.amount_fen as monitoring_fen from
  (select distinct on (c.node_id) c.node_id, l.amount_fen from division_closure c join income_line l on l.division_id = c.ancestor_id
    where c.to_on is null and l.kind = 'POVERTY' and l.year = (select max(year) from registry_year where status = 'OPEN') order by c.node_id, c.depth) poverty
  left join (select distinct on (c.node_id) c.node_id, l.amount_fen from division_closure c join income_line l on l.division_id = c.ancestor_id
    where c.to_on is null and l.kind = 'MONITORING' and l.year = (select max(year) from registry_year where status = 'OPEN') order by c.node_id, c.depth) monitoring
  on monitoring.node_id = poverty.node_id)`;

/** For a from clause that has h: joins the lines as "line". */
export const lineOf: Fragment = sql`left join ${LINES} line on line.node_id = h.division_id`;
export const bandOf: Fragment = sql`case when h.income_per_head_fen is null or line.poverty_fen is null then 'unknown'
  when h.income_per_head_fen < line.poverty_fen then 'below' when h.income_per_head_fen < line.monitoring_fen then 'near' else 'above' end`;
