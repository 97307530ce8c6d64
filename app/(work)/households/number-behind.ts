/** From a number on a board to its rows: `f.fact=R2.1&f.in=missing&p=2026Q3&u=…` restricts the list to exactly those households. */
import type { getTranslations } from "next-intl/server";
import { type Period, periodOf, readPeriod } from "#lib/base/period.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { type HouseholdFact, ofHouseholds, spanOf } from "#lib/indicators/fact.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { isOwn } from "#lib/indicators/own.ts";
import { factCondition, PARTS, type Part } from "#lib/indicators/rows.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";

export type NumberBehind = {
  indicator: Ratio & { of: HouseholdFact };
  period: Period;
  part: Part;
  condition: Fragment;
  backHref: (unit: number) => string;
};

export async function numberBehind(
  scope: Pick<Scope, "viewer" | "today" | "sql">,
  params: URLSearchParams,
): Promise<NumberBehind | null> {
  const { viewer, today } = scope;
  const filters = filtersOf(params);
  const named = filters.fact?.[0];
  if (!named) return null;
  const period = readPeriod(params.get("p")) ?? periodOf(today, "quarter");
  const indicator = (await catalogOf(scope)).on(named, spanOf(period, today).asOf);
  if (!indicator || !countsHouseholds(indicator)) return null;
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

type Say = Awaited<ReturnType<typeof getTranslations<"households">>>;

/** What is missing in an indicator of the office's own is called as the office calls it. */
export function partWords({ indicator, part }: NumberBehind, t: Say, locale: "zh-CN" | "en"): string {
  if (!isOwn(indicator.id)) return t(`fact.${indicator.of}.${part}`);
  return part === "missing" ? indicator.missing[locale] : t(`fact.own.${part}`);
}

const countsHouseholds = (indicator: Ratio): indicator is Ratio & { of: HouseholdFact } =>
  ofHouseholds(indicator.of);
