"use server";

/** Closing a month by hand, and signing a closed one. */

import { closeMonthByHand } from "#lib/domains/closings/commands/close-month.ts";
import { signClosing } from "#lib/domains/closings/commands/sign-closing.ts";
import { action } from "#lib/platform/action.ts";

export const closeNow = action(closeMonthByHand, { changes: () => ["/cockpit/closings"] });
export const sign = action(signClosing, {
  changes: ({ period }) => [`/cockpit/closings/${period}`, "/inbox"],
});
