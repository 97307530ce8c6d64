/** listViews.own and listViews.columns: one's own views of a list, and the columns that one wants of it (null: all of them). */
import { query } from "#lib/platform/query.ts";
import { ListAsked } from "./input.ts";
import type { ListView } from "./list-view.ts";

export const ownViews = query({
  name: "listViews.own",
  input: ListAsked,
  run: ({ sql, viewer }, { list }) => sql<ListView>`
    select id, name, query, opens, version from list_view where account_id = ${viewer.accountId} and list = ${list} order by name`,
});

export const ownColumns = query({
  name: "listViews.columns",
  input: ListAsked,
  run: async ({ sql, viewer }, { list }): Promise<string[] | null> => {
    const [row] = await sql<{ columns: string[] }>`
      select columns from list_columns where account_id = ${viewer.accountId} and list = ${list}`;
    return row?.columns ?? null;
  },
});
