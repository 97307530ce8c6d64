"use server";

/** The deeds on what phones sealed, as forms post them. */

import { dropHeld } from "#lib/domains/sync/commands/drop-held.ts";
import { takeHeld } from "#lib/domains/sync/commands/take-held.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/sync", "/visits", "/inbox"];

export const takeHeldCopy = action(takeHeld, { changes, goTo: () => "/sync?looked=taken#held" });
export const dropHeldCopy = action(dropHeld, { changes, goTo: () => "/sync?looked=away#held" });
