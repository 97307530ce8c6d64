/** The rows behind a number that counts no households: each tells itself by name, detail, place and days. */
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";
import { underOnDay } from "./count.ts";
import { factRows, spanOf } from "./fact.ts";
import { conditionSql } from "./indicator.ts";
import { type Behind, partSql, ROWS_A_PAGE } from "./rows.ts";

export type SubjectRow = {
  id: string;
  /** Whose page tells more; several cases may have one. */
  subjectId: string;
  name: string;
  detail: string;
  place: string;
  fromOn: string;
  toOn: string | null;
  /** Of cases that have a limit: the day by which they were to be done. */
  dueOn: string | null;
};

/** Their facts wait since the day of their limit. */
const LIMITED = ["needs", "serviceDue"];

export function subjectsBehind(scope: Scope, given: Behind, page: number): Promise<SubjectRow[]> {
  const { indicator, unit, period } = given;
  const span = spanOf(period, scope.today);
  return scope.sql<SubjectRow>`
    select f.case_id as id, f.subject_id as "subjectId", f.name, f.detail, d.name as place, f.from_on::text as "fromOn", f.to_on::text as "toOn",
      ${LIMITED.includes(indicator.of) ? sql`f.waiting_since::text` : sql`null::text`} as "dueOn"
    from ${factRows(indicator.of, span)} f join division d on d.id = f.division_id
    where ${conditionSql(indicator.whole)} and ${partSql(given)} and f.division_id in (${underOnDay(unit, span.asOf)})
    order by d.code nulls last, d.id, f.from_on, f.case_id limit ${ROWS_A_PAGE}::int offset ${(page - 1) * ROWS_A_PAGE}::int`;
}
