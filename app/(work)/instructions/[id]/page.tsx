/** One instruction: what was asked about which figure, of whom and by when, what comes next, and each step; it can be printed. */

import { getTranslations } from "next-intl/server";
import { rowsHref } from "#components/cockpit/figures.ts";
import { PrintButton } from "#components/handover/print-button.tsx";
import { NextSteps } from "#components/instructions/next-steps.tsx";
import { Clock, StateMark } from "#components/instructions/state-mark.tsx";
import { Trail } from "#components/instructions/trail.tsx";
import { instructionWords } from "#components/instructions/words.ts";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { may as mayDo } from "#lib/domains/accounts/roles.ts";
import { getInstruction } from "#lib/domains/instructions/queries/show-instruction.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { accept, markRead, remind, reply, sendBack, withdraw } from "../actions.ts";

const deeds = { read: markRead, reply, accept, return: sendBack, withdraw, remind };
const SAVED = ["given", "read", "replied", "accepted", "returned", "withdrawn", "reminded"] as const;
const link = "inline-flex min-h-touch items-center desk:min-h-6";

export async function generateMetadata() {
  return { title: (await getTranslations("instructions"))("one") };
}

export default page({
  route: "/instructions/[id]",
  load: (scope, { params }) => getInstruction(scope, { id: params.id ?? "" }),
  render: async (view, { search, viewer, today }) => {
    const t = await getTranslations("instructions");
    const f = await getFormats();
    const words = await instructionWords();
    const { row, steps, may, indicator } = view;
    const saved = SAVED.find((one) => one === search.saved);
    const works = Object.values(may).some(Boolean);
    const opensFigure = indicator && mayDo(viewer, "cockpit.view", row.divisionId);
    return (
      <>
        <PageHead
          title={t("headline", { giver: row.giver, unit: row.unit })}
          back={{ href: "/instructions", label: t("title") }}
          mark={<StateMark row={row} today={today} />}
          actions={<PrintButton label={t("print")} />}
        />
        {saved ? (
          <div role="status" className="mb-3 print:hidden">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2">
          <div className="grid gap-4">
            <Card title={t("facts")}>
              <SummaryList
                items={[
                  {
                    label: t("list.asked"),
                    value: (
                      <span className="whitespace-pre-line">
                        {[words.asked(row), row.words].filter(Boolean).join("\n")}
                      </span>
                    ),
                  },
                  {
                    label: t("list.about"),
                    value: indicator ? await words.stood(indicator, row) : row.unit,
                    note: indicator ? t("stoodNote", { day: f.day(row.givenOn), unit: row.unit }) : undefined,
                    action:
                      opensFigure && row.period ? (
                        <Link
                          href={rowsHref(indicator.id, row.divisionId, row.period, "missing")}
                          className={`${link} print:hidden`}
                        >
                          {t("openRows")}
                        </Link>
                      ) : undefined,
                  },
                  { label: t("list.to"), value: words.whom(row) },
                  {
                    label: t("list.giver"),
                    value: `${row.giver} · ${row.fromUnit}`,
                    note: f.longDay(row.givenOn),
                  },
                  ...(row.dueOn
                    ? [
                        {
                          label: t("list.due"),
                          value: (
                            <>
                              {f.day(row.dueOn)} <Clock row={row} today={today} />
                            </>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
            {works ? (
              <div className="print:hidden">
                <Card title={t("handling")}>
                  <NextSteps view={view} today={today} deeds={deeds} />
                </Card>
              </div>
            ) : null}
          </div>
          <Card title={t("trail")}>
            <Trail steps={steps} />
          </Card>
        </div>
      </>
    );
  },
});
