/** Makes the accounts of a sheet as a pasted list makes them, and tells the audit the same; their codes come with the slips. */
import { makeAccounts } from "#lib/domains/accounts/make-accounts.ts";
import { may, mayGrant } from "#lib/domains/accounts/roles.ts";
import { midnight } from "#lib/domains/accounts/term.ts";
import { refused } from "#lib/platform/problem.ts";
import { askerOn } from "./asker.ts";
import type { Publishing } from "./publish.ts";
import type { AccountMeant } from "./resolve-accounts.ts";

type Row = { rowNo: number; name: string; role: string; level: string; meant: AccountMeant };

/** So many at a time, with a look in between whether somebody has stopped it. */
const AT_ONCE = 500;

export async function publishAccounts({ client, record, viewer, today, step }: Publishing): Promise<void> {
  const { rows } = await client.query<Row>(
    `select r.row_no as "rowNo", r.values->'account'->>'name' as name, r.values->'account'->>'role' as role, d.level, r.values->'meant' as meant
     from import_row r join division d on d.id = (r.values->'meant'->>'divisionId')::int where r.import_id = $1 and r.action = 'ADD' order by r.row_no`,
    [record.id],
  );
  for (const { role, level, meant } of rows)
    if (
      !may(viewer, "account.make", meant.divisionId) ||
      !mayGrant(viewer, role, { id: meant.divisionId, level })
    )
      throw refused();
  const made = new Map<string, number>();
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await step("accounts");
    const some = rows.slice(at, at + AT_ONCE).map(({ name, role, meant }) => ({
      name,
      role,
      username: meant.username,
      divisionId: meant.divisionId,
      personId: meant.personId,
      // A day that is over begins no right in the past: nobody had it then.
      fromAt: meant.fromOn && meant.fromOn > today ? midnight(meant.fromOn) : null,
      toAt: meant.toOn ? midnight(meant.toOn) : null,
    }));
    for (const [username, id] of await makeAccounts(askerOn(client, viewer), some)) made.set(username, id);
  }
  await client.query(
    `insert into audit_event (account_id, account_name, verb, subject, division_id, facts) values ($1, $2, 'account.listTaken', $3, $4, $5)`,
    [
      viewer.accountId,
      viewer.name,
      `division:${record.divisionId}`,
      record.divisionId,
      JSON.stringify({
        step: "made",
        made: made.size,
        accounts: [...made.values()].map(String),
        import: record.id,
      }),
    ],
  );
}
