/** One need: what is asked for, where it lies and until when, what comes next, and each step that was taken. */

import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { NeedChain } from "#components/needs/need-chain.tsx";
import { NeedClock, NeedMark } from "#components/needs/need-marks.tsx";
import { NextSteps } from "#components/needs/next-steps.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { ProvisionalNote } from "#components/workdays/provisional-note.tsx";
import { getNeed } from "#lib/domains/needs/queries/show-need.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { assign, escalate, finish, giveBack, handDown, judge, pause, resume, withdraw } from "../actions.ts";

const deeds = { assign, escalate, handDown, return: giveBack, pause, resume, finish, judge, withdraw };

export async function generateMetadata() {
  return { title: (await getTranslations("needs"))("one") };
}

export default page({
  route: "/needs/[id]",
  load: (scope, { params }) => getNeed(scope, { id: params.id ?? "" }),
  render: async (view, { today }) => {
    const t = await getTranslations("needs");
    const f = await getFormats();
    const { name } = await categoryNames(view.categories);
    const { need, may } = view;
    const whose = need.householdId ? t("of", { name: need.about }) : t("ofVillage", { name: need.about });
    const works = Object.values(may).some(Boolean);
    return (
      <>
        <PageHead
          title={t("headline", { category: name(need.category), urgency: t(`urgency.${need.urgency}`) })}
          back={{ href: "/needs", label: t("title") }}
          note={`${whose} · ${need.place}`}
          mark={
            need.reopened > 0 ? (
              <Badge tone="watch">{t("reopened", { count: need.reopened })}</Badge>
            ) : undefined
          }
        />
        {need.cameBack && !works ? (
          <div className="mb-4">
            <Notice tone="watch">
              {t("cameBack", { seat: t("seat", { level: t(`level.${need.level}`), name: need.seat }) })}
            </Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <div className="grid gap-4">
            {works ? (
              <Card title={t("handling")}>
                <NextSteps view={view} today={today} deeds={deeds} />
              </Card>
            ) : null}
            <Card title={t("facts")}>
              <SummaryList
                items={[
                  { label: t("stateLabel"), value: <NeedMark need={need} /> },
                  {
                    label: t("words"),
                    value: need.words ? (
                      <span className="whitespace-pre-line">{need.words}</span>
                    ) : (
                      <EmptyMark />
                    ),
                  },
                  {
                    label: t("levelLabel"),
                    value: t("seat", { level: t(`level.${need.level}`), name: need.seat }),
                  },
                  {
                    label: t("handler"),
                    value: need.handlerUnit
                      ? [need.handlerUnit, need.handlerName].filter(Boolean).join(" ")
                      : t("nobody"),
                    note: need.askedOn ? t("askedOn", { day: f.day(need.askedOn) }) : undefined,
                  },
                  {
                    label: t("due"),
                    value: (
                      <>
                        {f.day(need.dueOn)} <NeedClock need={need} today={today} />
                      </>
                    ),
                    note: (
                      <>
                        {need.firstDueOn === need.dueOn
                          ? t("dueNote", { days: need.limitDays, day: f.day(need.dueOn) })
                          : t("firstDue", { day: f.day(need.firstDueOn) })}
                        <ProvisionalNote year={view.provisional} />
                      </>
                    ),
                  },
                  {
                    label: t("raisedOn"),
                    value: f.longDay(need.raisedOn),
                    note: need.raisedByName ?? undefined,
                  },
                  {
                    label: t("sourceLabel"),
                    value: t(`source.${need.source}`),
                    action:
                      need.visitId && view.opensHousehold ? (
                        <Link
                          href={`/visits/${need.visitId}`}
                          className="inline-flex min-h-touch items-center desk:min-h-6"
                        >
                          {t("openVisit")}
                        </Link>
                      ) : undefined,
                  },
                  ...(need.result
                    ? [
                        {
                          label: t("result"),
                          value: need.result,
                          note: need.doneOn ? f.day(need.doneOn) : undefined,
                        },
                      ]
                    : []),
                  ...(need.verdict && need.status === "CLOSED"
                    ? [
                        {
                          label: t("verdictLabel"),
                          value: t(`verdict.${need.verdict}`),
                          note: need.closedOn ? `${t("closedOn")} ${f.day(need.closedOn)}` : undefined,
                        },
                      ]
                    : []),
                ]}
              />
              {need.householdId && view.opensHousehold ? (
                <p className="mt-2">
                  <Link
                    href={`/households/${need.householdId}`}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {t("openHousehold")}
                  </Link>
                </p>
              ) : null}
            </Card>
          </div>
          <Card title={t("chain")}>
            <NeedChain deeds={view.deeds} />
          </Card>
        </div>
      </>
    );
  },
});
