// Each rule strikes when its fact is odd and goes when the fact is mended; nothing strikes on a plain family.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RULE_CODES, type RuleCode } from "#lib/domains/quality/rules.ts";
import { checkQuality } from "#lib/domains/quality/ticks.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
let jobs: pg.Pool;
let village: number;
let township: number;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  const at = await plantSmallTree(database);
  village = at.一村!;
  await database.look(
    "insert into registry_year (year, status) values (2026, 'OPEN') on conflict do nothing",
  );
  township = at.东乡!;
});
afterAll(() => jobs.end());

/** Head and spouse, both grown up, healthy and schooled; helped since last year; nothing about it is odd. */
async function aPlainFamily(): Promise<BuiltHousehold> {
  const family = await aHousehold(database, {
    divisionId: village,
    head: { sex: "M", birthOn: "1980-05-01" },
    members: [{ name: "次央", relation: "SPOUSE", sex: "F", birthOn: "1982-03-01" }],
  });
  await database.look(
    "update membership_year set education = 'PRIMARY', labor = 'ORDINARY', work_months = 0, low_allowance = false, school_status = 'NOT_IN_SCHOOL' where household_id = $1",
    [family.id],
  );
  const helper = await aPerson(database, { name: "帮扶人", divisionId: township });
  await aPairing(database, { household: family, helper, fromOn: "2025-01-01" });
  await checkQuality(jobs);
  return family;
}

const found = async (family: BuiltHousehold) =>
  (
    await database.look<{ rule: string }>(
      "select rule from quality_finding where household_id = $1 and gone_on is null order by rule",
      [family.id],
    )
  ).map(({ rule }) => rule);

const year = (set: string) => `update household_year set ${set} where household_id = $1 and year = 2026`;
const head = (set: string) =>
  `update membership_year set ${set} where household_id = $1 and relation = 'HEAD'`;
const spouse = (set: string) => `update membership_year set ${set} where household_id = $1 and name = '次央'`;
const born = (day: string) =>
  `update person set birth_on = '${day}' where id = (select person_id from membership_year where household_id = $1 and name = '次央' and year = 2026)`;
const earns = (...items: [string, number][]) =>
  items.map(
    ([code, fen]) =>
      `insert into income_item (household_id, year, code, division_id, amount_fen) select id, 2026, '${code}', division_id, ${fen} from household where id = $1`,
  );
const exited = [
  "update household set status = 'EXITED' where id = $1",
  year("status = 'EXITED', exit_year = 2019"),
];

/** What makes each rule strike; a rule without a line here fails below. */
const ODD: Record<RuleCode, string[]> = {
  empty: ["delete from membership_year where household_id = $1"],
  noHead: [head("relation = 'OTHER'")],
  severalSpouses: [head("relation = 'SPOUSE'")],
  sameSexSpouse: [
    "update person set sex = 'M' where id = (select person_id from membership_year where household_id = $1 and name = '次央' and year = 2026)",
  ],
  noCause: [year("main_cause = null")],
  causeTwice: [year("other_causes = array['LACK_SKILL']")],
  illnessNobodyIll: [year("main_cause = 'ILLNESS'")],
  disabilityNobody: [year("main_cause = 'DISABILITY'")],
  schoolingNoStudent: [year("main_cause = 'SCHOOLING'")],
  allowanceNobody: [year("attribute = 'LOW_ALLOWANCE'")],
  generalOnAllowance: [spouse("low_allowance = true")],
  allowanceAndSupport: earns(["TRANSFER.LOW_ALLOWANCE_MONEY", 100_00], ["TRANSFER.DESTITUTE_MONEY", 100_00]),
  destituteWithLabor: [year("attribute = 'DESTITUTE'")],
  businessWithoutCost: earns(["BUSINESS.FUNGUS", 900_00]),
  incomeOdd: [year("income_per_head_fen = 0")],
  wageNobodyWorks: earns(["WAGE.WAGES", 900_00]),
  workWithoutWage: [spouse("work_months = 3, work_place = '县城'"), ...earns(["PROPERTY.DIVIDEND", 900_00])],
  muchLand: [
    "insert into production_year (household_id, year, division_id, farmland_mu100) select id, 2026, division_id, 10100 from household where id = $1",
  ],
  farFromRoad: [
    "insert into living_year (household_id, year, division_id, road_km100) select id, 2026, division_id, 5100 from household where id = $1",
  ],
  noHelper: ["update pairing set to_on = '2026-01-01' where household_id = $1"],
  helperIsPoor: [
    "update person set household_id = $1 where id = (select helper_id from pairing where household_id = $1)",
    "update pairing set to_on = to_on where household_id = $1",
  ],
  exitedBelowLine: [
    ...exited,
    `insert into income_line (kind, year, division_id, amount_fen) select 'POVERTY', 2026, id, 400000 from division where level = 'PREFECTURE' and $1::uuid is not null on conflict do nothing`,
    year("income_per_head_fen = 399900"),
  ],
  exitedUnsafeHouse: [...exited, year("housing_grade = 'D'")],
  exitedNoSafeWater: [...exited, year("water_safe = false")],
  exitedDropout: [
    ...exited,
    born("2016-03-01"),
    spouse("relation = 'DAUGHTER', dropout_reason = 'OTHER', education = 'PRIMARY'"),
  ],
  exitedIllUninsured: [...exited, spouse("health = 'CHRONIC', resident_medical = false")],
  relationSex: [spouse("relation = 'SON'")],
  bornOdd: [born("1890-03-01")],
  educationTwice: [spouse("school_status = 'PRIMARY'")],
  educationOpen: [spouse("education = null, school_status = null")],
  schoolOpen: [born("2010-03-01"), spouse("school_status = null")],
  seniorTooYoung: [born("2014-03-01"), spouse("school_status = 'SENIOR_1', education = null")],
  primaryTooOld: [born("2000-03-01"), spouse("school_status = 'PRIMARY', education = null")],
  sameGrade: [
    spouse("school_status = 'SENIOR_1', education = null"),
    `insert into membership_year (person_id, year, household_id, division_id, name, relation, school_status)
     select m.person_id, y, m.household_id, m.division_id, m.name, m.relation, 'SENIOR_1' from membership_year m, unnest(array[2024, 2025]) y where m.household_id = $1 and m.name = '次央'`,
    spouse("labor = 'ORDINARY'"),
  ],
  dropoutNoReason: [born("2014-03-01"), spouse("dropout_reason = null")],
  laborOpen: [spouse("labor = null")],
  healthyNoLabor: [spouse("labor = 'NONE'")],
  noLaborButWorks: [spouse("labor = 'LOST', work_months = 2, work_place = '县城', health = 'CHRONIC'")],
  placeWithoutMonths: [spouse("work_place = '县城'")],
  monthsWithoutPlace: [spouse("work_months = 4")],
  oldOnPost: [born("1950-03-01"), spouse("public_post = '护林员'")],
  insuredTwice: [spouse("resident_medical = true, employee_medical = true")],
};

test("a plain family has no doubt", async () => {
  expect(await found(await aPlainFamily())).toEqual([]);
});

test.each(RULE_CODES)("%s strikes where it should", async (code) => {
  const family = await aPlainFamily();
  for (const text of ODD[code]) await database.look(text, [family.id]);
  await checkQuality(jobs);
  expect(await found(family)).toContain(code);
});

test("what is mended goes with its day; the same found again is a new finding", async () => {
  const family = await aPlainFamily();
  await database.look(year("main_cause = null"), [family.id]);
  await checkQuality(jobs);
  expect(await found(family)).toEqual(["noCause"]);
  await database.look(year("main_cause = 'LACK_SKILL'"), [family.id]);
  await checkQuality(jobs);
  expect(await found(family)).toEqual([]);
  await database.look(year("main_cause = null"), [family.id]);
  await checkQuality(jobs);
  const rows = await database.look<{ gone: boolean }>(
    "select gone_on is not null as gone from quality_finding where household_id = $1 order by gone_on nulls last",
    [family.id],
  );
  expect(rows.map(({ gone }) => gone)).toEqual([true, false]);
});

test("a file that is no longer kept up has no doubts, and one that moves takes them along", async () => {
  const [gone, moved] = [await aPlainFamily(), await aPlainFamily()];
  for (const family of [gone, moved]) await database.look(year("main_cause = null"), [family.id]);
  await checkQuality(jobs);
  await database.look("update household set status = 'REMOVED' where id = $1", [gone.id]);
  await database.look(
    "update household set division_id = (select id from division where name = '二村' limit 1) where id = $1",
    [moved.id],
  );
  await checkQuality(jobs);
  expect(await found(gone)).toEqual([]);
  const [row] = await database.look<{ name: string }>(
    "select d.name from quality_finding q join division d on d.id = q.division_id where q.household_id = $1 and q.gone_on is null",
    [moved.id],
  );
  expect(row?.name).toBe("二村");
});
