// The last evening of a month in small: phones deliver twenty visits a second to the built app, then more of them at once than it lets in; nothing is lost, and nobody hears anything but "come back in so many seconds".
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Burst, burstOf, type Phone } from "#lib/operate/bench/phones.ts";
import { Visitor } from "#lib/operate/bench/visitor.ts";
import { AppUnderFire } from "./app-under-fire.ts";

/** As components/field/send.ts has it. */
const PATIENCE_MS = 30_000;
const WHO = ["demo-first-secretary", "demo-village-cadre"];

let dataDir: string;
let app: AppUnderFire;
let owner: pg.Pool;
let phones: Phone[];

beforeAll(async () => {
  dataDir = mkdtempSync(join(process.env.TEST_SCRATCH ?? tmpdir(), "qamdo-burst-"));
  app = await AppUnderFire.start(dataDir);
  owner = new pg.Pool({ connectionString: app.urls().owner, max: 2 });
  phones = await Promise.all(WHO.map(phoneOf));
}, 300_000);

afterAll(async () => {
  await owner?.end();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function phoneOf(username: string): Promise<Phone> {
  const { rows } = await owner.query<{ id: number; households: string[] }>(
    `select a.id, array_agg(h.id) as households from account a join role_grant g on g.account_id = a.id
     join household h on h.division_id = g.division_id and h.status not in ('REMOVED', 'DISSOLVED') where a.username = $1 group by a.id`,
    [username],
  );
  const { id, households } = rows[0]!;
  const visitor = new Visitor(app.origin);
  expect((await visitor.submit("/sign-in", 'name="account"', { account: String(id) })).status).toBe(303);
  return { cookie: visitor.cookie(), device: "", households };
}

/** So many phones of these people, each one of its own. */
const many = (count: number): Phone[] =>
  Array.from({ length: count }, (_, at) => ({ ...phones[at % phones.length]!, device: randomUUID() }));

async function delivered(count: number, burst: Omit<Burst, "random">) {
  const { heard, visits } = await burstOf(app.origin, many(count), { ...burst, random: Math.random });
  const { rows } = await owner.query<{ stored: number; visitors: number }>(
    `select (select count(*)::int from visit where id = any ($1::uuid[])) as stored,
       (select count(*)::int from visit_visitor where visit_id = any ($1::uuid[])) as visitors`,
    [visits],
  );
  expect(heard.wrong).toEqual([]);
  expect(heard.accepted.size).toBe(burst.visits);
  expect(rows[0]).toEqual({ stored: burst.visits, visitors: burst.visits });
  return heard;
}

test("240 visits in twelve seconds from ten phones are 240 visits, and no phone loses its patience", async () => {
  const heard = await delivered(10, { visits: 240, seconds: 12 });
  // How fast it is on a quiet machine, the bench says; this one is busy with the other batteries.
  expect(Math.max(...heard.batches)).toBeLessThan(PATIENCE_MS);
});

test("more phones at once than the door lets in: some are asked to come back, and come back with everything", async () => {
  const heard = await delivered(120, { visits: 1200, seconds: 0 });
  expect(heard.busy).toBeGreaterThan(0);
});
