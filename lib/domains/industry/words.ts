/** The office's words for kinds and modes: from the dictionary, with what it has retired told apart. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type IndustryWords = { kinds: Entry[]; modes: Entry[] };

export async function industryWords(sql: Sql): Promise<IndustryWords> {
  const stored = await storedEntries(sql);
  return { kinds: entriesOf("INDUSTRY_KINDS", stored), modes: entriesOf("INDUSTRY_MODES", stored) };
}

/** For the history: the office's own word as it is today, or the code, which the screen turns into a word. */
export const recorded = (entries: readonly Entry[], code: string | null): string | null =>
  entries.find((entry) => entry.code === code)?.name ?? code;

/** What a form offers: without what is retired, except the one that stands in the row. */
export const offeredOf = (entries: readonly Entry[], today: string, now?: string | null): Entry[] =>
  entries.filter(({ code, retiredOn }) => code === now || retiredOn === null || retiredOn > today);
