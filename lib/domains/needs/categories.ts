/** The categories of needs: from the office's dictionary, in its order. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import type { Sql } from "#lib/platform/sql.ts";

export const needCategories = async (sql: Sql): Promise<Entry[]> =>
  entriesOf("NEED_CATEGORIES", await storedEntries(sql));
