/** Closes several accounts at once, such as those that nobody has used for months: all of them or none. */
import { command } from "#lib/platform/command.ts";
import { ManyAccounts } from "../input.ts";
import { managedAccounts, mayClose } from "../inside/account.ts";

export const suspendAccounts = command({
  name: "accounts.suspendMany",
  tells: "account.suspended",
  asks: "fresh-proof",
  input: ManyAccounts,
  subject: async (work, { accountIds }) => {
    const accounts = await managedAccounts(work, accountIds);
    return accounts.length === new Set(accountIds).size ? accounts : null;
  },
  may: (viewer, accounts) => accounts.every((account) => mayClose(viewer, account)),
  run: async ({ tx, sql }, _input, accounts) => {
    const ids = accounts.map(({ id }) => id);
    await sql`select sec.sign_out(one) as ended from unnest(${ids}::int[]) one`;
    await tx.account.updateMany({
      where: { id: { in: ids } },
      data: { status: "DISABLED", version: { increment: 1 } },
    });
    return ids;
  },
  fact: (ids, _input, accounts) => ({
    subject: `account:${ids[0] ?? 0}`,
    division: accounts[0]?.divisionId ?? null,
    accounts: ids.map(String),
  }),
});
