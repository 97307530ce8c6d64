"use server";

/** The deeds on posts and tenures as forms post them. */

import { appoint } from "#lib/domains/posts/commands/appoint.ts";
import { assessHolder } from "#lib/domains/posts/commands/assess-holder.ts";
import { changeQuota } from "#lib/domains/posts/commands/change-quota.ts";
import { correctTenure } from "#lib/domains/posts/commands/correct-tenure.ts";
import { endTenure, withdrawTenure } from "#lib/domains/posts/commands/end-tenure.ts";
import { setUpTeam } from "#lib/domains/posts/commands/set-up-team.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/cadres", "/cockpit"];
const atPost = (said: string) => (result: { postId: string }) =>
  `/cadres/posts/${result.postId}?saved=${said}`;

export const saveSetUp = action(setUpTeam, {
  changes,
  goTo: ({ divisionId, orgId, villages }) =>
    villages
      ? `/cadres?u=${divisionId}&saved=setUp`
      : orgId === null
        ? `/divisions/${divisionId}#team`
        : `/orgs/${orgId}#team`,
});
export const saveQuota = action(changeQuota, {
  changes,
  goTo: ({ id }) => `/cadres/posts/${id}?saved=quota`,
});
export const saveAppointment = action(appoint, { changes, goTo: atPost("appointed") });
export const saveEnd = action(endTenure, { changes, goTo: atPost("ended") });
export const saveCorrection = action(correctTenure, { changes, goTo: atPost("corrected") });
export const saveAssessment = action(assessHolder, { changes, goTo: atPost("assessed") });
export const saveWithdrawal = action(withdrawTenure, { changes, goTo: atPost("withdrawn") });
