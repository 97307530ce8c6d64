/** Closes several accounts at once, such as those that nobody has used for months: all of them or none. */
import { command } from "#lib/platform/command.ts";
import { ManyAccounts } from "../input.ts";
import { type Managed, managedAccount } from "../inside/account.ts";
import { mayManage } from "../roles.ts";

export const suspendAccounts = command({
  name: "accounts.suspendMany",
  tells: "account.suspended",
  asks: "fresh-proof",
  input: ManyAccounts,
  subject: async (work, { accountIds }) => {
    const found: Managed[] = [];
    for (const id of new Set(accountIds)) {
      const account = await managedAccount(work, id);
      if (!account) return null;
      found.push(account);
    }
    return found;
  },
  may: (viewer, accounts) =>
    accounts.every(
      ({ id, beyond, divisionId, grants }) =>
        id !== viewer.accountId && !beyond && mayManage(viewer, divisionId, grants),
    ),
  run: async ({ tx }, _input, accounts) => {
    const ids = accounts.map(({ id }) => id);
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
