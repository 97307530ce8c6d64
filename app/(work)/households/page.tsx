/** The household list: conditions, order and place in the address, fifty rows a page, export of what is seen, many paired at once. */

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { activeFilters, HOUSEHOLDS_PATH, withoutFilters } from "#components/households/active-filters.ts";
import { COLUMNS, columnsShown } from "#components/households/columns.ts";
import { HouseholdFilters } from "#components/households/household-filters.tsx";
import { HouseholdPeek } from "#components/households/household-peek.tsx";
import { HouseholdTable } from "#components/households/household-table.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { ViewTabs } from "#components/list-views/view-tabs.tsx";
import { ViewTools } from "#components/list-views/view-tools.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { householdFilterOf } from "#lib/domains/households/input.ts";
import { getHousehold, type HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";
import { listHouseholds } from "#lib/domains/households/queries/list-households.ts";
import { viewHref } from "#lib/domains/list-views/list-view.ts";
import { ownColumns, ownViews } from "#lib/domains/list-views/queries.ts";
import { looksLikeIdTail } from "#lib/domains/search/hit.ts";
import { visitsOfHousehold } from "#lib/domains/visits/queries/list-visits.ts";
import { nextVisit } from "#lib/domains/visits/queries/next-visit.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { ifFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { numberBehind, partWords } from "./number-behind.ts";
import { keepColumns, keepView } from "./view-actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("households"))("title") };
}

async function peekAt(scope: Scope, id: string) {
  const household = await getHousehold(scope, { id });
  return {
    household,
    next: await nextVisit(scope, { household: id }),
    visits: await visitsOfHousehold(scope, { household: id }),
  };
}

const mayVisit = (viewer: Viewer, { id, divisionId }: HouseholdDetail) =>
  viewer.households.includes(id) || may(viewer, "visit.record", divisionId);

export default page({
  route: "/households",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const views = await ownViews(scope, { list: "households" });
    const opens = params.size === 0 ? views.find((one) => one.opens && one.query !== "") : undefined;
    if (opens) return redirect(viewHref(HOUSEHOLDS_PATH, opens.query));
    const columns = columnsShown(await ownColumns(scope, { list: "households" }));
    const filter = householdFilterOf(params);
    const behind = await numberBehind(scope, params);
    const list = await listHouseholds(scope, { ...filter, only: behind?.condition });
    const peek = params.get("peek");
    return {
      list,
      filter,
      behind,
      peek,
      views,
      columns,
      found: peek ? await ifFound(peekAt(scope, peek)) : null,
    };
  },
  tells: ({ found }) =>
    found
      ? {
          verb: "household.peeked",
          subject: `household:${found.household.id}`,
          division: found.household.divisionId,
        }
      : null,
  refused: () => <PermissionNote />,
  render: async ({ list, filter, behind, peek, views, columns, found }, { search, viewer, today }) => {
    const t = await getTranslations("households");
    const common = await getTranslations("common");
    const watch = await getTranslations("watch");
    const locale = await getLocale();
    const f = await getFormats();
    const params = toParams(search);
    // Whatever else is chosen closes what stands beside the list.
    params.delete("peek");
    const { unit, above, below } = list.place;
    const active = activeFilters(filter, params, t, locale);
    const at = (place: Record<string, string | null>) =>
      withParams(HOUSEHOLDS_PATH, params, { after: null, before: null, ...place }, true);
    const query = params.toString();
    const mayEdit = mayAnywhere(viewer, "household.edit");
    const filtered = active.length > 0 || behind !== null;
    const mayPair = mayAnywhere(viewer, "pairing.edit");
    const mayExport = may(viewer, "household.export", unit.id);
    const tickable = (mayPair || mayExport) && list.rows.length > 0;
    const table = (
      <HouseholdTable
        rows={list.rows}
        params={params}
        columns={columns}
        caption={t("title")}
        tickable={tickable}
        copies={mayExport}
        peek={peek}
      />
    );
    return (
      <>
        {peek ? (
          <HouseholdPeek
            peek={peek}
            found={found}
            today={today}
            mayVisit={found !== null && mayVisit(viewer, found.household)}
            closeHref={withParams(HOUSEHOLDS_PATH, params, {}, true)}
          />
        ) : null}
        <PageHead
          title={t("title")}
          note={common("pager.total", { total: list.total })}
          trail={[
            ...above.map((one) => ({ label: one.name, href: at({ u: String(one.id) }) })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={HOUSEHOLDS_PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              <LinkButton href={`/households/panel?u=${unit.id}`}>{t("panel.open")}</LinkButton>
              <LinkButton href={`/households/watch?u=${unit.id}`}>{watch("open")}</LinkButton>
              {mayExport && list.total > 0 ? (
                <LinkButton href={`/api/households/export${query ? `?${query}` : ""}`} download>
                  {t("export")}
                </LinkButton>
              ) : null}
              {mayEdit ? (
                <LinkButton href={`/households/duplicates?u=${unit.id}`}>{t("duplicates")}</LinkButton>
              ) : null}
              {mayEdit ? (
                <LinkButton href={`/households/new?u=${unit.id}`}>{t("register.open")}</LinkButton>
              ) : null}
            </>
          }
        />
        {behind ? (
          <div className="mb-3">
            <Notice action={<Link href={behind.backHref(unit.id)}>{t("fact.back")}</Link>}>
              {t("fact.lead", {
                code: behind.indicator.id,
                name: behind.indicator.name[locale],
                period: f.period(behind.period),
                part: partWords(behind, t, locale),
                count: list.total,
              })}
            </Notice>
          </div>
        ) : null}
        <ViewTabs path={HOUSEHOLDS_PATH} params={params} views={views} />
        <HouseholdFilters params={params} active={active} today={today} />
        {filter.q && looksLikeIdTail(filter.q) ? (
          <p className="mb-3">
            <Link
              href={`/search?kind=person&q=${filter.q}`}
              className="inline-flex min-h-touch items-center desk:min-h-6"
            >
              {t("byIdTail")}
            </Link>
          </p>
        ) : null}
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t(filtered ? "empty.filtered" : mayEdit ? "empty.never" : "empty.outside")}
            action={
              filtered ? (
                <span className="flex flex-wrap justify-center gap-2">
                  <LinkButton href={withoutFilters(params)}>{t("empty.clear")}</LinkButton>
                  {filter.q ? (
                    <LinkButton href={`/search?kind=household&q=${encodeURIComponent(filter.q)}`}>
                      {t("empty.spelled")}
                    </LinkButton>
                  ) : null}
                </span>
              ) : undefined
            }
          />
        ) : (
          <Card flush>
            {tickable ? (
              <form action="/pairings/new" method="get">
                {table}
                <div className="sticky bottom-0 hidden items-center gap-3 border-line border-t bg-card px-3 py-2 desk:flex print:hidden">
                  {mayPair ? (
                    <Button type="submit" kind="primary">
                      {t("tick.pair")}
                    </Button>
                  ) : null}
                  {mayExport ? (
                    <Button
                      type="submit"
                      formAction={`/api/households/export${query ? `?${query}` : ""}`}
                      formMethod="post"
                    >
                      {t("tick.export")}
                    </Button>
                  ) : null}
                  <Button type="submit" formAction="/households/print" formMethod="get">
                    {t("tick.print")}
                  </Button>
                  {mayPair ? <span className="text-ink-2">{t("tick.hint")}</span> : null}
                </div>
              </form>
            ) : (
              table
            )}
          </Card>
        )}
        <Pager
          total={list.total}
          firstHref={list.previous ? at({}) : null}
          previousHref={list.previous ? at({ before: list.previous }) : null}
          nextHref={list.next ? at({ after: list.next }) : null}
        />
        <ViewTools
          list="households"
          params={params}
          columns={COLUMNS.map((key) => ({
            ...{ key, label: t(`column.${key}`), shown: columns.includes(key), always: key === "head" },
          }))}
          managePath={`${HOUSEHOLDS_PATH}/views`}
          save={keepView}
          choose={keepColumns}
        />
      </>
    );
  },
});
