/** The background jobs of imports: reading, checking, publishing. */
import type { JobHandler } from "#lib/platform/jobs.ts";

export const importJobs: Record<string, JobHandler> = {};
