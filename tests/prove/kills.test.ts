// kill -9 of the server or of the database at random instants, while phones save visits and a clerk imports: what was acknowledged is there, once, and whole.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { startImport } from "#lib/domains/imports/commands/start-import.ts";
import { households, type Village, writeRoster } from "#lib/operate/bench/rosters.ts";
import { formOn, Visitor } from "#lib/operate/bench/visitor.ts";
import { cellsApart } from "#lib/operate/bench/visits.ts";
import { today } from "#lib/platform/clock.ts";
import { databases } from "#lib/platform/db.ts";
import type { Session } from "#lib/platform/scope.ts";
import { openSession } from "#lib/platform/session.ts";
import { AppUnderFire } from "./app-under-fire.ts";

const KILLS = Number(process.env.PROVE_KILLS ?? 20);
const PHONES = 4;
const ROWS = 400;
const DONE_WITHIN_MS = 120_000;

let dataDir: string;
let app: AppUnderFire;
let owner: pg.Pool;
let clerk: Session;
let unit: number;
let villages: Village[];

beforeAll(async () => {
  dataDir = mkdtempSync(join(process.env.TEST_SCRATCH ?? tmpdir(), "qamdo-fire-"));
  app = await AppUnderFire.start(dataDir);
  const urls = app.urls();
  // What runs in this process (the clerk's commands) works on the app's database.
  Object.assign(process.env, { DATABASE_URL: urls.rw, DATABASE_JOB_URL: urls.job, DATA_DIR: dataDir });
  owner = new pg.Pool({ connectionString: urls.owner, max: 3 });
  owner.on("error", () => {}); // it is killed on purpose
  const [account] = await look<{ id: number; unit: number }>(
    "select a.id, g.division_id as unit from account a join role_grant g on g.account_id = a.id where a.username = 'demo-county-admin'",
  );
  clerk = { token: await openSession(account!.id, "battery") };
  unit = account!.unit;
  villages = await look<Village>(
    `select c.name as county, t.name as township, v.name as village from division v join division t on t.id = v.parent_id
     join division c on c.id = t.parent_id where c.id = $1 and v.level = 'VILLAGE' and v.closed_on is null order by v.id limit 5`,
    [unit],
  );
}, 300_000);

afterAll(async () => {
  await owner?.end();
  await databases()
    .close()
    .catch(() => {});
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Asks again while the database is being brought back. */
async function look<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const began = Date.now();
  for (;;) {
    try {
      return (await owner.query<Row>(text, values)).rows;
    } catch (error) {
      if (Date.now() - began > 60_000) throw error;
      await sleep(100);
    }
  }
}

type Saving = { acknowledged: Set<string>; sent: number; unanswered: number };

type Phone = { visitor: Visitor; page: string; form: Record<string, string>; homes: { id: string }[] };

/** Signed in and at the form, before the shooting begins. */
async function atTheForm(): Promise<Phone> {
  const [account] = await look<{ id: number; village: number }>(
    "select a.id, g.division_id as village from account a join role_grant g on g.account_id = a.id where a.username = 'demo-first-secretary'",
  );
  const homes = await look<{ id: string }>("select id from household where division_id = $1", [
    account!.village,
  ]);
  const visitor = new Visitor(app.origin);
  const entered = await visitor.submit("/sign-in", 'name="account"', { account: String(account!.id) });
  expect(entered.status).toBe(303);
  const page = `/visits/new?household=${homes[0]!.id}`;
  return { visitor, page, homes, form: formOn((await visitor.get(page)).text, 'name="situation"') };
}

/** A phone with an outbox: an answer that never came is asked for again with the same id. */
async function save(
  { visitor, page, form, homes }: Phone,
  saving: Saving,
  over: () => boolean,
): Promise<void> {
  let open: string | null = null;
  let householdId = "";
  while (!over() || open) {
    if (!open) {
      open = randomUUID();
      householdId = homes[Math.floor(Math.random() * homes.length)]!.id;
    }
    saving.sent += 1;
    const typed = {
      id: open,
      householdId,
      visitedOn: today(),
      situation: "NORMAL",
      standInReason: "battery",
    };
    const answer = await visitor
      .post(page, { ...form, ...typed, kind: "HOME", metWith: "HEAD" })
      .catch(() => null);
    if (answer?.status === 303 && answer.location?.includes("saved=")) {
      saving.acknowledged.add(open);
      open = null;
    } else {
      saving.unanswered += 1;
      await sleep(200);
    }
  }
  visitor.leave();
}

/** Goes on with an import wherever it stands, as a clerk would who comes back to the page. */
async function carryThrough(id: string): Promise<void> {
  const began = Date.now();
  for (;;) {
    const [row] = await look<{ status: string; failure: string | null; mapping: Record<string, number> }>(
      "select status, failure, mapping from import where id = $1",
      [id],
    );
    if (row?.status === "DONE") return;
    if (row?.status === "FAILED" || Date.now() - began > DONE_WITHIN_MS)
      throw new Error(`the import stands at ${row?.status}: ${row?.failure}`);
    const columns = Object.entries(row?.mapping ?? {}).map(([key, index]) => [`column.${index}`, key]);
    const next =
      row?.status === "READ"
        ? checkImport(clerk, { id, ...Object.fromEntries(columns) })
        : row?.status === "CHECKED"
          ? publishImport(clerk, { id })
          : null;
    await next?.catch(() => undefined); // cut off: the status tells at the next look whether it was heard
    await sleep(100);
  }
}

async function beginImport(prefix: string): Promise<string> {
  const upload = await writeRoster(dataDir, "household-roster", households(ROWS, villages, { prefix }));
  const { id } = await startImport(clerk, { sheet: "household-roster", divisionId: unit, ...upload });
  return id;
}

const imported = async (prefix: string) =>
  (
    await look<{ n: number; spells: number; years: number }>(
      `select count(*)::int as n, count(s.household_id)::int as spells, count(y.household_id)::int as years
       from household h left join household_spell s on s.household_id = h.id left join household_year y on y.household_id = h.id
       where h.household_no like $1`,
      [`${prefix}0%`],
    )
  )[0]!;

test(`after ${KILLS} kills nothing acknowledged is missing, double or half done`, async () => {
  const saving: Saving = { acknowledged: new Set(), sent: 0, unanswered: 0 };
  let over = false;
  const ready = await Promise.all(Array.from({ length: PHONES }, atTheForm));
  const phones = ready.map((phone) => save(phone, saving, () => over));
  const back: number[] = [];
  const halves: number[] = [];
  const victims = { server: 0, database: 0 };
  for (let kill = 1; kill <= KILLS; kill++) {
    const prefix = `K${kill}X`;
    const id = await beginImport(prefix);
    const carried = carryThrough(id);
    carried.catch(() => {}); // it is awaited below
    await sleep(Math.random() * 4000);
    if (Math.random() < 0.5) {
      victims.server += 1;
      await app.killServer();
    } else {
      victims.database += 1;
      app.killDatabase();
      await sleep(20);
    }
    back.push(await app.ready());
    const { n } = await imported(prefix);
    if (n !== 0 && n !== ROWS) halves.push(n);
    await carried;
    expect(await imported(prefix), `import ${kill}`).toEqual({ n: ROWS, spells: ROWS, years: ROWS });
  }
  over = true;
  await Promise.all(phones);

  const ids = [...saving.acknowledged];
  const stored = await look<{ id: string; visitors: number; told: number }>(
    `select v.id, (select count(*)::int from visit_visitor w where w.visit_id = v.id) as visitors,
       (select count(*)::int from audit_event a where a.subject = 'visit:' || v.id and a.verb = 'visit.recorded' and a.facts->>'repeated' = 'false') as told
     from visit v where v.id = any ($1)`,
    [ids],
  );
  const [strange] = await look<{ n: number }>(
    "select count(*)::int as n from visit where stand_in_reason = 'battery' and not id = any ($1)",
    [ids],
  );
  const published = await look<{ n: number }>(
    "select count(*)::int as n from audit_event where verb = 'import.published'",
  );
  await settle();
  process.stdout.write(
    `kills: ${victims.server} of the server, ${victims.database} of the database; ${ids.length} visits acknowledged of ${saving.sent} sendings ` +
      `(${saving.unanswered} without an answer, sent again); ready again after ${Math.round(Math.max(...back))} ms at most\n`,
  );
  expect(halves, "half imports").toEqual([]);
  expect(ids.length).toBeGreaterThan(KILLS * 2);
  expect(stored.length, "acknowledged and there").toBe(ids.length);
  expect(stored.filter(({ visitors, told }) => visitors !== 1 || told !== 1)).toEqual([]);
  expect(strange?.n, "there and never acknowledged").toBe(0);
  expect(published[0]?.n, "each import published once").toBe(KILLS);
  expect(await cellsApart(owner), "cells of the roll-ups that differ from a recount").toBe(0);
});

/** Until the fold has taken every mark. */
async function settle(): Promise<void> {
  const began = Date.now();
  for (;;) {
    const [marks] = await look<{ n: number }>("select count(*)::int as n from rollup_mark");
    if (marks?.n === 0) return;
    if (Date.now() - began > 60_000) throw new Error("the fold does not come to an end");
    await sleep(200);
  }
}
