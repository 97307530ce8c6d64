/** Dictionaries for the screen: a list with its entries and its history. */
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { entriesOf, isOpen, type ListKey, type Stored } from "./dictionary.ts";
import { DictionaryAsked } from "./input.ts";

export const storedEntries = (sql: Sql): Promise<Stored[]> => sql<Stored>`
  select list, code, name, name_en as "nameEn", aliases, position, retired_on::text as "retiredOn", basis, version from dictionary_entry
  order by list, code`;

export type DictionaryChange = {
  id: string;
  at: string;
  who: string | null;
  code: string;
  field: string;
  old: string | null;
  new: string | null;
};

export const getDictionary = query({
  name: "dictionaries.get",
  input: DictionaryAsked,
  run: async ({ sql }, { list }) => {
    const key = list as ListKey;
    const entries = entriesOf(key, await storedEntries(sql));
    const history = await sql<DictionaryChange>`
      select id::text as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, account_name as who,
        split_part(entity_id, ':', 2) as code, field, old, new
      from change where entity = 'dictionary' and split_part(entity_id, ':', 1) = ${list} order by id desc limit 30`;
    return { list: key, open: isOpen(key), entries, history };
  },
});
