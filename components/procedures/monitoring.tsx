/** Era B's second status: whether a household is monitored, of which type, and how it ended before. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import type { MonitoringRow } from "#lib/domains/procedures/queries/of-household.ts";

export async function MonitoringMark({ rows }: { rows: readonly MonitoringRow[] }) {
  const t = await getTranslations("procedures");
  const [last] = rows;
  if (!last) return null;
  return last.toOn === null ? (
    <Badge tone="watch">
      {t("process.monitored")} · {t(`type.${last.type}`)}
    </Badge>
  ) : (
    <Badge>{t("process.eliminated")}</Badge>
  );
}

export async function MonitoringLines({ rows }: { rows: readonly MonitoringRow[] }) {
  const t = await getTranslations("procedures");
  if (rows.length === 0) return <p className="text-ink-2">{t("process.notMonitored")}</p>;
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="py-2">
          <Link
            href={`/procedures/${row.closedCase ?? row.openedCase}`}
            className="inline-flex min-h-touch items-center underline desk:min-h-6"
          >
            {row.toOn === null
              ? t("process.monitoredSince", { type: t(`type.${row.type}`), day: row.fromOn })
              : t("process.monitoredUntil", {
                  type: t(`type.${row.type}`),
                  from: row.fromOn,
                  to: row.toOn,
                  how: t(`ended.${row.endedHow ?? "ELIMINATED"}`),
                })}
          </Link>
          <p className="text-ink-2 text-note">{row.risks.map((risk) => t(`risk.${risk}`)).join("、")}</p>
        </li>
      ))}
    </ul>
  );
}
