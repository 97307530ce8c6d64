/** Closes an account or opens it again: a closed one is signed out everywhere at once, since no session of it answers any more. */
import { command } from "#lib/platform/command.ts";
import { SetStatus } from "../input.ts";
import { managedAccount, mayClose } from "../inside/account.ts";

export const setAccountStatus = command({
  name: "accounts.setStatus",
  tells: "account.statusSet",
  asks: "fresh-proof",
  input: SetStatus,
  subject: (work, { accountId }) => managedAccount(work, accountId),
  may: mayClose,
  run: async ({ tx }, { accountId, status }) => {
    await tx.account.updateMany({ where: { id: accountId }, data: { status, version: { increment: 1 } } });
    return accountId;
  },
  fact: (id, { status }, account) => ({ subject: `account:${id}`, division: account.divisionId, status }),
});
