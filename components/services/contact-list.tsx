/** The history of a case, the latest first: every deed, and every way that the citizen had to make. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ContactRow } from "#lib/domains/services/queries/show.ts";

export async function ContactList({ rows }: { rows: readonly ContactRow[] }) {
  const t = await getTranslations("services");
  return (
    <Card title={t("history.title")}>
      <ol className="divide-y divide-line">
        {rows.map((row, at) => (
          <li key={`${row.onDay}-${row.kind}-${String(rows.length - at)}`} className="py-2">
            <p>
              {t(`contact.kind.${row.kind}`)}
              {row.note ? `：${row.note}` : ""} {row.came ? <Badge>{t("history.came")}</Badge> : null}
            </p>
            <p className="text-ink-2 text-note">
              {row.onDay} · {row.by}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
