/** What goes on in the background: the kinds of jobs, and what the clock starts. A new kind is one line here. */
import { setMaxListeners } from "node:events";
import { closingJobs } from "#lib/domains/closings/jobs.ts";
import { closeDueMonths } from "#lib/domains/closings/ticks.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { sweepFiles } from "#lib/domains/files/sweep.ts";
import { importJobs } from "#lib/domains/imports/jobs.ts";
import { sweepUploads } from "#lib/domains/imports/sweep.ts";
import { inboxJobs } from "#lib/domains/inbox/jobs.ts";
import { startDigests, tellWhatEnded } from "#lib/domains/inbox/ticks.ts";
import { indicatorJobs } from "#lib/domains/indicator-versions/jobs.ts";
import { checkQuality, markNewDay } from "#lib/domains/quality/ticks.ts";
import { registryJobs } from "#lib/domains/registry-years/jobs.ts";
import { checkVisits } from "#lib/domains/visits/ticks.ts";
import { checkWatch, markNewThresholds } from "#lib/domains/watch/ticks.ts";
import { foldMarks, foldNewDay } from "#lib/indicators/fold.ts";
import { sealAudit } from "#lib/platform/audit-seal.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { type JobHandler, runWorker, type Tick } from "#lib/platform/jobs.ts";
import type { log } from "#lib/platform/log.ts";
import { beat, checkTrail, sendRoots } from "./audit/commands.ts";

const HANDLERS: Record<string, JobHandler> = {
  ...{ ...importJobs, ...inboxJobs, ...registryJobs },
  ...{ ...closingJobs, ...indicatorJobs },
};

let foldedAt: Date | null = null;

const TICKS: Tick[] = [
  {
    name: "fold",
    everySeconds: 2,
    run: async (pool) => {
      await foldMarks(pool);
      foldedAt = new Date();
    },
  },
  { name: "new day", everySeconds: 60, run: async (pool) => void (await foldNewDay(pool)) },
  { name: "closings", everySeconds: 600, run: (pool) => closeDueMonths(pool) },
  { name: "quality", everySeconds: 3, run: async (pool) => void (await checkQuality(pool)) },
  { name: "quality new day", everySeconds: 3600, run: markNewDay },
  { name: "watch", everySeconds: 3, run: async (pool) => void (await checkWatch(pool)) },
  { name: "watch thresholds", everySeconds: 3600, run: markNewThresholds },
  { name: "visits", everySeconds: 3, run: async (pool) => void (await checkVisits(pool)) },
  { name: "tree events", everySeconds: 60, run: async (pool) => void (await applyDueTreeEvents(pool)) },
  { name: "uploads", everySeconds: 3600, run: sweepUploads },
  { name: "what ended", everySeconds: 15, run: tellWhatEnded },
  { name: "digests", everySeconds: 60, run: async (pool) => void (await startDigests(pool)) },
  { name: "files", everySeconds: 3600, run: sweepFiles },
  { name: "seal", everySeconds: 10, run: sealAudit },
  { name: "roots", everySeconds: 3600, run: sendRoots },
  { name: "audit check", everySeconds: 600, run: checkTrail },
  { name: "pulse", everySeconds: 30, run: async (pool) => void (await beat(pool, "worker", { foldedAt })) },
];

/** Runs until the signal. */
export async function runBackground(given: { signal: AbortSignal; log: typeof log }): Promise<void> {
  const pool = openJobPool(env.DATABASE_JOB_URL, 5); // one of them listens
  setMaxListeners(TICKS.length + 4, given.signal); // each tick, the jobs and who listens for them wait on the one signal
  try {
    await runWorker({ pool, handlers: HANDLERS, ticks: TICKS, ...given });
  } finally {
    await pool.end();
  }
}
