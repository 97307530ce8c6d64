/** closings.view: what was told of a unit in a closed period, what its rows say today, and each change in between with what brought it about. */
import { kindOf, lastDay } from "#lib/base/period.ts";
import { boardUnit } from "#lib/domains/cockpit/board-unit.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { byItems } from "#lib/indicators/items.ts";
import { oldestKept } from "#lib/indicators/stale.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { signsFor } from "../closing.ts";
import { ClosingView } from "../input.ts";

export type Correction = {
  id: string;
  indicator: string;
  divisionId: number;
  place: string;
  part: number;
  whole: number;
  causes: string[];
  notedAt: Date;
};
type Change = { part: number; whole: number };
export type Line = {
  indicator: Ratio;
  told: Change & { target: number | null };
  /** Today's rows, counted as they were then. */
  now: Change;
  /** What the corrections add up to. */
  corrected: Change;
  /** What they do not explain: places that came to the unit or left it, dated back; or deeds of this minute. */
  moved: Change;
};

/** Newest first; the sums are over all of them. */
const SHOWN = 200;

export const viewClosing = query({
  name: "closings.view",
  input: ClosingView,
  run: async (scope, { period, u }) => {
    if (!period) throw notFound();
    const unit = await boardUnit(scope, u);
    const [closing] = await scope.sql<{ closedAt: Date; by: string | null }>`
      select closed_at as "closedAt", account_name as by from closing where period = ${period}`;
    if (!closing) throw notFound();
    const day = lastDay(period);
    const indicators = byItems((await catalogOf(scope)).of(day));
    const wanted = { indicators, units: [unit.id], periods: [period] };
    const told = await readFigures(scope, wanted);
    const live = await readFigures(scope, { ...wanted, as: "live" });
    const under = sql`select c.node_id from division_closure c where c.ancestor_id = ${unit.id} and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)`;
    const sums = await scope.sql<Change & { indicator: string }>`
      select indicator, sum(part_change)::int as part, sum(whole_change)::int as whole from closed_correction
      where period = ${period} and division_id in (${under}) group by indicator`;
    const corrections = await scope.sql<Correction>`
      select x.id::text as id, x.indicator, x.division_id as "divisionId", d.name as place, x.part_change::int as part, x.whole_change::int as whole, x.causes, x.noted_at as "notedAt"
      from closed_correction x join division d on d.id = x.division_id
      where x.period = ${period} and x.division_id in (${under}) order by x.id desc limit ${SHOWN}`;
    const lines = indicators.flatMap((indicator): Line[] => {
      const was = told.told(indicator.id, unit.id, period);
      if (!was) return [];
      const now = live.of(indicator.id, unit.id, period);
      const corrected = sums.find((sum) => sum.indicator === indicator.id) ?? { part: 0, whole: 0 };
      const left = (side: "part" | "whole") => now[side] - was[side] - corrected[side];
      return [{ indicator, told: was, now, corrected, moved: { part: left("part"), whole: left("whole") } }];
    });
    const signatures = await scope.sql<{
      unit: number;
      name: string;
      by: string | null;
      at: Date | null;
      note: string | null;
    }>`
      select d.id as unit, d.name, s.account_name as by, s.signed_at as at, s.note from division d
      left join closing_signature s on s.division_id = d.id and s.period = ${period}
      where ${kindOf(period) === "month"} and (d.id = ${unit.id} or d.parent_id = ${unit.id}) and d.level in ('PREFECTURE', 'COUNTY')
        and d.opened_on <= ${day}::date and (d.closed_on is null or d.closed_on > ${day}::date)
      order by d.id <> ${unit.id}, d.code nulls last, d.id`;
    return {
      unit,
      period,
      closing,
      lines,
      corrections,
      corrected: sums.length,
      /** Older periods are not followed change by change any more. */
      followed: period >= oldestKept(kindOf(period), scope.today),
      signatures,
      maySign:
        signsFor(scope.viewer, unit.id) && signatures.some((one) => one.unit === unit.id && one.by === null),
    };
  },
});
