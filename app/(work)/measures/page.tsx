/** Measures for households under a unit: by year, category, helping unit and state, with what they add up to. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { CategorySums } from "#components/measures/category-sums.tsx";
import { MeasureTable } from "#components/measures/measure-table.tsx";
import { categoryNames } from "#components/measures/names.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { FIRST_YEAR, MEASURE_STATES, MEASURES_PER_PAGE } from "#lib/domains/measures/measure.ts";
import { listMeasures } from "#lib/domains/measures/queries/list-measures.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/measures";
const OWN = ["q", "f.category", "f.year", "f.status"];

export async function generateMetadata() {
  return { title: (await getTranslations("measures"))("title") };
}

const count = (text: string | null) => (text && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1);
const yearIn = (text: string | undefined) => (text && /^20\d\d$/.test(text) ? Number(text) : undefined);

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    const filters = filtersOf(params);
    return listMeasures(scope, {
      unit: params.get("u") ?? undefined,
      by: params.get("q")?.slice(0, 40) || undefined,
      category: filters.category?.[0]?.slice(0, 40),
      year: yearIn(filters.year?.[0]),
      status: MEASURE_STATES.find((one) => one === filters.status?.[0]),
      page: Math.min(count(params.get("page")), 2000),
    });
  },
  render: async ({ place, total, from, rows, sums, categories }, { search, today }) => {
    const t = await getTranslations("measures");
    const common = await getTranslations("common");
    const { options } = await categoryNames(categories);
    const params = toParams(search);
    const value = (name: string) => params.get(name) ?? undefined;
    const filtered = OWN.some((name) => params.has(name));
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const at = Math.floor((from - 1) / MEASURES_PER_PAGE) + 1;
    const last = from + rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const thisYear = Number(today.slice(0, 4));
    const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, nth) => String(thisYear - nth));
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          actions={
            place.above.length + place.below.length > 0 ? (
              <UnitSwitcher
                path={PATH}
                params={params}
                units={{ now: place.unit, above: place.above, below: place.below }}
              />
            ) : null
          }
        />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterText name="q" label={t("field.unit")} value={value("q")} hint={t("byHint")} />
          <FilterSelect
            name="f.category"
            label={t("field.category")}
            options={options(today, value("f.category"))}
            value={value("f.category")}
          />
          <FilterSelect
            name="f.year"
            label={t("field.year")}
            options={years.map((year) => ({ value: year, label: t("year", { year }) }))}
            value={value("f.year")}
          />
          <FilterSelect
            name="f.status"
            label={t("field.status")}
            options={MEASURE_STATES.map((one) => ({ value: one, label: t(`status.${one}`) }))}
            value={value("f.status")}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={filtered ? t("noneFound") : t("never")}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <div className="grid gap-4">
            <Card flush title={t("sums")}>
              <CategorySums sums={sums} categories={categories} path={PATH} params={params} />
            </Card>
            <div className="rounded-card border border-line bg-card">
              <MeasureTable rows={rows} categories={categories} of="list" />
              <Pager
                total={total}
                shown={{ from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < total ? pageHref(at + 1) : null}
              />
            </div>
          </div>
        )}
      </>
    );
  },
});
