/**
 * Work in the background, in a table: leased, retried, with progress, cancellable; it survives a kill of any process.
 * Runs in the worker process, so that a long import never slows a page. Acts for a person only with that person's present rights.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { Problem } from "./problem.ts";
import type { Session, Work } from "./scope.ts";

const LEASE_SECONDS = 30;
const MOST_ATTEMPTS = 3;

export type JobRow = {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  account_id: number | null;
  fence: number;
  attempts: number;
};

/** Ends a job that its owner cancelled, or whose lease went to another worker. */
export class Stopped extends Error {}

export type JobHandle = {
  id: string;
  payload: Record<string, unknown>;
  accountId: number | null;
  /** The job role's pool: stages and folds; not under anybody's reach. */
  pool: pg.Pool;
  /** Tells how far it is, and throws Stopped when somebody cancelled or took over. */
  progress(done: number, total: number, note?: string): Promise<void>;
  /** A session with the requester's present rights; throws "refused" when they are gone. */
  asRequester(): Promise<Session>;
};

export type JobHandler = (job: JobHandle) => Promise<Record<string, unknown> | undefined>;
export type Tick = { name: string; everySeconds: number; run: (pool: pg.Pool) => Promise<void> };
type Log = { info(about: object, text: string): void; error(about: object, text: string): void };

/** Puts a job into the line, in the command's own transaction. */
export async function enqueue(
  work: Work,
  kind: string,
  payload: Record<string, string | number | boolean | null>,
): Promise<string> {
  const { id } = await work.tx.job.create({
    data: { kind, payload, accountId: work.viewer.accountId },
    select: { id: true },
  });
  return id;
}

async function claim(pool: pg.Pool, kinds: string[]): Promise<JobRow | null> {
  const { rows } = await pool.query<JobRow>(
    `update job set status = 'RUNNING', fence = fence + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => $2)
     where id = (select id from job where kind = any ($1) and run_after <= now()
       and (status = 'QUEUED' or (status = 'RUNNING' and lease_until < now())) order by run_after limit 1 for update skip locked)
     returning id, kind, payload, account_id, fence, attempts`,
    [kinds, LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

async function finish(
  pool: pg.Pool,
  job: JobRow,
  status: string,
  result: object | null,
  note: string | null,
): Promise<void> {
  await pool.query(
    `update job set status = $3, result = $4, note = coalesce($5, note), finished_at = now(), lease_until = null where id = $1 and fence = $2`,
    [job.id, job.fence, status, result, note],
  );
}

async function retryLater(pool: pg.Pool, job: JobRow): Promise<void> {
  await pool.query(
    `update job set status = 'QUEUED', lease_until = null, run_after = now() + make_interval(secs => 5 * attempts) where id = $1 and fence = $2`,
    [job.id, job.fence],
  );
}

function handleFor(pool: pg.Pool, job: JobRow): JobHandle {
  return {
    id: job.id,
    payload: job.payload,
    accountId: job.account_id,
    pool,
    async progress(done, total, note) {
      const { rows } = await pool.query<{ cancel_asked: boolean }>(
        `update job set done = $3, total = $4, note = coalesce($5, note), lease_until = now() + make_interval(secs => $6)
         where id = $1 and fence = $2 and status = 'RUNNING' returning cancel_asked`,
        [job.id, job.fence, done, total, note ?? null, LEASE_SECONDS],
      );
      if (!rows[0] || rows[0].cancel_asked) throw new Stopped();
    },
    async asRequester() {
      const { rows } = await pool.query<{ token: string | null }>("select sec.mint($1) as token", [job.id]);
      if (!rows[0]?.token) throw new Problem("refused", { key: "grantGone" });
      return { token: rows[0].token };
    },
  };
}

async function perform(pool: pg.Pool, job: JobRow, handler: JobHandler, log: Log): Promise<void> {
  // The lease is renewed apart from progress, so that one long statement does not lose it.
  const heartbeat = setInterval(
    () => {
      pool
        .query(
          "update job set lease_until = now() + make_interval(secs => $3) where id = $1 and fence = $2",
          [job.id, job.fence, LEASE_SECONDS],
        )
        .catch(() => undefined);
    },
    (LEASE_SECONDS / 3) * 1000,
  );
  try {
    if (job.attempts > MOST_ATTEMPTS) return await finish(pool, job, "FAILED", null, "attempts");
    const result = await handler(handleFor(pool, job));
    await finish(pool, job, "DONE", result ?? null, null);
  } catch (error) {
    if (error instanceof Stopped) return await finish(pool, job, "CANCELLED", null, null);
    if (error instanceof Problem)
      return await finish(
        pool,
        job,
        "FAILED",
        { problem: error.words.key, values: error.words.values ?? {} },
        error.words.key,
      );
    log.error({ job: job.id, kind: job.kind, err: error }, "job failed");
    if (job.attempts >= MOST_ATTEMPTS)
      await finish(pool, job, "FAILED", { problem: "unforeseen" }, "unforeseen");
    else await retryLater(pool, job);
  } finally {
    clearInterval(heartbeat);
  }
}

/** Takes one job, if there is one; true when it did. Tests drive jobs with this. */
export async function workOnce(
  pool: pg.Pool,
  handlers: Record<string, JobHandler>,
  log: Log,
): Promise<boolean> {
  const job = await claim(pool, Object.keys(handlers));
  const handler = job && handlers[job.kind];
  if (!job || !handler) return false;
  await perform(pool, job, handler, log);
  return true;
}

/** Waits, or ends early when everything stops. */
const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/** Ends a wait before its time. What rings while nobody waits is heard by the next who does. */
function bell() {
  let rung = false;
  let answer: () => void = () => undefined;
  return {
    ring() {
      rung = true;
      answer();
    },
    hush() {
      rung = false;
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, rung ? 0 : ms);
        answer = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

/** Rings for each job that is put into the line; the database tells of it when the command's transaction commits. */
async function hearOfJobs(pool: pg.Pool, ring: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const client = await pool.connect().catch(() => null);
    if (client) {
      let leave: () => void = () => undefined;
      const over = new Promise<void>((resolve) => {
        leave = resolve;
        client.on("error", () => resolve());
        client.on("end", () => resolve());
      });
      signal.addEventListener("abort", leave, { once: true });
      client.on("notification", ring);
      await client.query("listen job").then(
        () => over,
        () => undefined,
      );
      signal.removeEventListener("abort", leave);
      client.release(true);
    }
    await pause(HEAR_AGAIN_MS, signal);
  }
}

const HEAR_AGAIN_MS = 5000;

/** Runs until the signal: one job at a time (two cores), and the ticks beside it. */
export async function runWorker(given: {
  pool: pg.Pool;
  handlers: Record<string, JobHandler>;
  ticks: Tick[];
  signal: AbortSignal;
  log: Log;
  /** For what nobody rings for: retries, jobs of a dead worker, and all of them behind a pooler that cannot listen. */
  lookEverySeconds?: number;
}): Promise<void> {
  const { pool, handlers, ticks, signal, log, lookEverySeconds = 1 } = given;
  const beat = async (tick: Tick) => {
    while (!signal.aborted) {
      await tick
        .run(pool)
        .catch((error: unknown) => log.error({ tick: tick.name, err: error }, "tick failed"));
      await pause(tick.everySeconds * 1000, signal);
    }
  };
  const { ring, hush, wait } = bell();
  signal.addEventListener("abort", ring, { once: true });
  const serve = async () => {
    while (!signal.aborted) {
      // Before looking, so that what comes while looking is looked for again.
      hush();
      const worked = await workOnce(pool, handlers, log).catch((error: unknown) => {
        log.error({ err: error }, "cannot take a job");
        return false;
      });
      if (!worked) await wait(lookEverySeconds * 1000);
    }
  };
  await Promise.all([serve(), hearOfJobs(pool, ring, signal), ...ticks.map(beat)]);
}
