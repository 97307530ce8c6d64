/** What the office calls subjects and reasons on its screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Option } from "#components/ui/inputs.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { TeachingWords } from "#lib/domains/talent/words.ts";

export type TeachingNames = {
  subject: (code: string) => string;
  absence: (code: string) => string;
  options: (entries: readonly Entry[]) => Option[];
};

export async function teachingNames({ subjects, absences }: TeachingWords): Promise<TeachingNames> {
  const t = await getTranslations("dictionaries");
  const locale = await getLocale();
  const said = (entry: Entry) => nameOf(entry, locale, (code) => t(`default.${code}` as "default.CHINESE"));
  const find = (entries: readonly Entry[], code: string) => {
    const entry = entries.find((one) => one.code === code);
    return entry ? said(entry) : code;
  };
  return {
    subject: (code) => find(subjects, code),
    absence: (code) => find(absences, code),
    options: (entries) => entries.map((entry) => ({ value: entry.code, label: said(entry) })),
  };
}
