"use server";

/** The deeds on doubtful data as forms post them. */

import { confirmFinding } from "#lib/domains/quality/commands/confirm.ts";
import { giveBack } from "#lib/domains/quality/commands/give-back.ts";
import { handIn } from "#lib/domains/quality/commands/hand-in.ts";
import { reopenFinding } from "#lib/domains/quality/commands/reopen.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/quality"];

export const confirm = action(confirmFinding, {
  changes,
  goTo: ({ id }) => `/quality/${id}?saved=confirmed`,
});
export const reopen = action(reopenFinding, { changes, goTo: ({ id }) => `/quality/${id}?saved=reopened` });
export const submitYear = action(handIn, {
  changes,
  goTo: ({ divisionId }) => `/quality?u=${divisionId}&saved=submitted`,
});
export const returnYear = action(giveBack, {
  changes,
  goTo: ({ divisionId }) => `/quality?u=${divisionId}&saved=returned`,
});
