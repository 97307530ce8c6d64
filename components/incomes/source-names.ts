/** What sources of income are called on this office's screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Source } from "#lib/domains/incomes/sources.ts";

export async function sourceNames(): Promise<(source: Source) => string> {
  const t = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  return ({ entry }) => nameOf(entry, locale, (code) => t(`default.${code as "COOPERATIVE"}`));
}
