/** Units beside each other by several indicators: sorted bars with places, twelve periods, one table that goes into WPS, and a file of it. */
import { getTranslations } from "next-intl/server";
import { BoardHead } from "#components/cockpit/board-head.tsx";
import { CompareCard } from "#components/cockpit/compare-card.tsx";
import { CompareChoice } from "#components/cockpit/compare-choice.tsx";
import { CompareTable } from "#components/cockpit/compare-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewCompare } from "#lib/domains/cockpit/compare-query.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("compare"))("title") };
}

export default page({
  route: "/compare",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    return viewCompare(scope, {
      ...{ u: asked.get("u") ?? undefined, p: asked.get("p") ?? undefined, item: asked.get("item") },
      ...{ i: asked.get("i"), units: asked.get("units"), peers: asked.get("peers") },
    });
  },
  refused: async () => <PermissionNote>{(await getTranslations("cockpit"))("refused")}</PermissionNote>,
  render: async (view, { search, today }) => {
    const t = await getTranslations("compare");
    const common = await getTranslations("common");
    const cockpit = await getTranslations("cockpit");
    const params = toParams(search);
    const asTable = params.get("view") === "table";
    const file = (format: string) => withParams("/api/compare/export", params, { format, p: view.period });
    return (
      <>
        <BoardHead
          title={t("title")}
          path="/compare"
          params={params}
          board={view}
          today={today}
          back={{ href: `/cockpit?u=${view.unit.id}&p=${view.period}`, label: cockpit("title") }}
        />
        {view.group.length < 2 ? (
          <EmptyState kind="never" title={t("nothing")}>
            {t("nothingWhy")}
          </EmptyState>
        ) : (
          <>
            <CompareChoice view={view} params={params} all={view.all}>
              <LinkButton
                href={withParams("/compare", params, { view: asTable ? null : "table" })}
                size="small"
              >
                {common(asTable ? "trend.chart" : "trend.table")}
              </LinkButton>
              <LinkButton href={file("xlsx")} size="small" download>
                {t("xlsx")}
              </LinkButton>
              <LinkButton href={file("csv")} size="small" download>
                {t("csv")}
              </LinkButton>
            </CompareChoice>
            {asTable ? (
              <Card flush>
                <CompareTable view={view} params={params} />
              </Card>
            ) : (
              <div className="grid grid-cols-1 gap-4">
                {view.rows.map((row) => (
                  <CompareCard key={row.indicator.id} view={view} row={row} params={params} />
                ))}
              </div>
            )}
            {view.group.every(({ reached }) => reached) ? null : (
              <p className="mt-3 text-ink-2 text-note">{t("beyond")}</p>
            )}
          </>
        )}
      </>
    );
  },
});
