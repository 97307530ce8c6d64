/** Indicators: the program's and the office's own, by item, with the version that holds. */

import { getTranslations } from "next-intl/server";
import { IndicatorTable } from "#components/indicators/indicator-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listIndicators } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/admin/indicators";
const OWN = ["item", "origin"];

export async function generateMetadata() {
  return { title: (await getTranslations("indicators"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "indicator.edit")) throw refused();
    const asked = toParams(search);
    return listIndicators(scope, {
      item: (asked.get("item") ?? undefined) as never,
      origin: (asked.get("origin") ?? undefined) as never,
    });
  },
  refused: () => <PermissionNote />,
  render: async ({ rows, total, unreadable }, { search }) => {
    const t = await getTranslations("indicators");
    const common = await getTranslations("common");
    const cockpit = await getTranslations("cockpit");
    const params = toParams(search);
    const filtered = OWN.some((name) => params.has(name));
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          actions={
            <LinkButton kind="primary" href={`${PATH}/new`}>
              {t("new.title")}
            </LinkButton>
          }
        />
        {search.saved === "withdrawn" ? (
          <div role="status" className="mb-3">
            <Notice tone="ok">{t("saved.withdrawn")}</Notice>
          </div>
        ) : null}
        {unreadable.length > 0 ? (
          <div className="mb-3">
            <Notice tone="watch">
              {t("unreadable", { codes: unreadable.map(({ indicator }) => indicator).join(" ") })}
            </Notice>
          </div>
        ) : null}
        <FilterBar path={PATH} params={params} own={OWN} clearHref={PATH}>
          <FilterSelect
            name="item"
            label={t("list.item")}
            options={ITEMS.map(({ code }) => ({ value: code, label: `${code} ${cockpit(`short.${code}`)}` }))}
            value={params.get("item") ?? undefined}
          />
          <FilterSelect
            name="origin"
            label={t("list.origin")}
            options={(["PROGRAM", "OFFICE"] as const).map((value) => ({
              value,
              label: t(`origin.${value}`),
            }))}
            value={params.get("origin") ?? undefined}
          />
        </FilterBar>
        <p className="mb-2 text-ink-2">{t("list.sum", { shown: rows.length, total })}</p>
        {rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t("list.none")}
            action={<LinkButton href={PATH}>{common("filter.clear")}</LinkButton>}
          />
        ) : (
          <Card flush>
            <IndicatorTable rows={rows} />
          </Card>
        )}
      </>
    );
  },
});
