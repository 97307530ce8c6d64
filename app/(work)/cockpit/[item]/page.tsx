/** One item of the model: its indicators, how they went, and the units below from low to high. */
import { getLocale, getTranslations } from "next-intl/server";
import { BoardHead } from "#components/cockpit/board-head.tsx";
import { IndicatorPanel } from "#components/cockpit/indicator-panel.tsx";
import { BoardMark } from "#components/instructions/board-mark.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewItem } from "#lib/domains/cockpit/queries.ts";
import { instructionsOnBoard } from "#lib/domains/instructions/queries/list-instructions.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveTarget } from "../actions.ts";

export async function generateMetadata({ params }: { params: Promise<{ item: string }> }) {
  const t = await getTranslations("cockpit");
  const asked = (await params).item;
  const item = ITEMS.find(({ code }) => code === asked);
  return { title: item ? t(`item.${item.code}`) : t("title") };
}

export default page({
  route: "/cockpit/[item]",
  load: async (scope, { params, search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    const board = await viewItem(scope, {
      item: params.item ?? "",
      u: asked.get("u") ?? undefined,
      p: asked.get("p") ?? undefined,
    });
    const instructed = await scope.panel("instructions", () =>
      instructionsOnBoard(scope, { units: [board.unit.id], period: board.period }),
    );
    return { ...board, instructed: instructed.ok ? instructed.value : [] };
  },
  refused: async () => {
    const t = await getTranslations("cockpit");
    return <PermissionNote>{t("refused")}</PermissionNote>;
  },
  render: async (board, { search, today, viewer }) => {
    const t = await getTranslations("cockpit");
    const locale = await getLocale();
    return (
      <>
        <BoardHead
          title={t(`item.${board.item}`)}
          path={`/cockpit/${board.item}`}
          params={toParams(search)}
          board={board}
          today={today}
          back={{ href: `/cockpit?u=${board.unit.id}&p=${board.period}`, label: t("title") }}
        />
        {board.own.length === 0 ? (
          <EmptyState kind="notYet" title={t("page.notYet")}>
            {t(`fill.${board.item}`)}
          </EmptyState>
        ) : null}
        <div className="grid grid-cols-1 gap-4">
          {board.own.map((own) => (
            <section key={own.indicator.id} aria-label={own.indicator.name[locale]}>
              <IndicatorPanel
                board={board}
                indicator={own.indicator}
                most={board.most[own.indicator.id]}
                slices={board.slices[own.indicator.id]}
                setTarget={
                  may(viewer, "target.edit", board.unit.parentId ?? board.unit.id) ? saveTarget : null
                }
                mayDivide={may(viewer, "target.edit", board.unit.id)}
                mark={
                  <BoardMark
                    on={board.instructed}
                    unit={board.unit.id}
                    indicator={own.indicator.id}
                    period={board.period}
                    mayGive={may(viewer, "instruction.give", board.unit.id)}
                    today={today}
                  />
                }
              />
            </section>
          ))}
        </div>
      </>
    );
  },
});
