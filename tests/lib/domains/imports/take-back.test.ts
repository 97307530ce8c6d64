// Proves that a published import can be undone: what nobody touched is as before to the last column, the rest stays and is named.
import { beforeAll, expect, test } from "vitest";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { holdToday, today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, idNo, importWhole, type Line, runJobs, type Township, view } from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let stranger: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
  stranger = await signIn(database, town.stranger);
});

const TABLES: Record<string, string> = {
  household: "household_no",
  household_year: "household_id::text",
  household_spell: "household_id::text || from_on",
  person: "id::text",
  membership_year: "person_id::text",
  pairing: "id::text",
  search_entry: "kind || subject_id",
};

/** Everything that an import can touch, by table and key, without what never counts as a change. */
async function picture(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [table, key] of Object.entries(TABLES)) {
    const rows = await database.look<{ key: string; row: string }>(
      `select ${key} as key, (case when '${table}' = 'search_entry' then to_jsonb(t) - 'grams' else to_jsonb(t) end
         - '{version,last_visit_on,created_at,import_id}'::text[])::text as row from ${table} t`,
    );
    for (const { key: name, row } of rows) seen.set(`${table} ${name}`, row);
  }
  return seen;
}

const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).sort();

async function takeBack(session: Session, id: string) {
  await takeBackImport(session, { id, reason: "上传错了文件" });
  await runJobs();
  return view(session, id);
}
const plan = (session: Session, id: string) => reading(session, (scope) => planTakeBack(scope, { id }));

const household = (no: string, change: Line = {}): Line => ({
  县: "察雅县",
  乡镇: "吉塘镇",
  村: "吉塘村",
  户编号: no,
  户主姓名: "扎西",
  脱贫属性: "未脱贫",
  人均纯收入: "3180.5",
  ...change,
});
const person = (no: string, serial: number, name: string, relation: string, change: Line = {}): Line => ({
  县: "察雅县",
  乡: "吉塘镇",
  村: "吉塘村",
  户编号: no,
  姓名: name,
  证件号码: idNo(`54032619850318${String(serial).padStart(3, "0")}`),
  年度: "2026",
  与户主关系: relation,
  ...change,
});

test("new and changed households go back whole; the edited and the visited stay and are named", async () => {
  const known = await Promise.all(
    [1, 2, 3].map((n) =>
      aHousehold(database, {
        divisionId: town.villages[0],
        householdNo: `K${n}`,
        headName: "次仁",
        incomePerHeadFen: 100_000n,
      }),
    ),
  );
  const before = await picture();
  const done = await importWhole(admin, "household-roster", town.township, [
    ...[1, 2, 3].map((n) => household(`K${n}`, { 户主姓名: "次仁", 户联系电话: `1380000000${n}` })),
    household("N1", { 身份证号: idNo("54032619700101001"), 户主姓名: "白玛" }),
    household("N2"),
    household("N3"),
  ]);
  expect(done.counts).toMatchObject({ added: 3, updated: 3 });
  // Since then: one of the known was corrected by hand, one of the new has been visited.
  await database.look("update household set phone = '13911111111' where household_no = 'K2'");
  await database.look(
    `insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, status)
     select gen_random_uuid(), id, division_id, division_id, '2026-11-23', 'HOME', 'NORMAL', 'SUBMITTED' from household where household_no = 'N3'`,
  );
  await database.look("update household set last_visit_on = '2026-11-23' where household_no = 'K3'");
  const foreseen = await plan(admin, done.id);
  expect(foreseen).toMatchObject({ removed: 2, restored: 2, stayed: 2 });
  expect(foreseen.kept.map((row) => row.stays).sort()).toEqual(["EDITED", "USED"]);
  const after = await takeBack(admin, done.id);
  expect(after).toMatchObject({ status: "TAKEN_BACK", counts: { went: 4, stayed: 2 } });
  const stayed = differing(before, await picture());
  const ids = await database.look<{ id: string }>("select id from household where household_no = 'N3'");
  expect(stayed).toEqual(
    [
      "household K2",
      "household N3",
      `household_spell ${ids[0]!.id}2026-11-23`,
      `household_year ${known[1]!.id}`,
      `household_year ${ids[0]!.id}`,
      `search_entry household${ids[0]!.id}`,
    ].sort(),
  );
  const kept = await reading(admin, (scope) => listKept(scope, { id: done.id }));
  expect(kept.map((row) => [row.name, row.stays]).sort()).toEqual([
    ["扎西", "USED"],
    ["次仁", "EDITED"],
  ]);
  const [told] = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'import.takenBack' and subject = $1",
    [`import:${done.id}`],
  );
  expect(told!.facts).toMatchObject({ went: 4, stayed: 2, reason: "上传错了文件" });
  const [change] = await database.look<{ old: string; new: string }>(
    "select old, new from change where verb = 'import.takenBack' and field = 'incomePerHeadFen' limit 1",
  );
  expect(change).toEqual({ old: "318050", new: "100000" });
});

test("members go back with their households' heads and numbers; a household never loses its head", async () => {
  const home = await aHousehold(database, {
    divisionId: town.villages[0],
    householdNo: "H1",
    headName: "老户主",
  });
  const other = await aHousehold(database, {
    divisionId: town.villages[0],
    householdNo: "H2",
    headName: "另户主",
  });
  await database.look("update person set id_no_digest = null where id = any ($1)", [
    [home.headId, other.headId],
  ]);
  const before = await picture();
  const done = await importWhole(admin, "person-roster", town.township, [
    person("H1", 101, "老户主", "其他"),
    person("H1", 102, "新户主", "户主"),
    person("H1", 103, "孩子甲", "其他"),
    person("H2", 104, "另户主", "其他"),
    person("H2", 105, "新二户主", "户主"),
    person("H2", 106, "孩子乙", "其他"),
  ]);
  expect(done.counts).toMatchObject({ bad: 0 });
  await database.look("update membership_year set education = 'PRIMARY' where name = '孩子乙'");
  expect(await plan(admin, done.id)).toMatchObject({ removed: 3, restored: 2, stayed: 1 });
  await takeBack(admin, done.id);
  const stayed = differing(before, await picture());
  const [child] = await database.look<{ id: string }>("select id from person where name = '孩子乙'");
  expect(stayed).toEqual(
    [
      "household H2",
      `household_year ${other.id}`,
      `membership_year ${child!.id}`,
      `person ${child!.id}`,
      `search_entry person${child!.id}`,
    ].sort(),
  );
  const rows = await database.look(
    "select household_no, head_name, head_person_id, member_count from household where household_no like 'H_' order by 1",
  );
  expect(rows).toEqual([
    { household_no: "H1", head_name: "老户主", head_person_id: home.headId, member_count: 1 },
    { household_no: "H2", head_name: "另户主", head_person_id: other.headId, member_count: 2 },
  ]);
});

test("pairings go, with helpers nobody else knows; the numbers follow at once, as they did when the pairings came", async () => {
  for (const n of [1, 2])
    await aHousehold(database, { divisionId: town.villages[1], householdNo: `P${n}`, headName: "格桑" });
  const before = await picture();
  const line = (n: number, helper: string): Line => ({
    乡镇: "吉塘镇",
    村: "雪东村",
    户编号: `P${n}`,
    户主: "格桑",
    帮扶单位: "县农牧局",
    帮扶责任人: helper,
    联系电话: `1390000000${n}`,
    结对时间: "2026-03-18",
  });
  const done = await importWhole(admin, "pairings", town.township, [line(1, "白玛"), line(2, "达瓦")]);
  expect(done.counts).toMatchObject({ added: 2 });
  expect(await pairedIn(town.villages[1])).toBe(2);
  expect(await plan(admin, done.id)).toMatchObject({ removed: 2, restored: 0, stayed: 0 });
  await takeBack(admin, done.id);
  expect(differing(before, await picture())).toEqual([]);
  expect(await pairedIn(town.villages[1])).toBe(0);
});

/** As the roll-up of the running month has it, without a fold of the clock. */
async function pairedIn(village: number): Promise<number> {
  const [kept] = await database.look<{ n: number }>(
    "select numerator::int as n from rollup where indicator = 'R2.1' and division_id = $1 and period = $2",
    [village, today().slice(0, 7)],
  );
  return kept!.n;
}

test("whatever was touched in between, the others are as before", async () => {
  let seed = 20261123;
  const draw = (under: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % under;
  };
  for (let round = 0; round < 4; round++) {
    const old = Array.from({ length: 6 }, (_v, n) => `R${round}O${n}`);
    for (const no of old)
      await aHousehold(database, { divisionId: town.villages[draw(2)]!, householdNo: no, headName: "洛桑" });
    const places = new Map(
      (
        await database.look<{ no: string; name: string }>(
          "select household_no as no, d.name from household h join division d on d.id = h.division_id where household_no like $1",
          [`R${round}O%`],
        )
      ).map((row) => [row.no, row.name]),
    );
    const before = await picture();
    const fresh = Array.from({ length: 6 }, (_v, n) => `R${round}N${n}`);
    const done = await importWhole(admin, "household-roster", town.township, [
      ...old.map((no) =>
        household(no, {
          户主姓名: "洛桑",
          村: places.get(no)!,
          人均纯收入: String(4000 + draw(3000)),
          备注: "改过",
        }),
      ),
      ...fresh.map((no, n) =>
        household(
          no,
          n % 2 ? { 身份证号: idNo(`5403261960010${round}${n}${String(100 + n)}`.slice(0, 17)) } : {},
        ),
      ),
    ]);
    const touched = new Set([...old, ...fresh].filter(() => draw(3) === 0));
    const imported = await picture();
    for (const no of touched)
      await database.look(
        draw(2) === 0
          ? "update household set phone = '13700000000' where household_no = $1"
          : "update household_year set remark = '后来改的' where household_id = (select id from household where household_no = $1)",
        [no],
      );
    const edited = await picture();
    const foreseen = await plan(admin, done.id);
    const after = await takeBack(admin, done.id);
    expect(foreseen.stayed).toBe(after.counts.stayed);
    const now = await picture();
    const ids = await database.look<{ id: string; no: string }>(
      "select id, household_no as no from household where household_no like $1",
      [`R${round}%`],
    );
    const ofTouched = (key: string) =>
      [...touched].some((no) => key === `household ${no}`) ||
      ids.some(
        ({ id, no }) =>
          touched.has(no) &&
          (key.includes(id) || [edited, imported].some((seen) => seen.get(key)?.includes(id))),
      );
    expect(differing(before, now).filter((key) => !ofTouched(key))).toEqual([]);
    expect(differing(edited, now).filter(ofTouched)).toEqual([]);
  }
});

test("nobody else's, not twice, not after thirty days", async () => {
  const done = await importWhole(admin, "household-roster", town.township, [household("Z1")]);
  await expect(takeBackImport(stranger, { id: done.id, reason: "不是我的" })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await plan(stranger, done.id)).toMatchObject({ removed: 0, restored: 0, stayed: 0 });
  await database.look("update import set published_at = now() - interval '31 days' where id = $1", [done.id]);
  await expect(takeBackImport(admin, { id: done.id, reason: "太晚了" })).rejects.toMatchObject({
    code: "rule",
  });
  await database.look("update import set published_at = now() where id = $1", [done.id]);
  await takeBack(admin, done.id);
  await expect(takeBackImport(admin, { id: done.id, reason: "第二次" })).rejects.toMatchObject({
    code: "rule",
  });
});
