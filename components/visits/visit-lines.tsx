/** Visits of one household, newest first, each with how the family was. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { VisitRow } from "#lib/domains/visits/queries/list-visits.ts";
import { SituationMark } from "./situation-mark.tsx";

export async function VisitLines({ visits, householdId }: { visits: VisitRow[]; householdId: string }) {
  const t = await getTranslations("visits");
  if (visits.length === 0)
    return (
      <EmptyState
        kind="never"
        title={t("empty.household")}
        action={<LinkButton href={`/visits/new?household=${householdId}`}>{t("first")}</LinkButton>}
      />
    );
  return (
    <Timeline
      items={visits.map((visit) => ({
        id: visit.id,
        when: `${visit.visitedOn} · ${t(`kind.${visit.kind as "HOME"}`)}`,
        title: (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/visits/${visit.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
              {visit.visitors ?? t("nobody")}
            </Link>
            <SituationMark situation={visit.situation} />
            {visit.late ? <Badge>{t("late")}</Badge> : null}
            {visit.bySheet ? <Badge>{t("bySheet")}</Badge> : null}
            {visit.standInReason ? <Badge>{t("standIn")}</Badge> : null}
            {visit.sameDay > 1 ? <Badge>{t("sameDay", { count: visit.sameDay })}</Badge> : null}
          </span>
        ),
        body: (
          <>
            {visit.topics.length > 0 ? (
              <p>{visit.topics.map((one) => t(`topic.${one as "POLICY"}`)).join(t("comma"))}</p>
            ) : null}
            {visit.note ? <p>{visit.note}</p> : null}
          </>
        ),
      }))}
    />
  );
}
