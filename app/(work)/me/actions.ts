"use server";

/** The forms about oneself: reading wishes, password, devices. */

import { changePassword as change } from "#lib/domains/accounts/commands/change-password.ts";
import {
  endSession as endOne,
  endOtherSessions as endOthers,
} from "#lib/domains/accounts/commands/end-sessions.ts";
import { confirmMyself, letProofLapse as lapse } from "#lib/domains/accounts/commands/let-proof-lapse.ts";
import { makeRecoveryCodes as makeCodes } from "#lib/domains/accounts/commands/recovery-codes.ts";
import { savePreferences as save } from "#lib/domains/accounts/commands/save-preferences.ts";
import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { endDelegation as endStandIn, lendRoles as lend } from "#lib/domains/delegations/commands/lend.ts";
import { action } from "#lib/platform/action.ts";

export const savePreferences = action(save, { changes: () => ["/me"] });
export const changePassword = action(change, { changes: () => ["/me"] });
export const endSession = action(endOne, { changes: () => ["/me"] });
export const endOtherSessions = action(endOthers, { changes: () => ["/me"] });
export const makeRecoveryCodes = action(makeCodes, { proves: proveAgain });
export const letProofLapse = action(lapse, { changes: () => ["/me"] });
/** Back to where a file waits to be fetched. */
export const confirmForExports = action(confirmMyself, { proves: proveAgain, goTo: () => "/exports" });
const STAND_INS = (accountId: number) => ["/me/delegation", `/admin/accounts/${accountId}/delegation`];
export const lendRoles = action(lend, {
  changes: ({ accountId }) => STAND_INS(accountId),
  proves: proveAgain,
});
export const endDelegation = action(endStandIn, { changes: ({ from }) => STAND_INS(from) });
