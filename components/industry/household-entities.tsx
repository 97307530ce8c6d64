/** On the page of a household: which entities take it along. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import type { HouseholdEntity } from "#lib/domains/industry/queries/of-household.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function HouseholdEntities({ rows }: { rows: readonly HouseholdEntity[] }) {
  const t = await getTranslations("industry");
  const f = await getFormats();
  return (
    <Card title={t("household.title")}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("household.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li
              key={row.linkId}
              className="flex min-h-row flex-wrap items-center justify-between gap-x-3 py-1"
            >
              <span>
                <Link
                  href={`/industry/${row.entityId}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {row.name}
                </Link>{" "}
                {t(`role.${row.role}`)}
              </span>
              <span className="text-ink-2 text-note">
                {row.toOn
                  ? t("links.between", { from: row.fromOn, to: row.toOn })
                  : t("links.since", { from: row.fromOn })}
                {row.year !== null && row.fen !== null
                  ? ` · ${t("links.year", { year: String(row.year), amount: f.yuan(BigInt(row.fen)) })}`
                  : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
