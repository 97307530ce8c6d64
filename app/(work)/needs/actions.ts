"use server";

/** The steps of needs as forms post them. */

import {
  assignNeed,
  escalateNeed,
  handDownNeed,
  withdrawNeed,
} from "#lib/domains/needs/commands/direct-need.ts";
import { finishNeed, pauseNeed, resumeNeed, returnNeed } from "#lib/domains/needs/commands/handle-need.ts";
import { judgeNeed } from "#lib/domains/needs/commands/judge-need.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import type { Moved } from "#lib/domains/needs/need.ts";
import { action } from "#lib/platform/action.ts";

const changes = ({ id, householdId }: Moved) => [
  ...["/needs", "/today", "/inbox", `/needs/${id}`],
  ...(householdId ? [`/households/${householdId}`] : []),
];
const there = { changes, goTo: ({ id }: Moved) => `/needs/${id}` };

export const raise = action(raiseNeed, there);
export const assign = action(assignNeed, there);
export const escalate = action(escalateNeed, { changes, goTo: () => "/needs?view=waiting&sent=up" });
export const handDown = action(handDownNeed, there);
export const withdraw = action(withdrawNeed, { changes, goTo: () => "/needs" });
export const giveBack = action(returnNeed, {
  changes,
  goTo: ({ id, away }) => (away ? "/needs?view=waiting" : `/needs/${id}`),
});
export const pause = action(pauseNeed, there);
export const resume = action(resumeNeed, there);
export const finish = action(finishNeed, there);
export const judge = action(judgeNeed, there);
