/** What an entry is called on this office's screens. */
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";

export function nameOf(entry: Entry, locale: "zh-CN" | "en", ofDefault: (code: string) => string): string {
  const own = locale === "en" ? (entry.nameEn ?? entry.name) : entry.name;
  return own ?? (entry.defaultKey ? ofDefault(entry.defaultKey) : (entry.usual?.[locale] ?? entry.code));
}
