/** Organizations of the industry chain: a list to filter by place, kind, Party coverage and mode. */

import { getTranslations } from "next-intl/server";
import { EntityTable } from "#components/industry/entity-table.tsx";
import { industryNames } from "#components/industry/names.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { countiesAround } from "#lib/domains/divisions/queries/counties.ts";
import { PARTY_COVERAGES } from "#lib/domains/industry/industry.ts";
import { ENTITIES_PER_PAGE, listEntities } from "#lib/domains/industry/queries/list-entities.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/industry";
const OWN = ["u", "q", "f.kind", "f.party", "f.mode", "f.state"];

const idIn = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export async function generateMetadata() {
  return { title: (await getTranslations("industry"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const filters = filtersOf(params);
    const unitId = idIn(params.get("u"));
    const list = await listEntities(scope, {
      unitId,
      kind: filters.kind?.[0]?.slice(0, 40) ?? null,
      party: PARTY_COVERAGES.find((one) => one === filters.party?.[0]) ?? null,
      mode: filters.mode?.[0]?.slice(0, 40) ?? null,
      state: filters.state?.[0] === "closed" ? "closed" : "operating",
      q: (params.get("q") ?? "").slice(0, 40),
      page: Math.min(idIn(params.get("page")) ?? 1, 1000),
    });
    return { list, counties: await countiesAround(scope, { id: unitId ?? undefined }) };
  },
  render: async ({ list, counties }, { search, viewer }) => {
    const t = await getTranslations("industry");
    const common = await getTranslations("common");
    const mayEdit = mayAnywhere(viewer, "industry.edit");
    const names = await industryNames(list.words);
    const params = toParams(search);
    const filtered = OWN.some((name) => params.has(name));
    const at = Math.floor((list.from - 1) / ENTITIES_PER_PAGE) + 1;
    const last = list.from + list.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const value = (name: string) => params.get(name) ?? "";
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={
            mayEdit ? (
              <LinkButton href={`${PATH}/new`} kind="primary">
                {t("new")}
              </LinkButton>
            ) : null
          }
        />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={PATH}>
          <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.qHint")} />
          <FilterSelect
            name="u"
            label={t("filter.unit")}
            value={value("u")}
            options={counties.map((county) => ({ value: String(county.id), label: county.name }))}
          />
          <FilterSelect
            name="f.kind"
            label={t("filter.kind")}
            value={value("f.kind")}
            options={names.options(list.words.kinds)}
          />
          <FilterSelect
            name="f.party"
            label={t("filter.party")}
            value={value("f.party")}
            options={PARTY_COVERAGES.map((one) => ({ value: one, label: t(`coverage.${one}`) }))}
          />
          <FilterSelect
            name="f.mode"
            label={t("filter.mode")}
            value={value("f.mode")}
            options={names.options(list.words.modes)}
          />
          <FilterSelect
            name="f.state"
            label={t("filter.state")}
            value={value("f.state")}
            all={t("filter.operating")}
            options={[{ value: "closed", label: t("filter.closed") }]}
          />
        </FilterBar>
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={filtered ? t("list.none") : t("list.never")}
            action={
              filtered ? (
                <LinkButton href={PATH}>{common("filter.clear")}</LinkButton>
              ) : mayEdit ? (
                <LinkButton href={`${PATH}/new`}>{t("new")}</LinkButton>
              ) : undefined
            }
          />
        ) : (
          <div className="rounded-card border border-line bg-card">
            <EntityTable rows={list.rows} words={list.words} />
            <Pager
              total={list.total}
              shown={{ from: list.from, to: last }}
              previousHref={at > 1 ? pageHref(at - 1) : null}
              nextHref={last < list.total ? pageHref(at + 1) : null}
            />
          </div>
        )}
      </>
    );
  },
});
