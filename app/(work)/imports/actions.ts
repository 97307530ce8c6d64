"use server";

/** The deeds on imports as forms post them; each leads to the step where the import then stands. */

import { issueSlips as slips } from "#lib/domains/accounts/commands/issue-slips.ts";
import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { cancelImport } from "#lib/domains/imports/commands/cancel-import.ts";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { chooseHeader } from "#lib/domains/imports/commands/choose-header.ts";
import { dropFix, fixRows } from "#lib/domains/imports/commands/fix-rows.ts";
import { forgetColumns } from "#lib/domains/imports/commands/forget-columns.ts";
import { pasteImport } from "#lib/domains/imports/commands/paste-import.ts";
import { pickHelper } from "#lib/domains/imports/commands/pick-helper.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import type { ImportRef } from "#lib/domains/imports/import.ts";
import { action } from "#lib/platform/action.ts";

export const readPasted = action(pasteImport, { goTo: ({ id }: ImportRef) => `/imports/${id}/columns` });
export const readAgain = action(chooseHeader, { goTo: ({ id }: ImportRef) => `/imports/${id}/columns` });
export const forgetMatching = action(forgetColumns, {
  goTo: ({ id }: ImportRef) => `/imports/${id}/columns`,
});
export const startCheck = action(checkImport, { goTo: ({ id }: ImportRef) => `/imports/${id}/check` });
export const savePick = action(pickHelper, { changes: ({ id }: ImportRef) => [`/imports/${id}/check`] });
export const submitImport = action(publishImport, {
  goTo: ({ id }: ImportRef) => `/imports/${id}/done`,
  proves: proveAgain,
});
export const setAll = action(fixRows, { goTo: ({ id }: ImportRef) => `/imports/${id}/check` });
export const unsetAll = action(dropFix, { goTo: ({ id }: ImportRef) => `/imports/${id}/check` });
export const undoImport = action(takeBackImport, {
  goTo: ({ id }: ImportRef) => `/imports/${id}/done`,
  proves: proveAgain,
});
export const issueSlips = action(slips, { proves: proveAgain });
export const stopImport = action(cancelImport, { goTo: ({ id }: ImportRef) => `/imports/${id}` });
