/** How a check was drawn, in words by which anybody can draw it again; and whether the seed still gives the same list. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Explain } from "#components/ui/explain.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import type { CheckView } from "#lib/domains/sample-checks/queries/show.ts";

export async function CheckSummary({ view: { check, checkers, redrawn } }: { view: CheckView }) {
  const t = await getTranslations("sampleChecks");
  return (
    <Card>
      <SummaryList
        items={[
          {
            label: t("show.day"),
            value: check.referenceOn,
            note: t("show.ordered", { name: check.orderedBy, day: check.orderedOn }),
          },
          { label: t("show.checkers"), value: checkers.map(({ name }) => name).join("、") },
          {
            label: t("show.seed"),
            value: <span className="break-all font-num">{check.seed}</span>,
            ...(redrawn === null ? {} : { note: t(redrawn ? "show.same" : "show.differs") }),
          },
        ]}
      />
      <div className="mt-2">
        {t("show.pool", { pool: check.pool, size: check.size })}{" "}
        <Explain label={t("show.method")}>
          {t("show.methodText", { stratum: t(`stratum.${check.stratum}`), size: check.size })}
        </Explain>
      </div>
    </Card>
  );
}
