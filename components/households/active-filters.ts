/** The conditions in force, in words, each with the address that takes it away; the same words go onto the export. */
import type { getTranslations } from "next-intl/server";
import type { ActiveFilter } from "#components/ui/filter-bar.tsx";
import type { Locale } from "#lib/base/preferences.ts";
import { withParams } from "#lib/base/url-state.ts";
import {
  type CodeList,
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import type { HouseholdFilter } from "#lib/domains/households/input.ts";

type Words = Awaited<ReturnType<typeof getTranslations<"households">>>;

export const HOUSEHOLD_FILTERS = [
  "f.status",
  "f.attribute",
  "f.cause",
  "f.paired",
  "f.visited",
  "f.income",
  "q",
] as const;
export const HOUSEHOLDS_PATH = "/households";

/** Reset: unit and order stay, all conditions go. */
export const withoutFilters = (params: URLSearchParams) =>
  withParams(
    HOUSEHOLDS_PATH,
    params,
    Object.fromEntries([...HOUSEHOLD_FILTERS, "f.fact", "f.in", "p"].map((name) => [name, null])),
  );

export function activeFilters(
  filter: Pick<
    Partial<HouseholdFilter>,
    "statuses" | "attributes" | "causes" | "paired" | "visited" | "income" | "q"
  >,
  params: URLSearchParams,
  t: Words,
  locale: Locale,
): ActiveFilter[] {
  const without = (name: string) => withParams(HOUSEHOLDS_PATH, params, { [name]: null });
  const chosen: ActiveFilter[] = [];
  const several = (codes: string[] | undefined, list: CodeList, name: string, label: string) => {
    if (codes?.length)
      chosen.push({
        label: `${label}: ${codeName(list, codes.join(","), locale)}`,
        removeHref: without(name),
      });
  };
  several(filter.statuses, HOUSEHOLD_STATUSES, "f.status", t("column.status"));
  several(filter.attributes, HOUSEHOLD_ATTRIBUTES, "f.attribute", t("column.attribute"));
  several(filter.causes, POVERTY_CAUSES, "f.cause", t("column.cause"));
  if (filter.paired) chosen.push({ label: t(`paired.${filter.paired}`), removeHref: without("f.paired") });
  if (filter.visited)
    chosen.push({ label: t(`visited.${filter.visited}`), removeHref: without("f.visited") });
  if (filter.income) chosen.push({ label: t(`income.${filter.income}`), removeHref: without("f.income") });
  if (filter.q) chosen.push({ label: t("filter.named", { q: filter.q }), removeHref: without("q") });
  return chosen;
}
