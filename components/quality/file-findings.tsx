/** What is doubtful in one file, above its overview: nothing when nothing is. */
import { getTranslations } from "next-intl/server";
import { SeverityMark } from "#components/quality/severity-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import type { FindingRow } from "#lib/domains/quality/finding.ts";
import { findingWords } from "./finding-words.ts";

export async function FileFindings({ rows }: { rows: readonly FindingRow[] }) {
  const open = rows.filter(({ confirmedNote }) => confirmedNote === null);
  if (open.length === 0) return null;
  const t = await getTranslations("quality");
  const words = await findingWords();
  return (
    <Card title={t("card.title")}>
      <ul className="grid gap-1">
        {open.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-2">
            <SeverityMark severity={row.severity} />
            <Link href={`/quality/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
              {row.member ? `${row.member}：${words.what(row)}` : words.what(row)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
