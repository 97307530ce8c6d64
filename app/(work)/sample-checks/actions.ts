"use server";

/** The deeds on sample checks as forms post them. */

import { closeCheck } from "#lib/domains/sample-checks/commands/close.ts";
import { addMissed, withdrawMissed } from "#lib/domains/sample-checks/commands/missed.ts";
import { orderCheck } from "#lib/domains/sample-checks/commands/order.ts";
import { recordFinding } from "#lib/domains/sample-checks/commands/record-finding.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/sample-checks"];

export const order = action(orderCheck, { changes, goTo: ({ id }) => `/sample-checks/${id}` });
export const record = action(recordFinding, {
  changes,
  goTo: ({ draw }) => `/sample-checks/draws/${draw}?saved=yes`,
});
export const missed = action(addMissed, {
  changes,
  goTo: ({ id }) => `/sample-checks/${id}?saved=missed#missed`,
});
export const dropMissed = action(withdrawMissed, {
  changes,
  goTo: ({ id }) => `/sample-checks/${id}?saved=dropped#missed`,
});
export const close = action(closeCheck, { changes, goTo: ({ id }) => `/sample-checks/${id}?saved=closed` });
