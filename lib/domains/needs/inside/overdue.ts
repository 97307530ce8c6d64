/** When a need is late, over the alias n: the one place that says so. What was late before its limit stood still is late all the same. */
import { type Fragment, sql } from "#lib/platform/sql.ts";

export const overdue = (today: string): Fragment =>
  sql`(n.status in ('OPEN', 'HANDLING') and n.due_on < least(${today}::date, n.paused_on))`;
