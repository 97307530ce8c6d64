// Proves that the demo holds together at its smallest scale: figures from rows, nobody helps at home, the same people every time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { indicatorsOf } from "#lib/indicators/catalog.ts";
import { chance } from "#lib/operate/demo/chance.ts";
import { tibetanName } from "#lib/operate/demo/names.ts";
import { readScale } from "#lib/operate/demo/scale.ts";
import { seedDemo } from "#lib/operate/demo/seed.ts";
import { writtenAt } from "#lib/operate/demo/written.ts";
import { readPlaces, villageName } from "#lib/operate/ground/places.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { isStored } from "#lib/platform/files/store.ts";
import { unsealIdNo } from "#lib/platform/seal.ts";
import { testDatabase } from "../../support/database.ts";

const TODAY = "2026-11-25";
const database = testDatabase();
const look = database.look;
const number = async (text: string) => (await look<{ n: number }>(text))[0]?.n;

beforeAll(async () => {
  await empty();
  holdToday(TODAY);
  await seedDemo({ ownerUrl: database.owner, scale: 0.05 });
}, 240_000);

/** The template holds the world; the demo wants an empty database. */
async function empty() {
  const tables = await look<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('_prisma_migrations', 'role')",
  );
  await database.asAdmin(`truncate ${tables.map(({ name }) => name).join(", ")} restart identity cascade`);
}

test("the real divisions are there, each under its own", async () => {
  const invented = "select node_id from tree_event where tree = 'DIVISION' and kind in ('MERGE', 'OPEN')";
  expect(
    await look(
      `select level, count(*)::int as n from division where id not in (${invented}) group by 1 order by n`,
    ),
  ).toEqual([
    { level: "PREFECTURE", n: 1 },
    { level: "COUNTY", n: 11 },
    { level: "TOWNSHIP", n: 138 },
    { level: "VILLAGE", n: 1175 },
  ]);
  expect(
    await number("select count(*)::int as n from division_closure where ancestor_id = 1 and to_on is null"),
  ).toBe(1327);
});

test("a village was merged and one divided, and the figures of each month are of the tree of its days", async () => {
  const [merger, division] = await look<{
    kind: string;
    node: number;
    target: number;
    on: string;
    made: number;
  }>(
    "select kind, node_id as node, target_id as target, effective_on::text as on, (detail->>'madeId')::int as made from tree_event where tree = 'DIVISION' and status = 'DONE' and kind in ('MERGE', 'SPLIT') order by kind",
  );
  expect([merger?.on, division?.on]).toEqual(["2025-09-01", "2026-07-01"]);
  expect(await number("select count(*)::int as n from session")).toBe(0);
  const homes = async (unit: number | undefined, period: string) =>
    await number(
      `select denominator::int as n from rollup where indicator = 'R2.1' and division_id = ${unit} and period = '${period}'`,
    );
  // The one that ended has figures of its own until then, and is part of its neighbor afterwards.
  const [own, alone, together] = [
    await homes(merger?.node, "2025-08"),
    await homes(merger?.target, "2025-08"),
    await homes(merger?.target, "2025-09"),
  ];
  expect(own).toBeGreaterThan(0);
  expect(Math.abs(together! - own! - alone!)).toBeLessThanOrEqual(1);
  // What was divided was one whole before.
  const [whole, rest, part] = [
    await homes(division?.node, "2026-06"),
    await homes(division?.node, "2026-07"),
    await homes(division?.made, "2026-07"),
  ];
  expect(part).toBeGreaterThan(0);
  expect(Math.abs(whole! - rest! - part!)).toBeLessThanOrEqual(1);
});

test("some visits are asked about, and the past of the demo is not looked over at its first start", async () => {
  expect(
    await number("select count(*)::int as n from visit_hint where opens_on > '2026-11-25'"),
  ).toBeGreaterThan(0);
  expect(
    await number("select count(*)::int as n from visit_hint where opens_on <= '2026-11-25'"),
  ).toBeGreaterThan(0);
  expect(await number("select count(*)::int as n from visit_look")).toBe(0);
});

test("some visitors added words to a visit later, and none of them tomorrow", async () => {
  const [said] = await look<{ n: number; ahead: number; mine: number }>(`
    select count(*)::int as n, count(*) filter (where a.added_on > '2026-11-25' or a.added_on < v.visited_on or a.created_at > now())::int as ahead,
      count(*) filter (where a.account_name = '邓增罗布')::int as mine
    from visit_addition a join visit v on v.id = a.visit_id`);
  expect(said?.mine).toBeGreaterThan(0);
  expect(said?.ahead).toBe(0);
});

test("every figure adds up to its children's and what hangs on the unit itself, in the tree of its day", async () => {
  const wrong = await look(`
    select r.indicator, r.period, r.division_id from rollup r
    join division d on d.id = r.division_id and d.level <> 'VILLAGE'
    left join division_closure c on c.ancestor_id = d.id and c.depth = 1 and c.from_on <= r.as_of and (c.to_on is null or c.to_on > r.as_of)
    left join rollup k on k.division_id = c.node_id and k.indicator = r.indicator and k.period = r.period
    left join rollup_leaf l on l.division_id = d.id and l.indicator = r.indicator and l.period = r.period
    where r.period in ('2025', '2025Q2', '2025Q3', '2026-10', '2026-11')
      -- Entities and their organizations also sit in townships and counties themselves.
      and r.indicator in ('R2.1', 'R2.3', 'F1.4')
    group by 1, 2, 3, r.numerator, r.denominator
    having sum(k.numerator) + coalesce(max(l.numerator), 0) <> r.numerator
      or sum(k.denominator) + coalesce(max(l.denominator), 0) <> r.denominator`);
  expect(wrong).toEqual([]);
  expect(
    await number(
      "select count(*)::int as n from rollup where period = '2026-11' and division_id = 1 and numerator > 0 and indicator like 'R2%'",
    ),
    // And the office's own.
  ).toBe(indicatorsOf("R2").length + 1);
  expect(await number("select count(*)::int as n from rollup_mark")).toBe(0);
});

test("the figure of the prefecture is the count of its households", async () => {
  const [kept] = await look<{ n: number }>(
    "select denominator::int as n from rollup where indicator = 'R2.1' and period = '2026-11' and division_id = 1",
  );
  expect(kept?.n).toBe(
    await number(
      "select count(*)::int as n from household where status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED')",
    ),
  );
  expect(kept?.n).toBeGreaterThan(1800);
});

test("some counties are ahead and some behind", async () => {
  const share = async (county: string, indicator: string) =>
    (
      await look<{ share: number }>(
        "select (numerator::float / denominator) as share from rollup r join division d on d.id = r.division_id where d.name = $1 and indicator = $2 and period = '2026-10'",
        [county, indicator],
      )
    )[0]!.share;
  for (const indicator of ["R2.1", "R2.3"])
    for (const behind of ["察雅县", "贡觉县"])
      for (const ahead of ["卡若区", "左贡县"])
        expect(await share(behind, indicator)).toBeLessThan(await share(ahead, indicator));
});

test("nobody is paired with the household that they live in", async () => {
  expect(
    await look(
      "select p.id from pairing p join person h on h.id = p.helper_id where h.household_id = p.household_id",
    ),
  ).toEqual([]);
});

test("a household is helped only while it is on the register", async () => {
  expect(
    await look(`select p.id from pairing p where not exists (
      select 1 from household_spell s where s.household_id = p.household_id and s.status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED')
        and s.from_on <= p.from_on and (s.to_on is null or s.to_on > p.from_on))`),
  ).toEqual([]);
  expect(
    await look(`select p.id from pairing p join household h on h.id = p.household_id
      where h.status in ('REMOVED', 'DISSOLVED') and p.to_on is null`),
  ).toEqual([]);
});

test("the lists show what the rows say", async () => {
  expect(
    await look(`select h.id from household h join household_spell s on s.household_id = h.id and s.to_on is null
      where h.status <> s.status or h.division_id <> s.division_id`),
  ).toEqual([]);
  expect(
    await look(`select h.id from household h where h.last_visit_on is distinct from
      (select max(visited_on) from visit v where v.household_id = h.id and v.status in ('SUBMITTED', 'CONFIRMED'))`),
  ).toEqual([]);
  expect(
    await look(`select h.household_id from household_year h where year = 2026 and member_count <>
      (select count(*) from membership_year m where m.household_id = h.household_id and m.year = 2026)`),
  ).toEqual([]);
  expect(
    await look("select v.id from visit v where visited_on > $1 or created_at::date > $1::date + 1", [TODAY]),
  ).toEqual([]);
});

test("what was taken down for the load stands again, and the marks work", async () => {
  expect(
    await look(
      "select conname from pg_constraint where conname in ('pairing_one_first_helper', 'household_spell_one_at_a_time', 'visit_household_id_fkey')",
    ),
  ).toHaveLength(3);
  expect(await look("select tgname from pg_trigger where tgname like 'mark_%' and tgenabled <> 'O'")).toEqual(
    [],
  );
  expect(
    await look(
      "select indexname from pg_indexes where indexname in ('search_entry_grams_idx', 'person_id_no_digest_key')",
    ),
  ).toHaveLength(2);
});

test("ID numbers are sealed, lawful in form and of no real county", async () => {
  const rows = await look<{ sealed: Buffer; digest: Buffer }>(
    "select id_no_sealed as sealed, id_no_digest as digest from person where id_no_sealed is not null limit 20",
  );
  expect(rows).toHaveLength(20);
  for (const { sealed, digest } of rows) expect(unsealIdNo(sealed, digest)).toMatch(/^540300\d{11}[\dX]$/);
});

test("fourteen named persons can be chosen, none with a password", async () => {
  const rows = await look<{ role: string; place: string }>("select role, place from sec.demo_accounts()");
  expect(rows).toHaveLength(14);
  expect(rows).toContainEqual({ role: "FIRST_SECRETARY", place: "雪通村" });
  expect(await number("select count(*)::int as n from account where password_hash is not null")).toBe(0);
});

test("the first secretary's day has visits that are done, due and overdue", async () => {
  const owed = (first: string, asOf: string, last: string) =>
    look<{ done: number; required: number; household: string }>(
      `select f.household_id as household, done, required from fact_duties($1, $2, $3) f join account a on a.person_id = f.helper_id
       where a.username = 'demo-first-secretary' order by f.household_id`,
      [first, asOf, last],
    );
  const now = await owed("2026-11-01", TODAY, "2026-11-30");
  const before = await owed("2026-10-01", "2026-10-31", "2026-10-31");
  expect(now).toHaveLength(8);
  const missed = new Set(before.filter(({ done }) => done === 0).map(({ household }) => household));
  expect(missed.size).toBe(1);
  expect(now.filter(({ done }) => done > 0)).toHaveLength(3);
  expect(now.filter(({ done, household }) => done === 0 && missed.has(household))).toHaveLength(1);
});

test("a township that was renamed, its committee, and a village that was moved have a history", async () => {
  expect(await look("select tree, kind, status from tree_event order by tree, kind")).toEqual([
    // And what the merger and the division of villages left (tree-history.ts).
    { tree: "DIVISION", kind: "MERGE", status: "DONE" },
    { tree: "DIVISION", kind: "MOVE", status: "DONE" },
    { tree: "DIVISION", kind: "OPEN", status: "DONE" },
    { tree: "DIVISION", kind: "RENAME", status: "DONE" },
    { tree: "DIVISION", kind: "SPLIT", status: "DONE" },
    { tree: "PARTY_ORG", kind: "RENAME", status: "DONE" },
  ]);
  const [village] = await look<{ n: number }>(
    "select count(*)::int as n from division_closure c join division a on a.id = c.ancestor_id join division d on d.id = c.node_id where d.name = '卡松村' and a.name = '吉塘镇' and c.to_on = '2025-07-01'",
  );
  expect(village?.n).toBe(1);
  const papers = await look<{ title: string; sha256: string }>(
    "select p.title, encode(f.sha256, 'hex') as sha256 from paper p join stored_file f on f.id = p.file_id order by p.title",
  );
  expect(papers.map(({ title }) => title)).toEqual(["关于卡松村隶属调整的批复", "关于香堆镇更名的批复"]);
  for (const { sha256, title } of papers) expect(await isStored(sha256), title).toBe(true);
});

test("a demo made a minute after midnight holds nothing that is yet to be written", async () => {
  const midnight = new Date("2026-11-26T00:01:00+08:00");
  expect(writtenAt("2026-11-26", 8, 30, midnight)).toBe(midnight.toISOString());
  expect(writtenAt("2026-11-25", 18, 30, midnight)).toBe("2026-11-25T10:30:00.000Z");
  const tables = await look<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'created_at'",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables)
    expect(await number(`select count(*)::int as n from ${name} where created_at > now()`), name).toBe(0);
});

test("the same seed gives the same names", () => {
  const names = (seed: string) => {
    const by = chance(seed);
    return Array.from({ length: 20 }, () => tibetanName(by, "M"));
  };
  expect(names("一")).toEqual(names("一"));
  expect(names("一")).not.toEqual(names("二"));
  const by = chance("一");
  expect(new Set(Array.from({ length: 200 }, () => tibetanName(by, "F"))).size).toBeGreaterThan(60);
});

test("some families out of poverty are watched, and a later visit has closed a part of it", async () => {
  expect(
    await number(
      "select count(*)::int as n from watch_entry w join division d on d.id = w.division_id where d.name = '雪通村'",
    ),
  ).toBeGreaterThanOrEqual(3);
  expect(
    await number("select count(*)::int as n from watch_entry where closed_on is not null"),
  ).toBeGreaterThan(0);
  expect(await number("select count(*)::int as n from watch_entry where closed_on is null")).toBeGreaterThan(
    0,
  );
  expect(
    await number(
      "select count(*)::int as n from watch_entry w join household h on h.id = w.household_id left join visit v on v.id = w.visit_id where h.status <> 'EXITED' or v.visited_on <= w.found_on or w.closed_on < v.visited_on",
    ),
  ).toBe(0);
});

test("villages bear their own names, not their committees'", () => {
  expect(villageName("雪通村村委会")).toBe("雪通村");
  expect(villageName("列达村委会")).toBe("列达村");
  expect(villageName("白格村村民委员会")).toBe("白格村");
  expect(villageName("启赤街社区居民委员会")).toBe("启赤街社区");
  expect(villageName("吉塘居委会")).toBe("吉塘居委会");
  expect(villageName("叶巴村委会村")).toBe("叶巴村");
  expect(villageName("油扎牧场村委会")).toBe("油扎牧场");
  expect(readPlaces()).toHaveLength(1325);
});

test("a scale that makes no sense is refused with what to do, before anything is made", () => {
  expect(readScale(undefined)).toBeCloseTo(1 / 6);
  expect(readScale("full")).toBe(1);
  expect(() => readScale("7")).toThrow("DEMO_SCALE");
  expect(() => readScale("viel")).toThrow("DEMO_SCALE");
  const home = mkdtempSync(path.join(os.tmpdir(), "scale-"));
  const { DATABASE_URL: _, DATABASE_JOB_URL: __, DATABASE_OWNER_URL: ___, ...outer } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ["lib/operate/start.mjs"], {
    env: { ...outer, DATA_DIR: home, KEYS_DIR: "", PORT: "0", DEMO_SCALE: "0.01" },
    encoding: "utf8",
    timeout: 60_000,
  });
  const left = readdirSync(home);
  rmSync(home, { recursive: true });
  expect(stdout).toContain(
    "DEMO_SCALE 应为 0.05 到 1 之间的数，或 full(全市规模)；现在是 0.01。还没有建立数据库。",
  );
  expect(stdout).not.toContain("启动内置数据库");
  expect(status).toBe(1);
  expect(left.filter((name) => name !== "app.log")).toEqual([]);
}, 60_000);
