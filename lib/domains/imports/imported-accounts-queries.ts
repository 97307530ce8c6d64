/** The accounts that an import of one's own made, with what has become of each: for the slips. */
import { query } from "#lib/platform/query.ts";
import { ImportId } from "./input.ts";

export type ImportedAccount = {
  id: number;
  username: string;
  name: string;
  place: string;
  /** Null: none any more. */
  role: string | null;
  /** FRESH has never been used: it waits for its code, or for its person. */
  state: "FRESH" | "USED" | "CLOSED";
  /** Until which day its slip is good. */
  until: string | null;
};

export const importedAccounts = query({
  name: "imports.accounts",
  input: ImportId,
  run: ({ sql, viewer }, { id }): Promise<ImportedAccount[]> => sql<ImportedAccount>`
    with made as materialized (
      select t.key::int as id from import_trace t join import i on i.id = t.import_id
      where t.import_id = ${id}::uuid and t.tbl = 'account' and i.account_id = ${viewer.accountId} and i.status = 'DONE')
    select a.id, a.username, a.name, d.name as place,
      to_char(c.until at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as until,
      (select g.role from role_grant g where g.account_id = a.id and (g.to_at is null or g.to_at > now()) order by g.id limit 1) as role,
      case when a.status <> 'ACTIVE' then 'CLOSED' when a.password_hash is null and a.last_sign_in_at is null then 'FRESH' else 'USED' end as state
    from made m join account a on a.id = m.id join division d on d.id = a.division_id
    left join sec.codes_open((select array_agg(id) from made)) c on c.account_id = a.id
    order by d.code, a.division_id, a.name, a.id`,
});
