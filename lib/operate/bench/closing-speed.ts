/** Closing a December: month, quarter and year of all indicators and all units at once, from roll-ups that are up to date, within a minute. */
import type pg from "pg";
import type { Period } from "#lib/base/period.ts";
import { closePast } from "#lib/indicators/closing.ts";
import { today } from "#lib/platform/clock.ts";
import type { Report } from "./report.ts";

const WITHIN_MS = 60_000;

export async function measureClosing({ owner, report }: { owner: pg.Pool; report: Report }): Promise<void> {
  const { rows } = await owner.query<{ first: string | null }>(
    "select min(period) as first from closing where period like '____-__'",
  );
  const year = Number((rows[0]?.first ?? today()).slice(0, 4)) - 1;
  const begun = performance.now();
  const figures = await closePast(owner, `${year}-12` as Period, today());
  report.add({
    goal: "issue 7",
    what: `closing of a December: ${figures} figures of month, quarter and year`,
    ours: Math.round(performance.now() - begun),
    floor: WITHIN_MS,
    unit: "ms",
    limit: 1,
  });
}
