/** For the inbox: my imports whose columns or rows wait for my decision; a trial that would change nothing asks for none. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const importsWaiting: WaitingSource = {
  kind: "importDecides",
  deed: "decide",
  rows: ({ accountId }) => sql`
    select i.id::text as id, i.file_name as name, d.name as place, i.created_at as since, null::date as due,
      '/imports/' || i.id as href, null::text as who
    from import i join division d on d.id = i.division_id where i.account_id = ${accountId} and (i.status = 'READ'
      or i.status = 'CHECKED' and coalesce((i.counts->>'added')::int, 0) + coalesce((i.counts->>'updated')::int, 0) + coalesce((i.counts->>'bad')::int, 0) > 0)`,
};
