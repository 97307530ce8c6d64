"use server";

/** Forms of other departments: headings pasted, columns looked over, and one that is no longer used. */

import { changeForm, dropForm } from "#lib/domains/table-forms/commands/change-form.ts";
import { pasteForm } from "#lib/domains/table-forms/commands/keep-form.ts";
import { action } from "#lib/platform/action.ts";

export const paste = action(pasteForm, { goTo: ({ id }) => `/tables/${id}/columns` });
export const change = action(changeForm, {
  changes: ({ id }) => [`/tables/${id}`],
  goTo: ({ id, asksAgain }) => (asksAgain ? `/tables/${id}/columns` : `/tables/${id}`),
});
export const drop = action(dropForm, { goTo: () => "/tables" });
