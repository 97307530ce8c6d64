/** From a number on a board to its rows: `f.fact=R2.1&f.in=missing&p=2026Q3&u=…` restricts the list to exactly those households. */
import { type Period, periodOf, readPeriod } from "#lib/base/period.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { type HouseholdFact, ofHouseholds } from "#lib/indicators/fact.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { factCondition, PARTS, type Part } from "#lib/indicators/rows.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";

export type NumberBehind = {
  indicator: Ratio & { of: HouseholdFact };
  period: Period;
  part: Part;
  condition: Fragment;
  backHref: (unit: number) => string;
};

export function numberBehind(
  { viewer, today }: Pick<Scope, "viewer" | "today">,
  params: URLSearchParams,
): NumberBehind | null {
  const filters = filtersOf(params);
  const indicator = indicatorById(filters.fact?.[0] ?? "");
  if (!indicator || !countsHouseholds(indicator)) return null;
  const period = readPeriod(params.get("p")) ?? periodOf(today, "quarter");
  const part = PARTS.find((one) => one === filters.in?.[0]) ?? "missing";
  const asked = params.get("u");
  const unit = asked && /^\d{1,5}$/.test(asked) ? Number(asked) : homeUnit(viewer);
  return {
    indicator,
    period,
    part,
    condition: factCondition({ indicator, period, unit, part }, today),
    backHref: (id) => `/cockpit/rows?i=${indicator.id}&part=${part}&p=${period}&u=${id}`,
  };
}

const countsHouseholds = (indicator: Ratio): indicator is Ratio & { of: HouseholdFact } =>
  ofHouseholds(indicator.of);
