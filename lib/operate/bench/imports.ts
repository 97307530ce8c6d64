// Rosters through the whole engine (read, check, publish, fold) by the app's own worker, while other people go on working.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { measureImportSpeed } from "./import-speed.ts";
import { measureQualityMarks } from "./marks.ts";
import { median, quantile } from "./measure.ts";
import type { Ground } from "./pages.ts";
import { forgetPeak, memoryOf, peakOf, workerOf } from "./processes.ts";
import { clerkOf, importRoster, villagesUnder } from "./roster-import.ts";
import { PERSONS_A_HOUSEHOLD, persons, writeRoster } from "./rosters.ts";
import { rollUpsFollow } from "./visits.ts";

type Given = Ground & { owner: pg.Pool; pid: number };
const PERSONS = Number(process.env.BENCH_PERSONS ?? 100_000);
const MEMORY_MB = 512;

export async function measureImports(given: Given): Promise<void> {
  const { owner, report } = given;
  const clerk = await clerkOf(owner);
  const villages = await villagesUnder(owner, clerk.unit);
  const worker = workerOf(given.pid);
  const dataDir = process.env.DATA_DIR!;
  await measureImportSpeed({ owner, report, clerk, villages, dataDir });
  await measureQualityMarks({ owner, report, clerk, villages, dataDir });
  await rollUpsFollow(given, owner);

  const idle = memoryOf(worker);
  const calm = await othersWork(given, sleep(8000));
  const roster = await writeRoster(dataDir, "person-roster", persons(PERSONS, villages, clerk.year));
  forgetPeak(worker);
  const work = importRoster(owner, clerk, "person-roster", roster);
  const busy = await othersWork(given, work);
  const done = await work;
  report.add({
    goal: "must",
    what: `${PERSONS} persons × 47 columns: most memory above idle`,
    ours: peakOf(worker) - idle,
    floor: MEMORY_MB,
    unit: "MB",
    limit: 1,
    note: `${done.told}, ${((PERSONS / done.ms) * 1000).toFixed(0)} rows/s in all, ${PERSONS_A_HOUSEHOLD} a household`,
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
