"use server";

/** The deeds on a household as forms post them. */

import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { correctMember } from "#lib/domains/households/commands/correct-member.ts";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { registerHousehold } from "#lib/domains/households/commands/register-household.ts";
import { revealIdNo, revealPhone } from "#lib/domains/households/commands/reveal.ts";
import { saveIncome } from "#lib/domains/incomes/commands/save-income.ts";
import { action } from "#lib/platform/action.ts";

const file = (result: { id: string }) => `/households/${result.id}`;

export const saveCorrection = action(correctHousehold, { changes: (result) => [file(result)], goTo: file });
export const saveHousehold = action(registerHousehold, { changes: () => ["/households"], goTo: file });
export const saveMove = action(moveHousehold, { changes: (result) => [file(result)], goTo: file });
export const saveMemberFacts = action(correctMember, {
  changes: (result) => [file(result)],
  goTo: (result) => `${file(result)}?tab=members`,
});
export const saveIncomes = action(saveIncome, {
  changes: (result) => [file(result)],
  goTo: (result) => `${file(result)}?tab=income`,
});
export const showIdNo = action(revealIdNo, { proves: proveAgain });
export const showPhone = action(revealPhone, { proves: proveAgain });
