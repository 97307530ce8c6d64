/** What a cause of weakness is called on this office's screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";

export async function causeWords(causes: readonly Entry[]): Promise<(code: string) => string> {
  const t = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  return (code) => {
    const entry = causes.find((one) => one.code === code);
    return entry ? nameOf(entry, locale, (known) => t(`default.${known as "NO_SECRETARY"}`)) : code;
  };
}
