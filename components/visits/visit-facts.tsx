/** What was written down about one visit. */
import { getTranslations } from "next-intl/server";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { VisitDetail } from "#lib/domains/visits/queries/list-visits.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { SituationMark } from "./situation-mark.tsx";

export async function VisitFacts({ visit }: { visit: VisitDetail }) {
  const t = await getTranslations("visits");
  const f = await getFormats();
  return (
    <SummaryList
      items={[
        { label: t("column.day"), value: f.longDay(visit.visitedOn) },
        { label: t("column.visitors"), value: visit.visitors ?? <EmptyMark /> },
        { label: t("column.kind"), value: t(`kind.${visit.kind as "HOME"}`) },
        {
          label: t("form.metWith"),
          value: visit.metWith ? t(`metWith.${visit.metWith as "HEAD"}`) : <EmptyMark />,
        },
        { label: t("column.situation"), value: <SituationMark situation={visit.situation} /> },
        {
          label: t("column.topics"),
          value:
            visit.topics.length > 0 ? (
              visit.topics.map((one) => t(`topic.${one as "POLICY"}`)).join(t("comma"))
            ) : (
              <EmptyMark />
            ),
        },
        { label: t("form.note"), value: visit.note ?? <EmptyMark /> },
        ...(visit.asked ? [{ label: t("asked"), value: visit.asked }] : []),
        ...(visit.help ? [{ label: t("help"), value: visit.help }] : []),
        ...(visit.goods
          ? [
              {
                label: t("goods"),
                // A bare sum is money; words name their sum themselves.
                value: /^[\d.,]+$/.test(visit.goods) ? f.yuan(visit.goodsFen) : visit.goods,
              },
            ]
          : []),
        ...(visit.standInReason ? [{ label: t("standIn"), value: visit.standInReason }] : []),
        ...(visit.recorder ? [{ label: t("recorder"), value: visit.recorder }] : []),
        { label: t("writtenAt"), value: f.dayTime(visit.createdAt) },
      ]}
    />
  );
}
