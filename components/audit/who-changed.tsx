/** “Who changed it” beside a field or a section: one click to its history. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { type HistoryKind, historyHref } from "#lib/domains/audit/trail.ts";

type Props = { kind: HistoryKind; id: string | number; field?: string };

export async function WhoChanged({ kind, id, field }: Props) {
  const t = await getTranslations("audit");
  return (
    <Link
      href={historyHref(kind, id, field)}
      className="inline-flex min-h-touch items-center text-note desk:min-h-6 print:hidden"
    >
      {t("history.who")}
    </Link>
  );
}
