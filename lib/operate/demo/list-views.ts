// Views that people of the demo keep of their list of households, so that a visitor sees what a view is good for.
import type pg from "pg";

const VIEWS: [who: string, name: string, query: string][] = [
  ["四郎多吉", "未结对的贫困户", "f.paired=no&f.status=POOR%2CRETURNED"],
  ["四郎多吉", "三个月没走访", "f.visited=over90"],
  ["嘎松曲珍", "三个月没走访", "f.visited=over90"],
];

export async function addListViews(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into list_view (account_id, list, name, query)
     select a.id, 'households', v.name, v.query from jsonb_to_recordset($1::jsonb) as v (who text, name text, query text) join account a on a.name = v.who`,
    [JSON.stringify(VIEWS.map(([who, name, query]) => ({ who, name, query })))],
  );
}
