"use server";

/** Asking for an unmasked export, and deciding about one. */

import { askUnmasked } from "#lib/domains/exports/commands/ask-unmasked.ts";
import { decideExport } from "#lib/domains/exports/commands/decide-export.ts";
import { action } from "#lib/platform/action.ts";

export const ask = action(askUnmasked, { goTo: () => "/exports" });
export const decide = action(decideExport, { goTo: () => "/exports" });
