/** What kinds and modes are called on this office's screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { IndustryWords } from "#lib/domains/industry/words.ts";

export type IndustryNames = {
  kind: (code: string) => string;
  mode: (code: string | null) => string | null;
  options: (entries: readonly Entry[]) => { value: string; label: string }[];
};

export async function industryNames({ kinds, modes }: IndustryWords): Promise<IndustryNames> {
  const t = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const said = (entry: Entry) => nameOf(entry, locale, (code) => t(`default.${code as "COOPERATIVE"}`));
  const find = (entries: readonly Entry[], code: string) => {
    const entry = entries.find((one) => one.code === code);
    return entry ? said(entry) : code;
  };
  return {
    kind: (code) => find(kinds, code),
    mode: (code) => (code === null ? null : find(modes, code)),
    options: (entries) => entries.map((entry) => ({ value: entry.code, label: said(entry) })),
  };
}
