/** Needs under a unit: what waits for me, what is late, what waits for a household's word, and all of them. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { categoryNames } from "#components/measures/names.ts";
import { NeedTable } from "#components/needs/need-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayExport } from "#lib/domains/exports/policy.ts";
import { needFilterOf } from "#lib/domains/needs/input.ts";
import { LEVELS, NEEDS_PER_PAGE, STATES, URGENCIES, VIEWS } from "#lib/domains/needs/need.ts";
import { listNeeds } from "#lib/domains/needs/queries/list-needs.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/needs";
const OWN = ["q", "f.category", "f.status", "f.level", "f.urgency"];
export async function generateMetadata() {
  return { title: (await getTranslations("needs"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const filter = needFilterOf(toParams(search));
    return { list: await listNeeds(scope, filter), view: filter.view ?? "all" };
  },
  refused: () => <PermissionNote />,
  render: async ({ list, view }, { search, viewer, today }) => {
    const t = await getTranslations("needs");
    const common = await getTranslations("common");
    const { options } = await categoryNames(list.categories);
    const params = toParams(search);
    const sentUp = params.get("sent") === "up";
    params.delete("sent");
    const { unit, above, below } = list.place;
    const value = (name: string) => params.get(name) ?? undefined;
    const filtered = OWN.some((name) => params.has(name));
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const at = Math.floor((list.from - 1) / NEEDS_PER_PAGE) + 1;
    const last = list.from + list.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const mayRaise = mayAnywhere(viewer, "visit.record") || viewer.households.length > 0;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id) }),
            })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              <LinkButton href={`/needs/print?u=${unit.id}`}>{t("ledger.open")}</LinkButton>
              {mayRaise ? (
                <LinkButton kind="primary" href="/needs/new">
                  {t("raise")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {sentUp ? (
          <div role="status" className="mb-3">
            <Notice tone="ok">{t("sentUp")}</Notice>
          </div>
        ) : null}
        <Tabs
          label={t("views")}
          items={VIEWS.map((one) => ({
            href: withParams(PATH, params, { view: one === "all" ? null : one }),
            label: t(`view.${one}`),
            count: String(list.views[one]),
            current: one === view,
          }))}
        />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterText name="q" label={t("q")} value={value("q")} hint={t("qHint")} />
          <FilterSelect
            name="f.category"
            label={t("category")}
            options={options(today, value("f.category"))}
            value={value("f.category")}
          />
          <FilterSelect
            name="f.status"
            label={t("stateLabel")}
            options={STATES.filter((one) => one !== "WITHDRAWN").map((one) => ({
              value: one,
              label: t(`state.${one}`),
            }))}
            value={value("f.status")}
          />
          <FilterSelect
            name="f.level"
            label={t("levelLabel")}
            options={LEVELS.map((one) => ({ value: one, label: t(`level.${one}`) }))}
            value={value("f.level")}
          />
          <FilterSelect
            name="f.urgency"
            label={t("urgencyLabel")}
            options={URGENCIES.map((one) => ({ value: one, label: t(`urgency.${one}`) }))}
            value={value("f.urgency")}
          />
        </FilterBar>
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : view === "all" ? "never" : "done"}
            title={filtered ? t("noneFound") : t(`nothing.${view}`)}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <>
            <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <p className="text-ink-2">{t("sum", { total: list.total })}</p>
              {mayExport(viewer, unit.id) ? (
                <LinkButton size="small" href={withParams("/api/needs/export", params, {})} download>
                  {t("export")}
                </LinkButton>
              ) : null}
            </div>
            <Card flush>
              <NeedTable rows={list.rows} categories={list.categories} today={today} of="list" />
              <Pager
                total={list.total}
                shown={{ from: list.from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < list.total ? pageHref(at + 1) : null}
              />
            </Card>
          </>
        )}
      </>
    );
  },
});
