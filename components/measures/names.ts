/** What categories of measures are called on this office's screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";

export async function categoryNames(entries: readonly Entry[]) {
  const t = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const said = (entry: Entry) => nameOf(entry, locale, (code) => t(`default.${code as "COOPERATIVE"}`));
  return {
    name: (code: string) => {
      const entry = entries.find((one) => one.code === code);
      return entry ? said(entry) : code;
    },
    /** Without what is retired, except the one that stands in the row. */
    options: (today: string, now?: string) =>
      entries
        .filter(({ code, retiredOn }) => code === now || retiredOn === null || retiredOn > today)
        .map((entry) => ({ value: entry.code, label: said(entry) })),
  };
}
