/** A one-time code for somebody who forgot the password: shown once, good for half an hour; the old password holds until then. */
import { command } from "#lib/platform/command.ts";
import { OneAccount } from "../input.ts";
import { managedAccount } from "../inside/account.ts";
import { plantCode } from "../inside/plant-code.ts";
import { mayManage } from "../roles.ts";

export const MINUTES = 30;

export const resetPassword = command({
  name: "accounts.resetPassword",
  tells: "account.codeMade",
  asks: "fresh-proof",
  input: OneAccount,
  subject: (work, { accountId }) => managedAccount(work, accountId),
  may: (viewer, account) =>
    account.id !== viewer.accountId &&
    account.status === "ACTIVE" &&
    !account.beyond &&
    mayManage(viewer, account.divisionId, account.grants, ["account.grant"]),
  run: async (work, { accountId }, { username }) => ({
    id: accountId,
    username,
    code: await plantCode(work, accountId, MINUTES),
  }),
  fact: ({ id }, _input, account) => ({ subject: `account:${id}`, division: account.divisionId }),
});
