/** Ends every session of somebody else's account, from afar. */
import { command } from "#lib/platform/command.ts";
import { OneAccount } from "../input.ts";
import { managedAccount } from "../inside/account.ts";
import { mayManage } from "../roles.ts";

export const signOutAccount = command({
  name: "accounts.signOut",
  tells: "account.signedOut",
  input: OneAccount,
  subject: (work, { accountId }) => managedAccount(work, accountId),
  may: (viewer, account) =>
    account.id !== viewer.accountId &&
    !account.beyond &&
    mayManage(viewer, account.divisionId, account.grants),
  run: async ({ sql }, { accountId }) => {
    await sql`select sec.sign_out(${accountId}::int) as ended`;
    return accountId;
  },
  fact: (id, _input, account) => ({ subject: `account:${id}`, division: account.divisionId }),
});
