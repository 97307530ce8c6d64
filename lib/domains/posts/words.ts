/** The office's words for kinds of posts, sources of selection and abilities: from the dictionary, in its order. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type PostWords = { kinds: Entry[]; sources: Entry[]; tags: Entry[] };

export async function postWords(sql: Sql): Promise<PostWords> {
  const stored = await storedEntries(sql);
  return {
    kinds: entriesOf("POST_KINDS", stored),
    sources: entriesOf("SELECTION_SOURCES", stored),
    tags: entriesOf("ABILITY_TAGS", stored),
  };
}

/** What a form offers: without what is retired, except what stands in the row. */
export const offered = (entries: readonly Entry[], today: string, now: readonly string[] = []): Entry[] =>
  entries.filter(({ code, retiredOn }) => now.includes(code) || retiredOn === null || retiredOn > today);
