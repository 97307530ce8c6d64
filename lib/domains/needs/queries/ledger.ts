/** needs.ledger: the needs that were raised under a unit within a period, in their order, for paper. */
import * as z from "zod";
import { firstDay, lastDay, type Period, periodOf, readPeriod } from "#lib/base/period.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { needCategories } from "../categories.ts";
import { isHandler, OWN } from "../policy.ts";
import { type NeedRow, needColumns, opensNeeds } from "./list-needs.ts";

/** More than this is a book: a smaller place or a shorter period is printed. */
export const LEDGER_ROWS = 500;

const LedgerAsked = z.object({
  unit: z.string().max(12).optional(),
  period: z
    .custom<Period>((text) => readPeriod(text) !== null)
    .nullable()
    .default(null),
});

export type Ledger = {
  place: ListPlace;
  period: Period;
  total: number;
  rows: NeedRow[];
  categories: Entry[];
};

export const needLedger = query({
  name: "needs.ledger",
  input: LedgerAsked,
  may: opensNeeds,
  run: async (scope, { unit, period: asked }): Promise<Ledger> => {
    const place = await listPlace(scope, unit);
    const period = asked ?? periodOf(scope.today, "month");
    const where = sql`(${place.holds(OWN)} or ${isHandler(scope.viewer)}) and n.status <> 'WITHDRAWN'
      and n.raised_on between ${firstDay(period)}::date and ${lastDay(period)}::date`;
    const [{ total } = { total: 0 }] = await scope.sql<{ total: number }>`
      select count(*)::int as total from need n where ${where}`;
    const rows = await scope.sql<NeedRow>`
      select ${needColumns(scope.today)} from (select * from need n where ${where} order by n.raised_on, n.id limit ${LEDGER_ROWS}::int) n
      join division d on d.id = n.division_id order by n.raised_on, n.id`;
    return { place, period, total, rows, categories: await needCategories(scope.sql) };
  },
});
