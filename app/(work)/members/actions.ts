"use server";

/** The deeds on Party members as forms post them. */

import { confirmMember } from "#lib/domains/members/commands/confirm.ts";
import { correctMember } from "#lib/domains/members/commands/correct.ts";
import { endMember } from "#lib/domains/members/commands/end.ts";
import { enrollMember } from "#lib/domains/members/commands/enroll.ts";
import { flagMember, unflagMember } from "#lib/domains/members/commands/flag.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { transferOut } from "#lib/domains/members/commands/transfer-out.ts";
import { action } from "#lib/platform/action.ts";

const saved = (said: string) => ({
  changes: () => ["/members", "/orgs"],
  goTo: ({ id }: { id: string }) => `/members/${id}?saved=${said}`,
});

export const saveNew = action(enrollMember, saved("enrolled"));
export const saveFacts = action(correctMember, saved("corrected"));
export const saveConfirmation = action(confirmMember, saved("confirmed"));
export const saveTransfer = action(transferMember, saved("transferred"));
export const saveOut = action(transferOut, saved("out"));
export const saveEnd = action(endMember, saved("ended"));
export const saveFlag = action(flagMember, saved("flagged"));
export const saveUnflag = action(unflagMember, saved("unflagged"));
