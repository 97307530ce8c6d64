// Background jobs: taken once, retried, taken over from a dead worker, cancelled, and stopped when the requester's rights are gone.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { brokenSeal, sealAudit } from "#lib/platform/audit-seal.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { type JobHandler, runWorker, workOnce } from "#lib/platform/jobs.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const quiet = { info: () => undefined, error: () => undefined };
let pool: pg.Pool;

beforeAll(async () => {
  pool = openJobPool(database.job);
  await database.look(
    "insert into division (id, name, level, opened_on) values (900001, '测试市', 'PREFECTURE', '2014-01-01')",
  );
  await database.look(
    "insert into account (id, username, name, division_id) values (900001, 'requester', '提交人', 900001)",
  );
});
afterAll(() => pool.end());
beforeEach(async () => {
  await database.look("delete from job");
  await database.look("update account set status = 'ACTIVE' where id = 900001");
});

async function queue(kind = "test"): Promise<string> {
  const [row] = await database.look<{ id: string }>(
    // Due since a second: the machine's clock may be set back a little between two statements.
    "insert into job (kind, account_id, run_after) values ($1, 900001, now() - interval '1 second') returning id",
    [kind],
  );
  return row?.id ?? "";
}
const stateOf = async (id: string) =>
  (await database.look<Record<string, unknown>>("select * from job where id = $1", [id]))[0];
const work = (handler: JobHandler) => workOnce(pool, { test: handler }, quiet);

test("a job is done once, with its progress and result to read", async () => {
  const id = await queue();
  const half: JobHandler = async (job) => {
    await job.progress(5, 10, "half");
    return { rows: 10 };
  };
  expect(await work(half)).toBe(true);
  expect(await stateOf(id)).toMatchObject({
    status: "DONE",
    done: 5,
    total: 10,
    note: "half",
    result: { rows: 10 },
    attempts: 1,
  });
  expect(await work(async () => undefined)).toBe(false);
});

test("two workers never take the same job", async () => {
  for (let n = 0; n < 6; n += 1) await queue();
  const seen: string[] = [];
  const handler: JobHandler = async (job) => {
    seen.push(job.id);
    return undefined;
  };
  await Promise.all(Array.from({ length: 12 }, () => work(handler)));
  expect(new Set(seen).size).toBe(6);
  expect(seen.length).toBe(6);
});

test("what fails by accident is tried again, three times at most", async () => {
  const id = await queue();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await database.look("update job set run_after = now() - interval '1 second'");
    await work(async () => Promise.reject(new Error("the disk was full")));
    expect(await stateOf(id)).toMatchObject({ status: attempt < 3 ? "QUEUED" : "FAILED", attempts: attempt });
  }
});

test("an idle worker takes a new job at once, and hears of those that come while it is at work", async () => {
  const stop = new AbortController();
  const asked: string[] = [];
  const done: string[] = [];
  const handler: JobHandler = async (job) => {
    if (done.length === 0) asked.push(await queue());
    done.push(job.id);
    return undefined;
  };
  // It would look again after ten minutes only: whatever is done before was heard of.
  const running = runWorker({
    pool,
    handlers: { test: handler },
    ticks: [],
    signal: stop.signal,
    log: quiet,
    lookEverySeconds: 600,
  });
  // Until it listens nobody hears, as when the server has just started.
  while (done.length === 0) {
    asked.push(await queue());
    await sleep(200);
  }
  while (done.length < asked.length) await sleep(20);
  stop.abort();
  await running;
  expect([...done].sort()).toEqual([...asked].sort());
}, 30_000);

test("a job of a killed worker is taken over when its lease ends, and the dead one cannot write any more", async () => {
  const id = await queue();
  await work(async (first) => {
    await database.look("update job set lease_until = now() - interval '1 second'");
    await work(async () => ({ by: "second" }));
    await expect(first.progress(1, 2)).rejects.toThrow();
    return { by: "first" };
  });
  expect(await stateOf(id)).toMatchObject({ status: "DONE", result: { by: "second" }, fence: 2 });
});

test("a cancelled job stops at its next step", async () => {
  const id = await queue();
  await work(async (job) => {
    await database.look("update job set cancel_asked = true");
    await job.progress(1, 2);
    throw new Error("went on after cancelling");
  });
  expect(await stateOf(id)).toMatchObject({ status: "CANCELLED" });
});

test("a job acts as its requester, until the requester is disabled", async () => {
  await queue();
  await work(async (job) => {
    const session = await job.asRequester();
    expect(await reading(session, async ({ viewer }) => viewer.accountId)).toBe(900001);
    return undefined;
  });
  const id = await queue();
  await database.look("update account set status = 'DISABLED' where id = 900001");
  await work(async (job) => ({ acted: (await job.asRequester()).token !== "" }));
  expect(await stateOf(id)).toMatchObject({ status: "FAILED", note: "grantGone" });
});

test("the sealed audit trail shows a changed and a missing row", async () => {
  const tell =
    "insert into audit_event (at, verb, subject) select now() - interval '5 minutes', 'test.done', 'x:' || n from generate_series(1, 5) n";
  await database.look(tell);
  await sealAudit(pool);
  await database.look(tell);
  await sealAudit(pool);
  expect(await brokenSeal(pool)).toBeNull();
  const [victim] = await database.look<{ id: bigint }>(
    "select id from audit_event where subject = 'x:3' order by id desc limit 1",
  );
  await database.look("update audit_event set subject = 'x:other' where id = $1", [victim?.id]);
  expect(await brokenSeal(pool)).not.toBeNull();
  await database.look("update audit_event set subject = 'x:3' where id = $1", [victim?.id]);
  expect(await brokenSeal(pool)).toBeNull();
  await database.look("delete from audit_event where id = $1", [victim?.id]);
  expect(await brokenSeal(pool)).not.toBeNull();
});
