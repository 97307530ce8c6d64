/** The service desk: what runs at the windows of a place, what is late, what waits, and the way to take the next matter in. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { CaseTable } from "#components/services/case-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { CASES_PER_PAGE, deskOf } from "#lib/domains/services/queries/desk.ts";
import { VIEWS } from "#lib/domains/services/service.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/service-desk";

export async function generateMetadata() {
  return { title: (await getTranslations("services"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    return deskOf(scope, {
      unit: params.get("u") ?? undefined,
      view: VIEWS.find((one) => one === params.get("view")) ?? "open",
      q: params.get("q") ?? "",
      page: params.get("page") ?? 1,
    });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, rows, total, counts, view, q, page: at, mayAccept }, { search, today }) => {
    const t = await getTranslations("services");
    const params = toParams(search);
    const { unit, above, below } = place;
    const from = (at - 1) * CASES_PER_PAGE + 1;
    const to = (number: number) => withParams(PATH, params, { page: number > 1 ? String(number) : null });
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id), page: null }),
            })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              <LinkButton href={`${PATH}/windows?u=${unit.id}`}>{t("windows.title")}</LinkButton>
              <LinkButton href={`${PATH}/items?u=${unit.id}`}>{t("items.title")}</LinkButton>
              {mayAccept ? (
                <LinkButton kind="primary" href={`${PATH}/new?u=${unit.id}`}>
                  {t("accept")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Tabs
          label={t("views.label")}
          items={VIEWS.map((one) => ({
            href: withParams(PATH, params, { view: one === "open" ? null : one, page: null }),
            label: t(`views.${one}`),
            count: counts?.[one] ?? 0,
            current: one === view,
          }))}
        />
        <FilterBar
          path={PATH}
          params={params}
          own={["q"]}
          clearHref={withParams(PATH, params, { q: null, page: null })}
        >
          <FilterText name="q" label={t("list.find")} value={q} hint={t("list.findHint")} />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState kind={q ? "filtered" : view === "open" ? "never" : "done"} title={t("list.none")}>
            {q ? t("list.noneFound") : t(`views.none.${view}`)}
          </EmptyState>
        ) : (
          <Card flush>
            <CaseTable caption={t(`views.${view}`)} rows={rows} today={today} />
            <Pager
              total={total}
              shown={{ from, to: from + rows.length - 1 }}
              previousHref={at > 1 ? to(at - 1) : null}
              nextHref={from + rows.length - 1 < total ? to(at + 1) : null}
            />
          </Card>
        )}
      </>
    );
  },
});
