/** One indicator of one unit: what it counts, how it went over two years against its target, and each unit below over time. */
import { getLocale, getTranslations } from "next-intl/server";
import { Multiples } from "#components/charts/multiples.tsx";
import { BoardHead } from "#components/cockpit/board-head.tsx";
import { amountOf, figureWords } from "#components/cockpit/figure-words.ts";
import { indicatorHref, itemHref } from "#components/cockpit/figures.ts";
import { HowCountedText } from "#components/cockpit/how-counted.tsx";
import { IndicatorHistory } from "#components/cockpit/indicator-history.tsx";
import { VersionList } from "#components/cockpit/version-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewIndicator } from "#lib/domains/cockpit/queries.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { isOwn } from "#lib/indicators/own.ts";
import { env } from "#lib/platform/env.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata({ params }: { params: Promise<{ indicator: string }> }) {
  const t = await getTranslations("cockpit");
  const { indicator: id } = await params;
  const indicator = indicatorById(id);
  // The name of the office's own stands in the database, which a title does not ask.
  if (isOwn(id)) return { title: `${id} · ${t("title")}` };
  return { title: indicator ? `${indicator.id} ${indicator.name[await getLocale()]}` : t("title") };
}

export default page({
  route: "/cockpit/[item]/[indicator]",
  load: (scope, { params, search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    return viewIndicator(scope, {
      ...{ item: params.item ?? "", indicator: params.indicator ?? "", n: asked.get("n") },
      ...{ u: asked.get("u") ?? undefined, p: asked.get("p") ?? undefined },
    });
  },
  refused: async () => <PermissionNote>{(await getTranslations("cockpit"))("refused")}</PermissionNote>,
  render: async (board, { search, today }) => {
    const t = await getTranslations("cockpit");
    const locale = await getLocale();
    const { indicator, unit, period, children } = board;
    const words = await figureWords(indicator);
    const below = children.flatMap(({ id, name, cells: [cell] }) => (cell ? [{ id, name, cell }] : []));
    return (
      <>
        <BoardHead
          title={`${indicator.id} ${indicator.name[locale]}`}
          path={`/cockpit/${indicator.item}/${indicator.id}`}
          params={toParams(search)}
          board={board}
          today={today}
          back={{ href: itemHref(indicator.item, unit.id, period), label: t(`short.${indicator.item}`) }}
          links={
            below.length > 1
              ? [{ href: `/compare?u=${unit.id}&p=${period}&i=${indicator.id}`, label: t("compare") }]
              : []
          }
        />
        <div className="grid grid-cols-1 gap-4">
          <IndicatorHistory board={board} params={toParams(search)} today={today} demo={env.DEMO} />
          {below.length > 0 ? (
            <Card title={t("history.below", { unit: unit.name })}>
              <Multiples
                id={indicator.id.replace(".", "-")}
                title={t("history.multiples", { n: below[0]?.cell.series.length ?? 0 })}
                items={below.map(({ id, name, cell }) => ({
                  ...{ id, name, href: indicatorHref(indicator, id, period) },
                  values: cell.series.map(({ figure }) => amountOf(indicator, figure)),
                  last: words.value(cell.figure),
                }))}
              />
            </Card>
          ) : null}
          <Card title={t("how.label")}>
            <HowCountedText indicator={indicator} asOf={board.asOf} steps={board.own[0]?.steps} />
          </Card>
          <Card title={t("versions.title")} note={t("versions.note")} flush>
            <VersionList versions={board.versions} />
          </Card>
        </div>
      </>
    );
  },
});
