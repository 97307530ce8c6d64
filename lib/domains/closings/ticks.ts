/** The clock closes a month some days after its end, if nobody has done so before. */
import type pg from "pg";
import { closeMonth, nextToClose } from "#lib/indicators/closing.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { type Fragment, type Sql, sql } from "#lib/platform/sql.ts";
import { numberInForce } from "../settings/setting-in-force.ts";
import { closesOn } from "./closing.ts";

/** Several, where the machine was off for long. */
export async function closeDueMonths(pool: pg.Pool, today = todayInBeijing()): Promise<void> {
  const run = async <Row>({ text, values }: Fragment) => (await pool.query(text, [...values])).rows as Row[];
  const ask = ((strings: TemplateStringsArray, ...values: unknown[]) =>
    run(sql(strings, ...(values as [])))) as Sql;
  const days = await numberInForce(ask, "closing-days", today);
  for (;;) {
    const month = await nextToClose(run, today);
    if (closesOn(month, days) > today || (await closeMonth(pool, month, null, today)) === null) return;
  }
}
