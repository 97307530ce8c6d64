/** Counting anew what a version counts otherwise; again or after a kill it does nothing that is done. */
import { recountIfDeclaredAnew } from "#lib/indicators/fold.ts";
import type { JobHandler } from "#lib/platform/jobs.ts";
import { RECOUNT_JOB } from "./indicator-version.ts";

export const indicatorJobs: Record<string, JobHandler> = {
  [RECOUNT_JOB]: async (job) => ({ counted: await recountIfDeclaredAnew(job.pool) }),
};
