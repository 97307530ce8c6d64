"use server";

/** The deeds on poverty and monitoring lines as forms post them. */

import { dropLine, setLine } from "#lib/domains/incomes/commands/set-line.ts";
import { action } from "#lib/platform/action.ts";

export const saveLine = action(setLine, { changes: () => ["/admin/lines"], goTo: () => "/admin/lines" });
export const removeLine = action(dropLine, { changes: () => ["/admin/lines"], goTo: () => "/admin/lines" });
