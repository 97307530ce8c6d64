/** A visit beside the register; from here open it or the household. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { VisitDetail } from "#lib/domains/visits/queries/list-visits.ts";
import { VisitFacts } from "./visit-facts.tsx";

type Props = { peek: string; visit: VisitDetail | null; closeHref: string };

export async function VisitPeek({ peek, visit, closeHref }: Props) {
  const t = await getTranslations("visits");
  const common = await getTranslations("common");
  if (!visit) return <Drawer peek={peek} title={null} closeHref={closeHref} />;
  return (
    <Drawer
      peek={peek}
      title={t("one", { name: visit.headName })}
      closeHref={closeHref}
      actions={
        <>
          <LinkButton href={`/visits/${visit.id}`}>{common("peek.page")}</LinkButton>
          <LinkButton kind="quiet" href={`/households/${visit.householdId}`}>
            {t("of", { name: visit.headName })}
          </LinkButton>
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-2 text-ink-2">
        {[visit.place, visit.groupName].filter(Boolean).join(" ")}
        {visit.late ? <Badge>{t("late")}</Badge> : null}
      </p>
      {visit.status === "WITHDRAWN" ? <Notice tone="watch">{t("withdrawn")}</Notice> : null}
      <VisitFacts visit={visit} />
    </Drawer>
  );
}
