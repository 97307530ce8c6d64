/** The rows behind a figure whose cases are people: by the same fact, tree and condition as the number. */
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";
import { underOnDay } from "./count.ts";
import { factRows, spanOf } from "./fact.ts";
import { conditionSql } from "./indicator.ts";
import { type Behind, partSql, ROWS_A_PAGE } from "./rows.ts";

export type PersonBehind = {
  id: string;
  /** His row in the rosters, where it is within reach. */
  memberId: string | null;
  name: string | null;
  place: string;
  unit: string | null;
  post: string | null;
  /** Trainings since the year began, and their hours. */
  times: number;
  tenths: number;
  /** Households linked to him on the day. */
  links: number;
  /** Of a training, or the end of the last link. */
  lastOn: string | null;
};

/** By place and name. Whom the registry keeps out of reach is known by the name of his tenure. */
export function peopleBehind(scope: Scope, given: Behind, page: number): Promise<PersonBehind[]> {
  const { indicator, unit } = given;
  const own =
    indicator.of === "memberLinks"
      ? sql`0 as times, 0 as tenths, f.links`
      : sql`f.times, f.tenths, 0 as links`;
  const span = spanOf(given.period, scope.today);
  return scope.sql<PersonBehind>`
    select f.person_id as id, m.id as "memberId", coalesce(p.name, (select t.person_name from tenure t where t.person_id = f.person_id order by t.from_on desc limit 1)) as name,
      d.name as place, p.unit_name as unit, p.post, ${own}, f.since::text as "lastOn"
    from (${underOnDay(unit, span.asOf)}) n join lateral (select * from ${factRows(indicator.of, span)} f where f.division_id = n.node_id) f on true
    join division d on d.id = f.division_id left join person p on p.id = f.person_id left join party_member m on m.person_id = f.person_id
    where ${conditionSql(indicator.whole)} and ${partSql(given)}
    order by d.code nulls last, d.id, p.pinyin, f.person_id limit ${ROWS_A_PAGE}::int offset ${(page - 1) * ROWS_A_PAGE}::int`;
}
