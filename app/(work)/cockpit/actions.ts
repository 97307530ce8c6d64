"use server";
/** What can be done on a board: setting a target. */
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { action } from "#lib/platform/action.ts";

export const saveTarget = action(setTarget, { changes: ({ item }) => ["/cockpit", `/cockpit/${item}`] });
