/** One closed period of a unit: as told, corrected, and as its rows stand today; who signed it. */
import { getTranslations } from "next-intl/server";
import { CorrectionTable } from "#components/closings/correction-table.tsx";
import { LineTable } from "#components/closings/line-table.tsx";
import { Signatures } from "#components/closings/signatures.tsx";
import { boardHref } from "#components/cockpit/figures.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewClosing } from "#lib/domains/closings/queries/view-closing.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { sign } from "../actions.ts";

export async function generateMetadata({ params }: { params: Promise<{ period: string }> }) {
  return { title: `${(await getTranslations("closings"))("title")} ${(await params).period}` };
}

export default page({
  route: "/cockpit/closings/[period]",
  load: (scope, { params, search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    return viewClosing(scope, { period: params.period ?? "", u: toParams(search).get("u") ?? undefined });
  },
  refused: () => <PermissionNote />,
  render: async ({ unit, period, closing, lines, corrections, followed, signatures, maySign }) => {
    const t = await getTranslations("closings");
    const f = await getFormats();
    return (
      <>
        <PageHead
          title={t("one.title", { period: f.period(period) })}
          back={{ href: `/cockpit/closings?u=${unit.id}`, label: t("title") }}
          mark={<span className="text-ink-2">{unit.name}</span>}
          note={t("one.lead", { at: f.dayTime(closing.closedAt), by: closing.by ?? t("clock") })}
          actions={<LinkButton href={boardHref(unit.id, period)}>{t("one.board")}</LinkButton>}
        />
        <div className="grid gap-4">
          {signatures.length > 0 ? (
            <Card title={t("signatures.title")} flush>
              <Signatures
                signatures={signatures}
                unit={unit.id}
                period={period}
                sign={maySign ? sign : null}
              />
            </Card>
          ) : null}
          <Card title={t("one.lines")} flush>
            <LineTable lines={lines} unit={unit.id} period={period} />
          </Card>
          <Card
            title={t(corrections.length === 200 ? "corrections.latest" : "corrections.title", {
              n: corrections.length,
            })}
            flush
          >
            {corrections.length === 0 ? (
              <EmptyState kind="done" title={t(followed ? "corrections.none" : "one.notFollowed")} />
            ) : (
              <CorrectionTable
                corrections={corrections}
                indicators={lines.map(({ indicator }) => indicator)}
                period={period}
              />
            )}
          </Card>
        </div>
      </>
    );
  },
});
