/** Closing a month in the background, for a person who asked; again or after a kill it does nothing that is done. */

import type { Period } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { closeMonth } from "#lib/indicators/closing.ts";
import type { JobHandler } from "#lib/platform/jobs.ts";
import { refused } from "#lib/platform/problem.ts";
import { scopedRaw } from "#lib/platform/scope.ts";
import { CLOSING_JOB } from "./closing.ts";

export const closingJobs: Record<string, JobHandler> = {
  [CLOSING_JOB]: async (job) => {
    const session = await job.asRequester();
    const by = await scopedRaw(session, "begin", async (client, viewer) => {
      const { rows } = await client.query<{ id: number }>(
        "select id from division where level = 'PREFECTURE'",
      );
      if (!rows[0] || !may(viewer, "closing.close", rows[0].id)) throw refused();
      return { accountId: viewer.accountId, name: viewer.name };
    });
    const figures = await closeMonth(job.pool, String(job.payload.period) as Period, by);
    return { figures };
  },
};
