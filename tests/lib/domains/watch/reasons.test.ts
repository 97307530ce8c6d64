// Each reason strikes on a family that has it and on none other; only who is out of poverty is watched; thresholds are the office's.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkQuality } from "#lib/domains/quality/ticks.ts";
import { REASON_CODES, type ReasonCode } from "#lib/domains/watch/reasons.ts";
import { checkWatch, markNewThresholds } from "#lib/domains/watch/ticks.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
let jobs: pg.Pool;
let village: number;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  village = (await plantSmallTree(database)).一村!;
  await database.look(
    "insert into registry_year (year, status) values (2026, 'OPEN'), (2025, 'CLOSED') on conflict do nothing",
  );
  await database.look(
    `insert into income_line (kind, year, division_id, amount_fen) select 'MONITORING', 2026, id, 700000 from division where level = 'PREFECTURE'
     on conflict (kind, year, division_id) do update set amount_fen = 700000`,
  );
});
afterAll(() => jobs.end());

/** As in the background: the data checks first, and the watch after them. */
const look = async () => {
  await checkQuality(jobs);
  await checkWatch(jobs);
};

/** Out of poverty, 12,500 yuan a head in both years, a child of ten at school, a sound house and safe water, moved and living there. */
async function aSoundFamily(status = "EXITED"): Promise<BuiltHousehold> {
  const family = await aHousehold(database, {
    ...{ divisionId: village, status, exitYear: 2019, years: [2025, 2026] },
    members: [{ name: "次央", relation: "DAUGHTER", sex: "F", birthOn: "2016-03-01" }],
  });
  for (const text of [
    child("school_status = 'PRIMARY_4', resident_medical = true"),
    "insert into relocation (household_id, division_id, moved_on) select id, division_id, '2019-10-01' from household where id = $1",
    checked("2026-03-01", true),
  ])
    await database.look(text, [family.id]);
  await look();
  return family;
}

const year = (set: string, of = 2026) =>
  `update household_year set ${set} where household_id = $1 and year = ${of}`;
const child = (set: string) =>
  `update membership_year set ${set} where household_id = $1 and name = '次央' and year = 2026`;
const checked = (on: string, living: boolean) =>
  `insert into relocation_check (household_id, division_id, counted_in, checked_on, living, account_id, account_name)
   select id, division_id, division_id, '${on}', ${living}, 0, '某' from household where id = $1`;

const found = async (family: BuiltHousehold) =>
  (
    await database.look<{ found: string }>(
      "select concat_ws(' ', reason, nullif(detail, '')) as found from watch_entry where household_id = $1 and gone_on is null order by 1",
      [family.id],
    )
  ).map((row) => row.found);

/** What makes each strike, what it then says, and what comes near to it and does not. */
const CASES: Record<ReasonCode, { has: string; says: string; hasNot: string }> = {
  incomeFell: {
    has: year("income_per_head_fen = 1000000"),
    says: "incomeFell 20",
    hasNot: year("income_per_head_fen = 1000100"),
  },
  incomeLow: {
    has: `${year("income_per_head_fen = case year when 2026 then 699900 else 700000 end").replace("and year = 2026", "")}`,
    says: "incomeLow 6999",
    hasNot: year("income_per_head_fen = 700000").replace("and year = 2026", ""),
  },
  outOfSchool: {
    has: child("school_status = 'NOT_IN_SCHOOL'"),
    says: "outOfSchool 1",
    hasNot: child("school_status = null"),
  },
  unsafeHouse: {
    has: year("housing_grade = 'D'"),
    says: "unsafeHouse D",
    hasNot: year("housing_grade = 'B'"),
  },
  unsafeWater: { has: year("water_safe = false"), says: "unsafeWater", hasNot: year("water_safe = null") },
  illUninsured: {
    has: child("health = 'SERIOUS_ILLNESS', resident_medical = false"),
    says: "illUninsured 1",
    hasNot: child("health = 'SERIOUS_ILLNESS', resident_medical = false, employee_medical = true"),
  },
  livesElsewhere: {
    has: checked("2026-05-01", false),
    says: "livesElsewhere 2026-05-01",
    hasNot: checked("2026-01-01", false),
  },
};

test.each(REASON_CODES)("%s strikes where it should, and not beside it", async (code) => {
  const [has, hasNot] = [await aSoundFamily(), await aSoundFamily()];
  expect(await found(has)).toEqual([]);
  await database.look(CASES[code].has, [has.id]);
  await database.look(CASES[code].hasNot, [hasNot.id]);
  await look();
  expect(await found(has)).toEqual([CASES[code].says]);
  expect(await found(hasNot)).toEqual([]);
});

test("who is still poor is helped, not watched; who falls back leaves the list", async () => {
  const [poor, exited] = [await aSoundFamily("POOR"), await aSoundFamily()];
  for (const { id } of [poor, exited]) await database.look(year("water_safe = false"), [id]);
  await look();
  expect(await found(poor)).toEqual([]);
  expect(await found(exited)).toEqual(["unsafeWater"]);
  await database.look("update household set status = 'RETURNED' where id = $1", [exited.id]);
  await look();
  expect(await found(exited)).toEqual([]);
});

test("a family that moves takes its reasons along, and last year's corrected income is looked at", async () => {
  const family = await aSoundFamily();
  await database.look(year("water_safe = false"), [family.id]);
  await look();
  await database.look(
    "update household set division_id = (select id from division where name = '二村' limit 1) where id = $1",
    [family.id],
  );
  await database.look(year("income_per_head_fen = 2500000", 2025), [family.id]);
  await look();
  expect(await found(family)).toEqual(["incomeFell 50", "unsafeWater"]);
  const [row] = await database.look<{ names: string[] }>(
    "select array_agg(distinct d.name) as names from watch_entry w join division d on d.id = w.division_id where w.household_id = $1",
    [family.id],
  );
  expect(row?.names).toEqual(["二村"]);
});

test("where no line is told and no income was told before, nothing is made of it", async () => {
  const family = await aSoundFamily();
  await database.look(year("income_per_head_fen = null", 2025), [family.id]);
  await database.look(year("income_per_head_fen = 100"), [family.id]);
  await database.look("delete from income_line where kind = 'MONITORING' and year = 2026");
  await look();
  expect(await found(family)).toEqual([]);
  await database.look(
    "insert into income_line (kind, year, division_id, amount_fen) select 'MONITORING', 2026, id, 700000 from division where level = 'PREFECTURE'",
  );
  await look();
  expect(await found(family)).toEqual(["incomeLow 1"]);
});

test("on the day on which the office's own thresholds begin, all are looked at by them", async () => {
  const family = await aSoundFamily();
  await database.look(year("income_per_head_fen = 1100000"), [family.id]);
  await look();
  expect(await found(family)).toEqual([]);
  await database.look("insert into setting (key, from_on, value) values ('watch-after-exit', $1, $2)", [
    today(),
    JSON.stringify({ watchDrop: 10, watchLine: 160 }),
  ]);
  await markNewThresholds(jobs);
  await look();
  expect(await found(family)).toEqual(["incomeFell 12", "incomeLow 11000"]);
});

test("with nothing marked nothing is looked at", async () => {
  await look();
  expect(await checkWatch(jobs)).toBe(0);
});
