/** The conditions above the household list. */
import { getLocale, getTranslations } from "next-intl/server";
import { type ActiveFilter, FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import {
  type CodeList,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  POVERTY_CAUSES,
  sought,
} from "#lib/domains/households/codes.ts";
import { VISITED } from "#lib/domains/households/household.ts";
import { INCOME_BANDS } from "#lib/domains/households/income-band.ts";
import { HOUSEHOLD_FILTERS, HOUSEHOLDS_PATH, withoutFilters } from "./active-filters.ts";

type Props = { params: URLSearchParams; active: ActiveFilter[]; today: string };

export async function HouseholdFilters({ params, active, today }: Props) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const options = (list: CodeList) =>
    sought(list, today).map((one) => ({ value: one.code, label: one[locale] }));
  const value = (name: string) => params.get(name) ?? undefined;
  return (
    <FilterBar
      path={HOUSEHOLDS_PATH}
      params={params}
      own={HOUSEHOLD_FILTERS}
      active={active}
      clearHref={withoutFilters(params)}
    >
      <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.hint")} />
      <FilterSelect
        name="f.status"
        label={t("column.status")}
        options={options(HOUSEHOLD_STATUSES)}
        value={value("f.status")}
      />
      <FilterSelect
        name="f.visited"
        label={t("column.lastVisit")}
        options={VISITED.map((one) => ({ value: one, label: t(`visited.${one}`) }))}
        value={value("f.visited")}
      />
      <FilterSelect
        name="f.paired"
        label={t("column.helper")}
        options={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`paired.${one}`) }))}
        value={value("f.paired")}
      />
      <FilterSelect
        name="f.attribute"
        label={t("column.attribute")}
        options={options(HOUSEHOLD_ATTRIBUTES)}
        value={value("f.attribute")}
      />
      <FilterSelect
        name="f.cause"
        label={t("column.cause")}
        options={options(POVERTY_CAUSES)}
        value={value("f.cause")}
      />
      <FilterSelect
        name="f.income"
        label={t("income.label")}
        options={INCOME_BANDS.map((one) => ({ value: one, label: t(`income.${one}`) }))}
        value={value("f.income")}
      />
    </FilterBar>
  );
}
