/** The office's words for what is taught and for why somebody was not on post: from the dictionary. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type TeachingWords = { subjects: Entry[]; absences: Entry[] };

export async function teachingWords(sql: Sql): Promise<TeachingWords> {
  const stored = await storedEntries(sql);
  return {
    subjects: entriesOf("TEACHING_SUBJECTS", stored),
    absences: entriesOf("POST_ABSENCES", stored),
  };
}

/** What a form offers: without what is retired, except the one that stands in the row. */
export const offeredOf = (entries: readonly Entry[], today: string, now?: string | null): Entry[] =>
  entries.filter(({ code, retiredOn }) => code === now || retiredOn === null || retiredOn > today);

/** For the history: the office's own word, or the code, which the screen turns into a word. */
export const recorded = (entries: readonly Entry[], code: string): string =>
  entries.find((entry) => entry.code === code)?.name ?? code;

export function mustBeOffered(entries: readonly Entry[], code: string, field: string): void {
  if (!entries.some((entry) => entry.code === code)) throw invalid({ [field]: [{ key: "choose" }] });
}
