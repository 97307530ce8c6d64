"use server";

/** Asking for an unmasked export, and deciding about one. */

import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { askUnmasked } from "#lib/domains/exports/commands/ask-unmasked.ts";
import { decideExport } from "#lib/domains/exports/commands/decide-export.ts";
import { action } from "#lib/platform/action.ts";

export const ask = action(askUnmasked, { goTo: () => "/exports", proves: proveAgain });
export const decide = action(decideExport, { goTo: () => "/exports", proves: proveAgain });
