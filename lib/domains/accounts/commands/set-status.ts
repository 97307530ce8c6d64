/** Closes an account or opens it again: a closed one is signed out everywhere at once, and signs in anew when it is opened. */
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
  run: async ({ tx, sql }, { accountId, status }) => {
    if (status !== "ACTIVE") await sql`select sec.sign_out(${accountId}::int) as ended`;
    await tx.account.updateMany({ where: { id: accountId }, data: { status, version: { increment: 1 } } });
    return accountId;
  },
  fact: (id, { status }, account) => ({ subject: `account:${id}`, division: account.divisionId, status }),
});
