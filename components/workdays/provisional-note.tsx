/** Beside a day that runs into a year whose calendar nobody has entered: how it was counted. */
import { useTranslations } from "next-intl";

export function ProvisionalNote({ year }: { year: string | null }) {
  const t = useTranslations("workdays");
  return year ? <span className="block text-ink-2 text-note">{t("provisional.note", { year })}</span> : null;
}
