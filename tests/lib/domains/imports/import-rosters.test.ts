// Proves the way of a roster into the registry: staged whole, judged, only good rows in, the same file twice changes nothing.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { cancelImport } from "#lib/domains/imports/commands/cancel-import.ts";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  check,
  fileOf,
  idNo,
  importWhole,
  type Line,
  publish,
  rowsOf,
  runJobs,
  said,
  type Township,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let serial = 0;
let no = "";

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});
beforeEach(() => {
  no = `5403261${String(++serial).padStart(4, "0")}`;
});

const household = (change: Line = {}): Line => ({
  序号: "1",
  县: "察雅县",
  "乡(镇)": "吉塘镇",
  村: "吉塘村",
  户编号: `${no}1`,
  户主姓名: "扎西",
  性别: "男",
  贫困户属性: "低保户",
  主要致贫原因: "缺技术",
  其他致贫原因: "因病、因学",
  脱贫属性: "未脱贫",
  人均纯收入: "3,180.5",
  是否搬迁户: "否",
  饮水安全: "是",
  ...change,
});
const person = (n: number, change: Line = {}): Line => ({
  县: "察雅县",
  乡: "吉塘镇",
  村: "吉塘村",
  户编号: `${no}1`,
  人口编号: `${no}1${n}`,
  姓名: n === 1 ? "扎西" : `卓玛${"一二三四五"[n - 2]}`,
  证件号码: idNo(`540326198${n}0318${String(serial * 10 + n).padStart(3, "0")}`),
  民族: "藏族",
  年度: "2026",
  与户主关系: n === 1 ? "户主" : "其他",
  劳动技能: "普通劳动力",
  在校生状况: "非在校生",
  是否低保: "是",
  ...change,
});
const number = async (text: string, ...values: unknown[]) =>
  (await database.look<{ n: number }>(text, values))[0]!.n;
const householdsOf = (like = no) =>
  number("select count(*)::int as n from household where household_no like $1 || '%'", like);

test("a roster of households: read, judged, published, with year, spell and a line in the search", async () => {
  const done = await importWhole(admin, "household-roster", town.township, [
    household(),
    household({ 户编号: `${no}2`, 户主姓名: "次仁", 村: "雪东" }),
  ]);
  expect(done).toMatchObject({ status: "DONE", counts: { rows: 2, added: 2, updated: 0, same: 0, bad: 0 } });
  const [row] = await database.look(
    `select h.division_id, h.head_name, h.status, h.attribute, h.income_per_head_fen::text as income, y.other_causes, y.water_safe, y.relocated,
       s.from_on::text as since, e.pinyin, e.title from household h join household_year y on y.household_id = h.id and y.year = 2026
       join household_spell s on s.household_id = h.id join search_entry e on e.kind = 'household' and e.subject_id = h.id::text where household_no = $1`,
    [`${no}1`],
  );
  expect(row).toMatchObject({
    division_id: town.villages[0],
    head_name: "扎西",
    status: "POOR",
    attribute: "LOW_ALLOWANCE",
    income: "318050",
    other_causes: ["ILLNESS", "SCHOOLING"],
    water_safe: true,
    relocated: false,
    since: "2026-11-23",
    pinyin: "zhaxi",
    title: "扎西",
  });
  expect(
    await number(
      "select count(*)::int as n from audit_event where verb = 'import.published' and subject = $1",
      `import:${done.id}`,
    ),
  ).toBe(1);
});

test("the same file twice changes nothing, a changed cell changes one field, an empty cell erases nothing", async () => {
  const line = household({ 户联系电话: "13800000001" });
  await importWhole(admin, "household-roster", town.township, [line]);
  const again = await importWhole(admin, "household-roster", town.township, [line]);
  expect(again.counts).toMatchObject({ added: 0, updated: 0, same: 1, bad: 0 });
  const changed = await importWhole(admin, "household-roster", town.township, [
    { ...line, 人均纯收入: "4000", 户联系电话: "" },
  ]);
  expect(changed.counts).toMatchObject({ added: 0, updated: 1, same: 0 });
  expect(await householdsOf()).toBe(1);
  const changes = await database.look(
    "select field, old, new from change c join household h on h.id = c.household_id where household_no = $1",
    [`${no}1`],
  );
  expect(changes).toEqual([{ field: "incomePerHeadFen", old: "318050", new: "400000" }]);
  const [now] = await database.look(
    "select phone, income_per_head_fen::text as income from household where household_no = $1",
    [`${no}1`],
  );
  expect(now).toEqual({ phone: "13800000001", income: "400000" });
});

test("a sheet neither moves a household nor changes its status", async () => {
  await importWhole(admin, "household-roster", town.township, [household()]);
  const id = await upload(
    admin,
    "household-roster",
    town.township,
    await fileOf([household({ 村: "雪东村" }), household({ 户编号: `${no}9`, 村: "吉唐村" })]),
  );
  await check(admin, id);
  const bad = await rowsOf(admin, id);
  expect(said(bad)).toEqual({ 3: ["village.householdMoved"], 4: ["village.placeUnknownNear"] });
  expect(bad[1]!.problems[0]!.values).toEqual({ name: "吉唐村", near: "吉塘村村委会" });
  const other = await importWhole(admin, "household-roster", town.township, [
    household({ 脱贫属性: "脱贫", 人均纯收入: "9000" }),
  ]);
  expect(other.counts).toMatchObject({ updated: 0, bad: 1 });
  expect(
    await number(
      "select count(*)::int as n from household where household_no = $1 and status = 'POOR'",
      `${no}1`,
    ),
  ).toBe(1);
});

test("a household that states another number of members than are registered is told so, and goes in all the same", async () => {
  await importWhole(admin, "household-roster", town.township, [household({ 家庭人口: "4" })]);
  const again = async (count: string) => {
    const line = household({ 家庭人口: count, 人均纯收入: "4000" });
    const id = await upload(admin, "household-roster", town.township, await fileOf([line]));
    return { id, ...(await check(admin, id)).counts };
  };
  // Nobody is registered yet: there is nothing that could differ.
  expect(await again("5")).toMatchObject({ updated: 1, warned: 0 });
  await importWhole(admin, "person-roster", town.township, [person(1), person(2, { 与户主关系: "配偶" })]);
  const { id, ...counts } = await again("3");
  expect(counts).toMatchObject({ updated: 1, warned: 1, bad: 0 });
  expect(said(await rowsOf(admin, id, "WARN"))).toEqual({ 3: ["memberCount.membersDiffer"] });
  expect((await publish(admin, id)).status).toBe("DONE");
  expect(
    await database.look("select member_count from household where household_no = $1", [`${no}1`]),
  ).toEqual([{ member_count: 2 }]);
  expect(await again("2")).toMatchObject({ warned: 0, bad: 0 });
});

test("scenario 1: three planted faults stay out with their reasons, the corrected file brings in the rest and doubles nobody", async () => {
  await importWhole(admin, "household-roster", town.township, [
    household(),
    household({ 户编号: `${no}2`, 户主姓名: "次仁" }),
  ]);
  const lines = [
    person(1),
    person(2),
    person(3, { 证件号码: "5.40326E+17" }),
    person(4, { 与户主关系: "侄子" }),
    person(5, { 户编号: `${no}2`, 姓名: "次仁", 与户主关系: "户主" }),
    person(6, { 户编号: `${no}2`, 姓名: "央金", 与户主关系: "户主" }),
  ];
  const id = await upload(admin, "person-roster", town.township, await fileOf(lines));
  const checked = await check(admin, id);
  expect(checked).toMatchObject({ status: "CHECKED", counts: { rows: 6, added: 2, bad: 4 } });
  expect(said(await rowsOf(admin, id))).toEqual({
    5: ["idNo.scientific"],
    6: ["relation.unknownChoiceNear"],
    7: ["relation.secondHead"],
    8: ["relation.secondHead"],
  });
  expect(
    await number(
      "select count(*)::int as n from membership_year m join household h on h.id = m.household_id where household_no like $1 || '%'",
      no,
    ),
  ).toBe(0);
  const done = await publish(admin, id);
  expect(done).toMatchObject({ status: "DONE", counts: { added: 2, bad: 4 } });
  const corrected = lines.map((line, at) => ({
    ...line,
    ...[{}, {}, { 证件号码: person(3).证件号码! }, { 与户主关系: "之侄儿" }, {}, { 与户主关系: "配偶" }][at],
  }));
  const second = await importWhole(admin, "person-roster", town.township, corrected);
  expect(second.counts).toMatchObject({ added: 4, same: 2, updated: 0, bad: 0 });
  expect((await importWhole(admin, "person-roster", town.township, corrected)).counts).toMatchObject({
    added: 0,
    same: 6,
    updated: 0,
    bad: 0,
  });
  const members = await database.look(
    `select h.household_no, h.member_count, h.head_name, p.name as head, y.member_count as of_year from household h
     join person p on p.id = h.head_person_id join household_year y on y.household_id = h.id where household_no like $1 || '%' order by 1`,
    [no],
  );
  expect(members).toEqual([
    { household_no: `${no}1`, member_count: 4, head_name: "扎西", head: "扎西", of_year: 4 },
    { household_no: `${no}2`, member_count: 2, head_name: "次仁", head: "次仁", of_year: 2 },
  ]);
});

test("ID numbers lie sealed, and nowhere in staging, audit, history or search in clear", async () => {
  await importWhole(admin, "household-roster", town.township, [household()]);
  const done = await importWhole(admin, "person-roster", town.township, [person(1)]);
  const secret = String(person(1).证件号码);
  for (const table of ["import_row", "import", "audit_event", "change", "search_entry", "person", "job"]) {
    expect(
      await number(`select count(*)::int as n from ${table} t where t::text like '%' || $1 || '%'`, secret),
      table,
    ).toBe(0);
  }
  const [row] = await database.look(
    "select id_type, sex, birth_on::text as born, octet_length(id_no_digest) as digest from person where name = '扎西' and household_id is not null order by id desc limit 1",
  );
  expect(row).toEqual({
    id_type: "RESIDENT_ID",
    sex: (serial * 10 + 1) & 1 ? "M" : "F",
    born: "1981-03-18",
    digest: 32,
  });
  expect(done.status).toBe("DONE");
});

test("a number held outside reach is refused without saying by whom, and the audit knows of it", async () => {
  const far = await aHousehold(database, {
    divisionId: town.elsewhere,
    headName: "远方",
    head: { idNo: String(person(1).证件号码) },
  });
  await importWhole(admin, "household-roster", town.township, [household()]);
  const id = await upload(
    admin,
    "person-roster",
    town.township,
    await fileOf([person(1), person(2, { 户编号: far.householdNo }), person(3, { 户编号: "NONE9" })]),
  );
  const checked = await check(admin, id);
  expect(said(await rowsOf(admin, id))).toEqual({
    3: ["idNo.idElsewhere"],
    4: ["relation.noHead", "householdNo.householdElsewhere"],
    5: ["relation.noHead", "householdNo.householdUnknown"],
  });
  expect(JSON.stringify([checked, await rowsOf(admin, id)])).not.toContain("远方");
  expect(
    await number(
      "select count(*)::int as n from audit_event where verb = 'idNumber.heldElsewhere' and subject = $1",
      `import:${id}`,
    ),
  ).toBe(1);
});

test("somebody of another household is not taken along, and a second head is not put beside the first", async () => {
  await importWhole(admin, "household-roster", town.township, [
    household(),
    household({ 户编号: `${no}2`, 户主姓名: "次仁" }),
  ]);
  await importWhole(admin, "person-roster", town.township, [person(1), person(2)]);
  const id = await upload(
    admin,
    "person-roster",
    town.township,
    await fileOf([person(2, { 户编号: `${no}2`, 人口编号: "7" }), person(3, { 与户主关系: "户主" })]),
  );
  await check(admin, id);
  const bad = await rowsOf(admin, id);
  expect(said(bad)).toEqual({
    3: ["relation.noHead", "idNo.personInOtherHousehold"],
    4: ["relation.headTaken"],
  });
  expect(bad.map((row) => row.problems.at(-1)!.values)).toEqual([{ number: `${no}1` }, { name: "扎西" }]);
});

test("a change of head in one file is done in the right order", async () => {
  await importWhole(admin, "household-roster", town.township, [household()]);
  await importWhole(admin, "person-roster", town.township, [person(1), person(2)]);
  const done = await importWhole(admin, "person-roster", town.township, [
    person(2, { 与户主关系: "户主" }),
    person(1, { 与户主关系: "之父" }),
  ]);
  expect(done.counts).toMatchObject({ updated: 2, bad: 0 });
  const [row] = await database.look("select head_name, member_count from household where household_no = $1", [
    `${no}1`,
  ]);
  expect(row).toEqual({ head_name: "卓玛一", member_count: 2 });
});

test("a head named with an ID number in the household roster becomes a person, and the person roster finds her again", async () => {
  await importWhole(admin, "household-roster", town.township, [
    household({ 身份证号: String(person(1).证件号码) }),
  ]);
  const done = await importWhole(admin, "person-roster", town.township, [person(1), person(2)]);
  expect(done.counts).toMatchObject({ added: 1, updated: 1 });
  expect(
    await number(
      "select count(*)::int as n from person p join household h on h.id = p.household_id where household_no = $1",
      `${no}1`,
    ),
  ).toBe(2);
});

test("nobody but its owner finds an import, and a township's administrator cannot import for another", async () => {
  const id = await upload(admin, "household-roster", town.township, await fileOf([household()]));
  const stranger = await signIn(database, town.stranger);
  await expect(view(stranger, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(publishImport(stranger, { id })).rejects.toMatchObject({ code: "not-found" });
  await expect(
    upload(stranger, "household-roster", town.township, await fileOf([household()])),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a file without a required column is not checked, and the words name the column", async () => {
  const { 脱贫属性: _, ...line } = household();
  const id = await upload(admin, "household-roster", town.township, await fileOf([line]));
  const seen = await view(admin, id);
  expect(seen.preview.missing).toEqual(["status"]);
  await expect(check(admin, id)).rejects.toMatchObject({
    words: { key: "import.columnsMissing", values: { columns: "脱贫属性" } },
  });
});

test("a cancelled import leaves nothing, and what is not due is refused", async () => {
  const id = await upload(admin, "household-roster", town.township, await fileOf([household()]));
  await expect(publishImport(admin, { id })).rejects.toMatchObject({ words: { key: "import.notDue" } });
  await check(admin, id);
  await publishImport(admin, { id });
  await cancelImport(admin, { id });
  await runJobs();
  expect(await householdsOf()).toBe(0);
  expect(await view(admin, id)).toMatchObject({ status: "CHECKED" });
  await cancelImport(admin, { id });
  expect(await view(admin, id)).toMatchObject({ status: "CANCELLED" });
  await expect(checkImport(admin, { id })).rejects.toMatchObject({ words: { key: "import.notDue" } });
});

test("a grant lost between check and publication stops the import before anything is in", async () => {
  const id = await upload(admin, "household-roster", town.township, await fileOf([household()]));
  await check(admin, id);
  await publishImport(admin, { id });
  await database.look(
    "update role_grant set to_at = now() where account_id = (select id from account where username = $1)",
    [town.admin],
  );
  await runJobs();
  await database.look(
    "update role_grant set to_at = null where account_id = (select id from account where username = $1)",
    [town.admin],
  );
  expect(await householdsOf()).toBe(0);
  expect(await view(admin, id)).toMatchObject({ status: "CHECKED", failure: "failure.refused" });
});

test("a household that came meanwhile is not doubled: rows are judged again when they go in", async () => {
  const id = await upload(admin, "household-roster", town.township, await fileOf([household()]));
  await check(admin, id);
  await importWhole(admin, "household-roster", town.township, [household()]);
  expect((await publish(admin, id)).counts).toMatchObject({ added: 0, same: 1 });
  expect(await householdsOf()).toBe(1);
});

test("a file that is no workbook fails with a reason", async () => {
  const { fileOf: planted } = await import("#tests/lib/platform/sheets/planted-workbook.ts");
  const id = await upload(admin, "household-roster", town.township, planted("<html></html>", "xlsx"));
  expect(await view(admin, id)).toMatchObject({ status: "FAILED", failure: "refused.notWorkbook" });
});
