/** The digest of one person: one notice that sums up what waits, counted under that person's present rights; none when nothing waits. */
import type { JobHandler } from "#lib/platform/jobs.ts";
import { reading } from "#lib/platform/scope.ts";
import { countWaiting } from "./queries/count-waiting.ts";
import { DIGEST } from "./ticks.ts";

const digest: JobHandler = async (job) => {
  const session = await job.asRequester();
  const { waiting, unread } = await reading(session, (scope) => countWaiting(scope, {}));
  if (waiting + unread === 0) return { told: false };
  const key = `digest:${job.accountId}:${String(job.payload.day)}`;
  await job.pool.query(
    `insert into notice (addressee, kind, details, key) values ($1, 'digest', $2, $3) on conflict (key) do nothing`,
    [`account:${job.accountId}`, { waiting, unread }, key],
  );
  return { told: true };
};

export const inboxJobs: Record<string, JobHandler> = { [DIGEST]: digest };
