// npm run bench: the built app on a database of full size, against floors made in the same run; prints every goal as a ratio, pass or short.
import { createHmac } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { databases } from "#lib/platform/db.ts";
import { loadKeys } from "#lib/platform/keys.ts";
import { buildIfChanged } from "../build.ts";
import { dataHome } from "../data-home.ts";
import { DATABASE, openDatabase, startEmbedded } from "../database.ts";
import { readScale } from "../demo/scale.ts";
import { on, rolePasswords, withClient } from "../roles.ts";
import { say, step } from "../say.ts";
import { onStop } from "../shutdown.ts";
import { askers } from "./askers.ts";
import { measureBurst } from "./burst.ts";
import { measureBytes } from "./bytes.ts";
import { measureClosing } from "./closing-speed.ts";
import { buildFloor } from "./floor-app.ts";
import { floorSql } from "./floor-sql.ts";
import { measureGrowth } from "./growth.ts";
import { measureImports } from "./imports.ts";
import { type Ground, measureBoardSql, measurePages, measureSearch } from "./pages.ts";
import { measurePlanner } from "./planner.ts";
import { showPlans } from "./plans.ts";
import { memoryOf, type Served, serveApp, serveFloor, workerOf } from "./processes.ts";
import { measureRegistry } from "./registry.ts";
import { report } from "./report.ts";
import { sevenYears } from "./seven-years.ts";
import { measureTreeChanges } from "./tree-speed.ts";
import { Visitor } from "./visitor.ts";
import { measureVisits } from "./visits.ts";

/** BENCH_SCALE shrinks the data (0.05 to 1), BENCH_ONLY names parts: plans, pages, search, visits, imports, registry, trees, planner, closing, growth, bytes, phone, filling, burst; BENCH_BURST shortens the burst. */
export async function bench(): Promise<void> {
  const scale = process.env.BENCH_SCALE ?? "1";
  const only = process.env.BENCH_ONLY?.split(",") ?? [];
  const wants = (part: string) => only.length === 0 || only.includes(part);
  const dataDir = path.join(dataHome(), "bench", `scale-${scale}`);
  Object.assign(process.env, { DATA_DIR: dataDir, DEMO_SCALE: scale, LOG_LEVEL: "error" });
  for (const name of ["DATABASE_URL", "DATABASE_JOB_URL", "DATABASE_OWNER_URL", "KEYS_DIR", "ORIGIN"])
    delete process.env[name];
  const postgres = await startEmbedded(dataDir);
  await freshCopy(postgres.adminUrl());
  await openDatabase();
  const ownerUrl = ownerOf(dataDir);
  await layYears(ownerUrl, scale);
  await keepCopy(postgres.adminUrl());
  takeSecret();
  await buildIfChanged();
  await step("bare Next app", async () => buildFloor());

  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  onStop("owner", () => owner.end());
  await owner.query("vacuum (analyze)");
  onStop("databases", () => databases().close());

  const who = await askers(ownerUrl);
  if (wants("plans")) for (const asker of Object.values(who)) await showPlans(asker, say);

  const results = report(say);
  const next = await step("floor: Next", () => serveFloor("next"));
  const thin = await step("floor: node:http and pg", () => serveFloor("thin"));
  const app = await step("the app", () => serveApp(dataDir));
  results.add({
    goal: "G12",
    what: "start to first answer, database running",
    ours: app.startedIn,
    floor: next.startedIn,
    unit: "ms",
    limit: 2,
  });
  const ground: Ground = {
    askers: who,
    app: await signedIn(app, who.county.accountId),
    next: new Visitor(next.origin),
    thin: new Visitor(thin.origin),
    sql: floorSql(process.env.DATABASE_URL!),
    report: results,
  };
  onStop("floor connections", ground.sql.close);
  if (wants("bytes")) await measureBytes({ ...ground, village: await signedIn(app, who.village.accountId) });
  if (wants("pages")) {
    await measurePages(ground);
    await measureBoardSql(ground);
  }
  if (wants("search"))
    await measureSearch(ground, async (word) => {
      await owner.query(
        `select kind, subject_id from search_entry where title like $1 and kind in ('household', 'person')
         order by length(title), title, subject_id limit 24`,
        [`%${word}%`],
      );
    });
  if (wants("visits"))
    await measureVisits({ ...ground, app: await signedIn(app, who.village.accountId) }, owner);
  if (wants("phone") || wants("filling")) {
    const { measureFilling, measurePhone } = await import("./phone.ts");
    const field = { ...ground, village: await signedIn(app, who.village.accountId), owner };
    if (wants("phone")) await measurePhone(field);
    if (wants("filling")) await measureFilling(field);
  }
  if (wants("burst"))
    await measureBurst({
      app,
      owner,
      report: results,
      share: Number(process.env.BENCH_BURST ?? readScale(scale)),
    });
  // The peer on the same framework holds 299 MB after the same load.
  for (const [what, pid] of [
    ["server", app.pid],
    ["worker", workerOf(app.pid)],
  ] as const)
    results.add({
      goal: "G12",
      what: `memory of the ${what} after the load, to the peer's`,
      ours: memoryOf(pid),
      floor: 299,
      unit: "MB",
      limit: 1.5,
    });
  if (wants("imports")) await measureImports({ ...ground, owner, pid: app.pid });
  if (wants("registry"))
    await measureRegistry({ ...ground, app: await signedIn(app, await clerk(owner)), owner });
  if (wants("growth"))
    await measureGrowth({
      ...{ app, owner, ownerUrl, dataDir, askers: who, report: results },
      ...{ adminUrl: postgres.adminUrl(), pristine: PRISTINE },
    });
  if (wants("closing")) await measureClosing({ owner, report: results });
  if (wants("planner")) await measurePlanner({ owner, report: results });
  if (wants("trees")) await measureTreeChanges({ ...ground, owner });
  results.close();
}

/** With connections of its own: nobody may be connected to a database that is copied. */
async function layYears(ownerUrl: string, scale: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const { homes, people } = await step("seven years of the registry", () =>
    sevenYears(pool, readScale(scale)),
  );
  say(`  ${homes} household-years, ${people} member-years`);
  await pool.end();
}

const PRISTINE = `${DATABASE}_pristine`;

/** What a bench writes is gone with the next one, which begins from a copy of the data as they were made. */
const freshCopy = (adminUrl: string) =>
  withClient(adminUrl, async (admin) => {
    const found = await admin.query("select 1 from pg_database where datname = $1", [PRISTINE]);
    if (!found.rowCount) return;
    await admin.query(`drop database if exists ${DATABASE} with (force)`);
    await admin.query(`create database ${DATABASE} template ${PRISTINE} strategy file_copy owner app_owner`);
  });

const keepCopy = (adminUrl: string) =>
  withClient(adminUrl, async (admin) => {
    const found = await admin.query("select 1 from pg_database where datname = $1", [PRISTINE]);
    if (!found.rowCount)
      await admin.query(
        `create database ${PRISTINE} template ${DATABASE} strategy file_copy owner app_owner`,
      );
  });

/** Cookies are sealed as the app seals them (lib/operate/serve.ts), by keys of the same folder. */
function takeSecret(): void {
  const { session } = loadKeys(process.env.KEYS_DIR!);
  process.env.NEXTAUTH_SECRET = createHmac("sha256", session).update("next-auth").digest("base64");
}

const ownerOf = (dataDir: string) =>
  on(process.env.DATABASE_URL!, { user: "app_owner", password: rolePasswords(dataDir).app_owner });

/** Who keeps the registry of the county. */
async function clerk(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ id: number }>("select id from account where username = $1", [
    "demo-county-admin",
  ]);
  return rows[0]!.id;
}

/** By one click, as in the demo. */
async function signedIn(app: Served, account: number): Promise<Visitor> {
  const visitor = new Visitor(app.origin);
  const answer = await visitor.submit("/sign-in", 'name="account"', { account: String(account) });
  if (answer.status !== 303) throw new Error(`signing in answers ${answer.status}`);
  return visitor;
}
