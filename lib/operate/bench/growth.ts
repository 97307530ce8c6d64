/**
 * What issue "the number and its proof" asks of the boards while the registry grows: the same pages from a registry of a county's
 * size and from one as large as Tibet's (200,000 households, five million visits), side by side in one minute; and two hundred people who read
 * at once from the larger one.
 */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { periodOf, step } from "#lib/base/period.ts";
import { rebuildAll } from "#lib/indicators/fold.ts";
import { today } from "#lib/platform/clock.ts";
import { openSession, sealToken, sessionCookie } from "#lib/platform/session.ts";
import { DATABASE } from "../database.ts";
import { takeDown } from "../demo/bulk.ts";
import { migrate } from "../migrate.ts";
import { ensureRoles, on, rolePasswords, withClient } from "../roles.ts";
import type { Askers } from "./askers.ts";
import { grow } from "./grown-registry.ts";
import { quantile, race } from "./measure.ts";
import { freePort, type Served, serveApart } from "./processes.ts";
import type { Report } from "./report.ts";
import { Visitor } from "./visitor.ts";

const HOUSEHOLDS = 200_000;
const VISITS = 5_000_000;
const FLAT = 1.3;
/** Leaders look at a board for half a minute, officials for longer. */
const READERS = { people: 200, seconds: 60, pauseMs: 20_000, p95Ms: 1_000 };
const GROWN = `${DATABASE}_grown`;
const GROWING = `${DATABASE}_growing`;

type Given = {
  app: Served;
  owner: pg.Pool;
  ownerUrl: string;
  adminUrl: string;
  /** The database as it was made, to which nobody is connected. */
  pristine: string;
  dataDir: string;
  askers: Askers;
  report: Report;
};

export async function measureGrowth(given: Given): Promise<void> {
  const { owner, report } = given;
  const { rows } = await owner.query<{ homes: number; visits: number }>(
    "select (select count(*)::int from household) as homes, (select count(*)::int from visit) as visits",
  );
  report.tell(`  from ${rows[0]!.homes} households and ${rows[0]!.visits} visits`);
  const sessions = await sessionsOf(given);
  const large = await grownDatabase(given);
  const app = await serveGrown(given);
  const pages = {
    "cockpit of the prefecture": { who: "prefecture", path: "/cockpit" },
    "cockpit of a county": { who: "county", path: "/cockpit" },
    "page of an item": { who: "county", path: "/cockpit/R2" },
    "page of an indicator": { who: "county", path: "/cockpit/R2/R2.3" },
    "an item last year": { who: "prefecture", path: `/cockpit/R2?p=${step(periodOf(today(), "year"), -1)}` },
  } as const;
  for (const [what, { who, path }] of Object.entries(pages)) {
    const cookie = sessions[who];
    const asked = (origin: string) => {
      const visitor = new Visitor(origin);
      return async () => {
        const answer = await visitor.get(path, { cookie });
        if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
        return answer.first;
      };
    };
    const times = await race(
      [
        { name: "large", once: asked(app.origin) },
        { name: "small", once: asked(given.app.origin) },
      ],
      { at: 1 },
    );
    report.add({
      ...{ goal: "#7", what: `${what}, Tibet's size to a county's, p50` },
      ...{ ours: times.large!.p50, floor: times.small!.p50, unit: "ms", limit: FLAT },
    });
  }
  await manyReaders(app, [sessions.prefecture, sessions.county], report);
  await app.stop();
  await large.end();
}

type Cookies = { prefecture: string; county: string };

async function sessionsOf({ askers }: Given): Promise<Cookies> {
  const of = async ({ accountId }: { accountId: number }) =>
    `${sessionCookie()}=${await sealToken(await openSession(accountId, "bench"))}`;
  return { prefecture: await of(askers.prefecture), county: await of(askers.county) };
}

/** The same divisions and people with as many households and visits as all Tibet would write; kept for the next run. */
async function grownDatabase({
  owner,
  ownerUrl,
  adminUrl,
  pristine,
  dataDir,
  report,
}: Given): Promise<pg.Pool> {
  const isThere = await withClient(adminUrl, async (admin) => {
    const found = await admin.query("select 1 from pg_database where datname = $1", [GROWN]);
    return found.rowCount === 1;
  });
  if (!isThere)
    await withClient(adminUrl, (admin) =>
      admin.query(`create database ${GROWING} template ${pristine} strategy file_copy owner app_owner`),
    );
  const name = isThere ? GROWN : GROWING;
  await ensureRoles({ adminUrl, database: name, passwords: rolePasswords(dataDir) });
  const largeUrl = on(ownerUrl, { database: name });
  if (!isThere) {
    await growWhole(largeUrl, report);
    await withClient(adminUrl, (admin) => admin.query(`alter database ${GROWING} rename to ${GROWN}`));
  }
  const large = new pg.Pool({ connectionString: on(ownerUrl, { database: GROWN }), max: 1 });
  await migrate(on(ownerUrl, { database: GROWN }));
  const { rows } = await large.query<{ homes: number; visits: number }>(
    "select (select count(*)::int from household) as homes, (select count(*)::int from visit) as visits",
  );
  report.tell(`  to ${rows[0]!.homes} households and ${rows[0]!.visits} visits`);
  const kept = await owner.query<{ row: string }>(
    "select row_to_json(s)::text as row from session s where s.device = 'bench'",
  );
  for (const { row } of kept.rows)
    await large.query(
      "insert into session select * from json_populate_record(null::session, $1::json) on conflict do nothing",
      [row],
    );
  return large;
}

async function growWhole(url: string, report: Report): Promise<void> {
  const large = new pg.Pool({ connectionString: url, max: 1 });
  const begun = performance.now();
  const client = await large.connect();
  await client.query("begin");
  const putUp = await takeDown(client);
  await grow(client, { households: HOUSEHOLDS, visits: VISITS });
  await putUp();
  await client.query("commit");
  client.release();
  await large.query("vacuum (analyze)");
  const grown = performance.now();
  await rebuildAll(large, today());
  report.tell(
    `  grown in ${seconds(grown - begun)}, everything counted from rows in ${seconds(performance.now() - grown)}`,
  );
  await large.end();
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;

async function serveGrown({ dataDir, adminUrl }: Given): Promise<Served> {
  const port = await freePort();
  const passwords = rolePasswords(dataDir);
  const urlOf = (user: "app_rw" | "app_job") =>
    on(adminUrl, { database: GROWN, user, password: passwords[user] });
  const env = {
    ...{ DATABASE_URL: urlOf("app_rw"), DATABASE_JOB_URL: urlOf("app_job") },
    ...{ KEYS_DIR: path.join(dataDir, "keys"), DATA_DIR: path.join(dataDir, "grown") },
    ...{ PORT: String(port), HOST: "127.0.0.1", ORIGIN: `http://127.0.0.1:${port}`, DEMO: "" },
    LOG_FILE: path.join(dataDir, "grown.log"),
  };
  return serveApart(
    { name: "the app above the grown registry", args: ["lib/operate/start.mjs"], env, ready: "/ready" },
    port,
  );
}

/** Each opens the board, reads for a while and opens it again; who is asked to come back does so, and waits all the while. */
async function manyReaders(app: Served, cookies: string[], report: Report): Promise<void> {
  const waits: number[] = [];
  const wrong = new Set<number>();
  let askedBack = 0;
  const began = performance.now();
  const over = () => performance.now() - began > READERS.seconds * 1000;
  await Promise.all(
    Array.from({ length: READERS.people }, async (_, nth) => {
      const visitor = new Visitor(app.origin);
      await sleep((nth / READERS.people) * READERS.pauseMs);
      while (!over()) {
        const opened = performance.now();
        let answer = await visitor.get("/cockpit", { cookie: cookies[nth % cookies.length]! });
        while (answer.status === 503 && answer.retryAfter) {
          askedBack += 1;
          await sleep(answer.retryAfter * 1000);
          answer = await visitor.get("/cockpit", { cookie: cookies[nth % cookies.length]! });
        }
        if (answer.status !== 200) wrong.add(answer.status);
        waits.push(performance.now() - opened);
        await sleep(READERS.pauseMs * (0.5 + Math.random()));
      }
      visitor.leave();
    }),
  );
  const note = `${waits.length} boards in ${READERS.seconds} s, p50 ${quantile(waits, 0.5).toFixed(0)} ms, ${askedBack} times asked to come back${wrong.size ? `, answers ${[...wrong].join(", ")}` : ""}`;
  report.add({
    ...{ goal: "#7", what: "200 people reading at once, a board with all its waiting, p95" },
    ...{ ours: quantile(waits, 0.95), floor: READERS.p95Ms, unit: "ms", limit: 1, note },
  });
  report.add({
    ...{ goal: "#7", what: "200 people reading at once, answers that nobody may get" },
    ...{ ours: wrong.size, floor: 1, unit: "", limit: 0 },
  });
}
