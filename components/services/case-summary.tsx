/** What stands at the head of a case: who asked for what, until when, how often the citizen came. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { ProvisionalNote } from "#components/workdays/provisional-note.tsx";
import type { CaseView } from "#lib/domains/services/queries/show.ts";
import { isEnded } from "#lib/domains/services/service.ts";

export async function CaseSummary({ view: { head, pauses, provisional } }: { view: CaseView }) {
  const t = await getTranslations("services");
  return (
    <Card>
      <SummaryList
        columns={2}
        items={[
          {
            label: t("case.applicant"),
            value: head.applicant,
            ...(head.householdId
              ? {
                  note: (
                    <Link
                      href={`/households/${head.householdId}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {t("case.household", { no: head.householdNo ?? "" })}
                    </Link>
                  ),
                }
              : {}),
          },
          {
            label: t("case.window"),
            value: head.windowName,
            note: `${head.place} · ${t("case.acceptedBy", { name: head.acceptedBy, day: head.acceptedOn })}`,
          },
          {
            label: t("case.due"),
            value: head.dueOn ?? (isEnded(head.state) ? <EmptyMark /> : t("state.PAUSED")),
            note: (
              <>
                {[
                  t("case.limit", { days: head.limitDays, day: head.receivedOn }),
                  // Papers that came on the day they were asked for stopped nothing.
                  ...pauses
                    .filter(({ from, to }) => from !== to)
                    .map(({ from, to }) =>
                      to ? t("case.paused", { from, to }) : t("case.pausing", { from }),
                    ),
                ].join("；")}
                <ProvisionalNote year={provisional} />
              </>
            ),
          },
          ...(head.state === "WITHDRAWN"
            ? [
                {
                  label: t("case.withdrawnOn"),
                  value: head.closedOn ?? <EmptyMark />,
                  note: head.closedBy ?? undefined,
                },
              ]
            : []),
          { label: t("case.came"), value: t("case.times", { n: head.timesCame }) },
          ...(head.result
            ? [
                {
                  label: t("case.result"),
                  value: t(`result.${head.result}`),
                  note: [
                    head.resultNote,
                    t("case.closedBy", { name: head.closedBy ?? "", day: head.closedOn ?? "" }),
                  ]
                    .filter(Boolean)
                    .join(" · "),
                },
                {
                  label: t("case.rating"),
                  value: head.rating ? t(`rating.${head.rating}`) : t("case.notRated"),
                  ...(head.ratedAt
                    ? { note: t(`case.rated.${head.ratedAt}`, { day: head.ratedOn ?? "" }) }
                    : {}),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
