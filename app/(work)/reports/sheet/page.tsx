/** The leader's sheet of a unit and period on one page (打印一页纸): what the cockpit says, in black and white, with room for instructions. */
import { getTranslations } from "next-intl/server";
import { boardHref } from "#components/cockpit/figures.ts";
import { OnePage } from "#components/reports/one-page.tsx";
import { PaperActions } from "#components/reports/paper-actions.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { page } from "#lib/platform/page.ts";
import { pdfBrowser } from "#lib/platform/pdf.ts";
import { refused } from "#lib/platform/problem.ts";

const TROUBLES = ["busy", "failed"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("sheet.title") };
}

export default page({
  route: "/reports/sheet",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    const board = await viewCockpit(scope, {
      u: params.get("u") ?? undefined,
      p: params.get("p") ?? undefined,
    });
    return { ...board, pdf: pdfBrowser() !== null };
  },
  tells: ({ unit, period }) => ({
    ...{ verb: "report.printed", subject: `division:${unit.id}`, division: unit.id },
    ...{ period, form: "sheet" },
  }),
  refused: () => <PermissionNote />,
  render: async ({ pdf, ...board }, { search, today, viewer }) => {
    const t = await getTranslations("reports");
    const cockpit = await getTranslations("cockpit");
    const trouble = TROUBLES.find((one) => one === search.pdf);
    return (
      <>
        <div className="print:hidden">
          <PageHead
            title={t("sheet.title")}
            back={{ href: boardHref(board.unit.id, board.period), label: cockpit("title") }}
            mark={<span className="text-ink-2">{board.unit.name}</span>}
            actions={
              <PaperActions
                pdf={pdf ? "/api/reports/sheet/pdf" : null}
                hidden={{ u: String(board.unit.id), p: board.period }}
              />
            }
          />
          {trouble ? (
            <div className="mb-3" role="status">
              <Notice tone="watch">{t(`print.${trouble}`)}</Notice>
            </div>
          ) : null}
        </div>
        <OnePage
          board={board}
          exceptions={board.exceptions.ok ? board.exceptions.value : []}
          today={today}
          by={viewer.name}
        />
      </>
    );
  },
});
