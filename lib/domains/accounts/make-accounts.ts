/** Writes the accounts of a list, each with its first role; whoever calls has judged every one of them. */
import type { Scope } from "#lib/platform/scope.ts";

export type NewAccount = {
  username: string;
  name: string;
  divisionId: number;
  personId: string | null;
  role: string;
  /** Null: from now on. */
  fromAt?: Date | null;
  toAt?: Date | null;
};

/** By account name, the numbers of the accounts made. */
export async function makeAccounts(
  { sql, viewer }: Pick<Scope, "sql" | "viewer">,
  accounts: readonly NewAccount[],
): Promise<Map<string, number>> {
  const list = JSON.stringify(accounts);
  const made = await sql<{ id: number; username: string }>`
    insert into account (username, name, division_id, person_id)
    select n.username, n.name, n."divisionId", n."personId"
    from jsonb_to_recordset(${list}::text::jsonb) as n (username text, name text, "divisionId" int, "personId" uuid)
    returning id, username`;
  await sql`
    insert into role_grant (account_id, role, division_id, granted_by, from_at, to_at)
    select a.id, n.role, n."divisionId", ${viewer.accountId}::int, coalesce(n."fromAt", now()), n."toAt"
    from jsonb_to_recordset(${list}::text::jsonb) as n (username text, role text, "divisionId" int, "fromAt" timestamptz, "toAt" timestamptz)
    join account a on a.username = n.username returning id`;
  return new Map(made.map(({ id, username }) => [username, id]));
}
