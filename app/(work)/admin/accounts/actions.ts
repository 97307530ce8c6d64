"use server";

/** The forms of account administration. */

import { createAccount as create } from "#lib/domains/accounts/commands/create-account.ts";
import { accountsInBulk as inBulk } from "#lib/domains/accounts/commands/create-many.ts";
import { endGrant as end } from "#lib/domains/accounts/commands/end-grant.ts";
import { giveRole as give } from "#lib/domains/accounts/commands/give-role.ts";
import { resetFactor as takeOff } from "#lib/domains/accounts/commands/recovery-codes.ts";
import { resetPassword as reset } from "#lib/domains/accounts/commands/reset-password.ts";
import { setAccountStatus as setStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { signOutAccount as signOut } from "#lib/domains/accounts/commands/sign-out.ts";
import { suspendAccounts as suspend } from "#lib/domains/accounts/commands/suspend-many.ts";
import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { carryOutHandOver as carryOut } from "#lib/domains/handover/commands/hand-over.ts";
import { action } from "#lib/platform/action.ts";

export const createAccount = action(create, { changes: () => ["/admin/accounts"], proves: proveAgain });
export const giveRole = action(give, { changes: () => ["/admin/accounts"], proves: proveAgain });
export const endGrant = action(end, { changes: (id) => [`/admin/accounts/${id}`], proves: proveAgain });
export const setAccountStatus = action(setStatus, {
  changes: (id) => [`/admin/accounts/${id}`],
  proves: proveAgain,
});
export const resetPassword = action(reset, { proves: proveAgain });
export const resetFactor = action(takeOff, {
  changes: (id) => [`/admin/accounts/${id}`],
  proves: proveAgain,
});
export const signOutAccount = action(signOut, { changes: (id) => [`/admin/accounts/${id}`] });
export const suspendAccounts = action(suspend, {
  changes: () => ["/admin/accounts"],
  goTo: (ids) => `/admin/accounts?f.status=DISABLED&suspended=${ids.length}`,
  proves: proveAgain,
});
export const accountsInBulk = action(inBulk, { changes: () => ["/admin/accounts"], proves: proveAgain });
export const carryOutHandOver = action(carryOut, {
  changes: ({ id }) => [`/admin/accounts/${id}`],
  goTo: ({ id }) => `/admin/accounts/${id}/hand-over`,
  proves: proveAgain,
});
