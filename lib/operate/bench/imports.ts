// Rosters through the whole engine (read, check, publish, fold) by the app's own worker, while other people go on working.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { startImport } from "#lib/domains/imports/commands/start-import.ts";
import type { Session } from "#lib/platform/scope.ts";
import { openSession } from "#lib/platform/session.ts";
import { median, quantile } from "./measure.ts";
import type { Ground } from "./pages.ts";
import { forgetPeak, memoryOf, peakOf, workerOf } from "./processes.ts";
import {
  households,
  PERSONS_A_HOUSEHOLD,
  persons,
  type Upload,
  type Village,
  writeRoster,
} from "./rosters.ts";
import { rollUpsFollow } from "./visits.ts";

type Given = Ground & { owner: pg.Pool; pid: number };
const HOUSEHOLDS = 10_000;
const PERSONS = Number(process.env.BENCH_PERSONS ?? 100_000);
const MEMORY_MB = 512;
const WITHIN_MS = 20 * 60_000;

export async function measureImports(given: Given): Promise<void> {
  const { owner, report } = given;
  const clerk = await clerkOf(owner);
  const villages = await villagesUnder(owner, clerk.unit);
  const worker = workerOf(given.pid);
  const floor = median([await copy(owner), await copy(owner), await copy(owner)]);
  const dataDir = process.env.DATA_DIR!;
  const first = await writeRoster(dataDir, "household-roster", households(HOUSEHOLDS, villages));
  const took = await importSheet(given, clerk, "household-roster", first);
  const rate = (ms: number, rows: number) => (rows / ms) * 1000;
  report.add({
    goal: "G9",
    what: `${HOUSEHOLDS} households, file to committed, to COPY into the table`,
    ours: rate(took.all, HOUSEHOLDS),
    floor: rate(floor, HOUSEHOLDS),
    unit: "rows/s",
    limit: 0.2,
    atLeast: true,
    note: `${took.told}; publishing alone ${rate(took.publish, HOUSEHOLDS).toFixed(0)} rows/s; the peer does 277`,
  });
  await rollUpsFollow(given, owner);

  const idle = memoryOf(worker);
  const calm = await othersWork(given, sleep(8000));
  const roster = await writeRoster(dataDir, "person-roster", persons(PERSONS, villages, clerk.year));
  forgetPeak(worker);
  const work = importSheet(given, clerk, "person-roster", roster);
  const busy = await othersWork(given, work);
  const done = await work;
  report.add({
    goal: "must",
    what: `${PERSONS} persons × 47 columns: most memory above idle`,
    ours: peakOf(worker) - idle,
    floor: MEMORY_MB,
    unit: "MB",
    limit: 1,
    note: `${done.told}, ${rate(done.all, PERSONS).toFixed(0)} rows/s in all, ${PERSONS_A_HOUSEHOLD} a household`,
  });
  report.add({
    goal: "must",
    what: "others' household list meanwhile, p95, to a calm minute",
    ours: busy.p95,
    floor: calm.p95,
    unit: "ms",
    limit: 2,
    note: `p50 ${busy.p50.toFixed(0)} against ${calm.p50.toFixed(0)} ms, worst ${busy.worst.toFixed(0)} ms`,
  });
  await rollUpsFollow(given, owner);
}

type Clerk = { session: Session; unit: number; year: number };

async function clerkOf(owner: pg.Pool): Promise<Clerk> {
  const { rows } = await owner.query<{ id: number; unit: number; year: number }>(
    `select a.id, g.division_id as unit, (select max(year) from registry_year where status = 'OPEN') as year
     from account a join role_grant g on g.account_id = a.id where a.username = 'demo-county-admin'`,
  );
  const { id, unit, year } = rows[0]!;
  return { session: { token: await openSession(id, "bench") }, unit, year };
}

async function villagesUnder(owner: pg.Pool, unit: number): Promise<Village[]> {
  const { rows } = await owner.query<Village>(
    `select c.name as county, t.name as township, v.name as village from division v join division t on t.id = v.parent_id
     join division c on c.id = t.parent_id join division_closure k on k.node_id = v.id and k.ancestor_id = $1 and k.to_on is null
     where v.level = 'VILLAGE' and v.closed_on is null order by v.id`,
    [unit],
  );
  return rows;
}

/** The floor: the same number of plain rows by COPY into the table with all its indexes, then taken back. */
async function copy(owner: pg.Pool): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    const began = performance.now();
    const stream = client.query(
      copyFrom("copy household (household_no, division_id, head_name, status, member_count) from stdin"),
    );
    const village = (await owner.query("select id from division where level = 'VILLAGE' limit 1")).rows[0].id;
    const lines = Array.from({ length: HOUSEHOLDS }, (_, nth) => `C${nth}\t${village}\t扎西\tPOOR\t4\n`);
    await new Promise<void>((resolve, reject) => {
      stream.on("finish", () => resolve());
      stream.on("error", reject);
      stream.end(lines.join(""));
    });
    return performance.now() - began;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function importSheet({ owner }: Given, { session, unit }: Clerk, sheet: string, upload: Upload) {
  const reached = async (id: string, status: string) => {
    const began = performance.now();
    for (;;) {
      const { rows } = await owner.query("select status, failure, counts from import where id = $1", [id]);
      if (rows[0].status === status) return { ms: performance.now() - began, counts: rows[0].counts };
      if (rows[0].status === "FAILED" || rows[0].failure || performance.now() - began > WITHIN_MS)
        throw new Error(`the import stopped at ${rows[0].status}: ${rows[0].failure}`);
      await sleep(50);
    }
  };
  const { id } = await startImport(session, { sheet, divisionId: unit, ...upload });
  const read = await reached(id, "READ");
  const { rows } = await owner.query<{ mapping: Record<string, number> }>(
    "select mapping from import where id = $1",
    [id],
  );
  const columns = Object.entries(rows[0]!.mapping).map(([key, index]) => [`column.${index}`, key]);
  await checkImport(session, { id, ...Object.fromEntries(columns) });
  const check = await reached(id, "CHECKED");
  await publishImport(session, { id });
  const publish = await reached(id, "DONE");
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const { added = 0, bad = 0 } = publish.counts;
  return {
    all: read.ms + check.ms + publish.ms,
    publish: publish.ms,
    told: `read ${seconds(read.ms)}, check ${seconds(check.ms)}, publish ${seconds(publish.ms)}; ${added} added, ${bad} bad`,
  };
}

/** Two people who look through lists at a human pace until the other work is done. */
async function othersWork({ app }: Given, until: Promise<unknown>) {
  const times: number[] = [];
  let over = false;
  const end = until.catch(() => undefined).then(() => (over = true));
  const look = async () => {
    while (!over) {
      times.push((await app.get("/households")).took);
      await sleep(100);
    }
  };
  await Promise.all([look(), look(), end]);
  return { p50: median(times), p95: quantile(times, 0.95), worst: Math.max(...times) };
}
