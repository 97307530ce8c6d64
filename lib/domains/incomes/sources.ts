/** The sources of income by category: from the office's dictionary, in its order. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { CATEGORIES, type Category, codeOf, LIST_OF } from "./income.ts";

export type Source = { code: string; category: Category; entry: Entry };

export async function incomeSources(sql: Sql): Promise<Source[]> {
  const stored = await storedEntries(sql);
  return CATEGORIES.flatMap((category) =>
    entriesOf(LIST_OF[category], stored).map((entry) => ({
      code: codeOf(category, entry.code),
      category,
      entry,
    })),
  );
}

/** What a form offers: without what is retired, except where a figure stands already. */
export const offeredSources = (sources: readonly Source[], today: string, standing: ReadonlySet<string>) =>
  sources.filter(
    ({ code, entry }) => standing.has(code) || entry.retiredOn === null || entry.retiredOn > today,
  );
