// Proves that a list of pairings finds the right household and the right helper, asks when it cannot, and doubles nothing.
import { createWriteStream } from "node:fs";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { pickHelper } from "#lib/domains/imports/commands/pick-helper.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPerson } from "#tests/build/person.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  check,
  fileOf,
  importWhole,
  type Line,
  publish,
  rowsOf,
  said,
  type Township,
  upload,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let serial = 100;
let home: BuiltHousehold;
let helper = "";

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});
beforeEach(async () => {
  serial++;
  helper = `白玛${String.fromCharCode(0x4e00 + serial)}`;
  home = await aHousehold(database, {
    divisionId: town.villages[0],
    headName: `扎西${String.fromCharCode(0x4e00 + serial)}`,
  });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  乡镇: "吉塘镇",
  村: "吉塘村",
  户主: home.headName,
  户编号: home.householdNo,
  帮扶单位: "察雅县农牧局",
  帮扶责任人: helper,
  性别: "女",
  政治面貌: "中共党员",
  职务: "科员",
  职级: "科员",
  联系电话: `1380000${serial}0`.padEnd(11, "0"),
  结对时间: "2026.3.18",
  ...change,
});
const pairings = (household = home) =>
  database.look<{
    helper_name: string;
    kind: string;
    from_on: string;
    to_on: string | null;
    helper_id: string;
    helper_unit: string | null;
  }>(
    "select helper_name, helper_id, helper_unit, kind, from_on::text, to_on::text from pairing where household_id = $1 order by kind, from_on",
    [household.id],
  );
const put = (lines: Line[]) => importWhole(admin, "pairings", town.township, lines);

test("a helper the registry does not know becomes a person once, however many households he helps", async () => {
  const other = await aHousehold(database, { divisionId: town.villages[1], headName: "次仁" });
  const lines = [
    line(),
    line({ 户主: "次仁", 户编号: other.householdNo, 村: "雪东村", 第二责任人: "央金", 电话: "13900000001" }),
  ];
  expect((await put(lines)).counts).toMatchObject({ added: 2, bad: 0 });
  const [first] = await pairings();
  const both = await pairings(other);
  expect(first).toMatchObject({
    helper_name: helper,
    helper_unit: "察雅县农牧局",
    kind: "FIRST_HELPER",
    from_on: "2026-03-18",
    to_on: null,
  });
  expect(both.map((row) => [row.kind, row.helper_name])).toEqual([
    ["FIRST_HELPER", helper],
    ["SECOND_HELPER", "央金"],
  ]);
  expect(both[0]!.helper_id).toBe(first!.helper_id);
  const [person] = await database.look(
    "select rank, sex, political_status, unit_name, household_id from person where id = $1",
    [first!.helper_id],
  );
  expect(person).toEqual({
    rank: "STAFF",
    sex: "F",
    political_status: "PARTY_MEMBER",
    unit_name: "察雅县农牧局",
    household_id: null,
  });
  expect((await put(lines)).counts).toMatchObject({ added: 0, same: 2, bad: 0 });
  expect(await pairings(other)).toEqual(both);
});

test("a known helper is told by telephone or unit; a pairing ends by the sheet's end date", async () => {
  const known = await aPerson(database, {
    divisionId: town.township,
    name: helper,
    unitName: "察雅县农牧局",
  });
  await put([line({ 联系电话: "" })]);
  expect((await pairings()).map((row) => row.helper_id)).toEqual([known.id]);
  const ended = await put([line({ 联系电话: "", 结束时间: "2026-10-01" })]);
  expect(ended.counts).toMatchObject({ updated: 1, added: 0 });
  expect((await pairings())[0]).toMatchObject({ to_on: "2026-10-01" });
  const next = await put([line({ 帮扶责任人: "继任者", 联系电话: "13911112222", 结对时间: "2026-10-05" })]);
  expect(next.counts).toMatchObject({ added: 1, bad: 0 });
  expect(await pairings()).toHaveLength(2);
});

test("several people of one name: the row waits until somebody points at one", async () => {
  const one = await aPerson(database, { divisionId: town.township, name: helper, unitName: "县教育局" });
  await aPerson(database, { divisionId: town.township, name: helper, unitName: "县水利局" });
  const id = await upload(admin, "pairings", town.township, await fileOf([line()]));
  await check(admin, id);
  const [row] = await rowsOf(admin, id);
  expect(said([row!])).toEqual({ 3: ["helperName.helperPick"] });
  expect(row!.people?.map((person) => person.unit).sort()).toEqual(["县教育局", "县水利局"]);
  await expect(pickHelper(admin, { id, rowNo: 3, helper: home.headId })).rejects.toMatchObject({
    words: { key: "import.nobodyToPick" },
  });
  await pickHelper(admin, { id, rowNo: 3, helper: one.id });
  expect((await publish(admin, id)).counts).toMatchObject({ added: 1, bad: 0 });
  expect((await pairings()).map((pairing) => pairing.helper_id)).toEqual([one.id]);
});

test("without a number the household is found by village and head, unless two bear the name", async () => {
  expect((await put([line({ 户编号: "" })])).counts).toMatchObject({ added: 1 });
  await aHousehold(database, { divisionId: town.villages[0], headName: home.headName });
  const id = await upload(admin, "pairings", town.township, await fileOf([line({ 户编号: "" })]));
  await check(admin, id);
  expect(said(await rowsOf(admin, id))).toEqual({ 3: ["householdNo.householdTwice"] });
});

test.each<[string, Line[], string[]]>([
  [
    "another first helper holds the household",
    [{ 帮扶责任人: "另一人", 联系电话: "13900000002" }],
    ["helperName.firstHelperTaken"],
  ],
  [
    "another first helper held it in those years",
    [{ 帮扶责任人: "另一人", 联系电话: "13900000002", 结对时间: "2020-06-01" }],
    ["helperName.firstHelperThen"],
  ],
  [
    "two first helpers in one file",
    [
      {
        户编号: "",
        帮扶责任人: "甲某",
        联系电话: "13900000003",
        结对时间: "2020-01-01",
        结束时间: "2021-01-01",
      },
      { 帮扶责任人: "乙某", 联系电话: "13900000004", 结对时间: "2020-06-01", 结束时间: "2021-06-01" },
    ],
    ["helperName.firstHelperTwice", "helperName.firstHelperTwice"],
  ],
  ["number and head do not agree", [{ 户主: "别人家" }], ["headName.headMismatch"]],
  ["no such household", [{ 户编号: "99" }], ["headName.householdUnknown"]],
  ["the end before the beginning", [{ 结束时间: "2026-01-01" }], ["toOn.endsBeforeStart"]],
])("%s: the row stays out", async (_what, changes, problems) => {
  if (problems[0] === "helperName.firstHelperTaken") await put([line()]);
  if (problems[0] === "helperName.firstHelperThen")
    await put([line({ 结对时间: "2020-01-01", 结束时间: "2021-01-01" })]);
  const id = await upload(
    admin,
    "pairings",
    town.township,
    await fileOf(changes.map((change) => line(change))),
  );
  await check(admin, id);
  expect(Object.values(said(await rowsOf(admin, id))).flat()).toEqual(problems);
});

test("a member of the household does not help it", async () => {
  await database.look("update person set phone = '13955556666' where id = $1", [home.headId]);
  const id = await upload(
    admin,
    "pairings",
    town.township,
    await fileOf([line({ 帮扶责任人: home.headName, 联系电话: "13955556666" })]),
  );
  await check(admin, id);
  expect(said(await rowsOf(admin, id))).toEqual({ 3: ["helperName.helperIsMember"] });
});

test("a second helper who is a member or registered poor keeps the row out, as a first one does", async () => {
  const other = await aHousehold(database, {
    divisionId: town.villages[0],
    headName: "米玛",
    status: "EXITED",
  });
  await database.look("update person set phone = '13955557777' where id = $1", [home.headId]);
  await database.look("update person set phone = '13955558888' where id = $1", [other.headId]);
  const second = (name: string, phone: string) => ({ 第二责任人: name, 电话: phone });
  const lines = [
    line({ 户主: "米玛", 户编号: other.householdNo, ...second("米玛", "13955558888") }),
    line({
      户主: "米玛",
      户编号: other.householdNo,
      ...second(home.headName, "13955557777"),
      结对时间: "2010.1.1",
      结束时间: "2011.1.1",
    }),
  ];
  const id = await upload(admin, "pairings", town.township, await fileOf(lines));
  await check(admin, id);
  expect(said(await rowsOf(admin, id))).toEqual({
    3: ["secondName.helperIsMember"],
    4: ["secondName.helperIsPoor"],
  });
});

test("a helper whom the file gives more households than his rank should have is said, and the rows go in", async () => {
  const homes = [home];
  for (const headName of ["洛桑", "丹增"])
    homes.push(await aHousehold(database, { divisionId: town.villages[0], headName }));
  const lines = homes.map((each) => line({ 户主: each.headName, 户编号: each.householdNo }));
  const within = await upload(admin, "pairings", town.township, await fileOf(lines.slice(0, 2)));
  await check(admin, within);
  expect(said(await rowsOf(admin, within))).toEqual({});
  await publish(admin, within);
  // Two of them he has by now, the third is one more than a cadre's two.
  const above = await upload(admin, "pairings", town.township, await fileOf(lines.slice(2)));
  await check(admin, above);
  const rows = await rowsOf(admin, above, "WARN");
  expect(said(rows)).toEqual({ 3: ["helperName.helperOverCap"] });
  expect(rows[0]?.problems[0]).toMatchObject({ level: "warn", values: { load: 3, limit: 2 } });
  await publish(admin, above);
  expect(await pairings(homes[2])).toHaveLength(1);
});

test("a thousand pairings go in by one file within a minute of waiting, and each helper is one person", async () => {
  await database.look(
    `with made as (insert into household (household_no, division_id, head_name, status, member_count)
       select 'K' || lpad(n::text, 8, '0'), $1, '千户', 'POOR', 1 from generate_series(1, 1000) n returning id)
     insert into household_spell (household_id, division_id, status, from_on) select id, $1, 'POOR', '2020-01-01' from made`,
    [town.villages[0]],
  );
  const lines = Array.from({ length: 1000 }, (_, nth) => {
    const who = Math.floor(nth / 2);
    return line({
      序号: String(nth + 1),
      户主: "千户",
      户编号: `K${String(nth + 1).padStart(8, "0")}`,
      帮扶责任人: `丹增${String.fromCharCode(0x5000 + who)}`,
      联系电话: `137${String(10_000_000 + who)}`,
    });
  });
  const began = performance.now();
  const { counts } = await put(lines);
  const seconds = (performance.now() - began) / 1000;
  expect(counts).toMatchObject({ added: 1000, bad: 0 });
  const [made] = await database.look<{ pairings: number; helpers: number }>(
    `select count(*)::int as pairings, count(distinct p.helper_id)::int as helpers from pairing p join household h on h.id = p.household_id
     where h.head_name = '千户' and p.to_on is null`,
  );
  expect(made).toEqual({ pairings: 1000, helpers: 500 });
  expect(seconds).toBeLessThan(60);

  // What goes out in the columns of the sheet comes back with nothing to do.
  const rows = (await linesOf(await exported())).filter(({ 户主 }) => 户主 === "千户");
  expect((await put(rows)).counts).toMatchObject({ added: 0, updated: 0, bad: 0, same: 1000 });

  // Edited: of fifty households the helper leaves on a day and another follows, told in two rows; the others stay as they are.
  const leaving = rows.slice(0, 50);
  const edited = rows.flatMap((row) =>
    leaving.includes(row)
      ? [
          { ...row, 结束时间: "2026-10-01" },
          { ...row, 帮扶责任人: "接任者", 联系电话: "13955556666", 结对时间: "2026-10-08", 结束时间: "" },
        ]
      : [row],
  );
  const changed = await put(edited);
  expect(changed.counts).toMatchObject({ added: 50, updated: 50, bad: 0, same: 950 });
  const [after] = await database.look<{ ended: number; begun: number; heirs: number }>(
    `select count(*) filter (where p.to_on = '2026-10-01')::int as ended, count(*) filter (where p.from_on = '2026-10-08' and p.to_on is null)::int as begun,
       count(distinct p.helper_id) filter (where p.from_on = '2026-10-08')::int as heirs
     from pairing p join household h on h.id = p.household_id where h.head_name = '千户'`,
  );
  expect(after).toEqual({ ended: 50, begun: 50, heirs: 1 });
}, 240_000);

test("a follower who begins before the other has left is told, and nothing changes", async () => {
  await put([line()]);
  const early = await put([
    line({ 结束时间: "2026-10-01" }),
    line({ 帮扶责任人: "早到者", 联系电话: "13911113333", 结对时间: "2026-09-20" }),
  ]);
  // One of the two days is wrong, and only a person knows which: neither row goes in.
  expect(early.counts).toMatchObject({ updated: 0, added: 0, bad: 2 });
  expect(await pairings()).toHaveLength(1);
});

/** The sheet as it goes out, and its rows by the words of its head. */
async function exported(): Promise<string> {
  const file = newFile();
  await streaming(admin, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      ...{ sheet: "pairings", divisionId: town.township, unmasked: false, watermark: "甲 导出" },
    });
    await writeWorkbook(createWriteStream(file), { sheets: [sheet] });
  });
  return file;
}
async function linesOf(file: string): Promise<Line[]> {
  const texts: string[][] = [];
  for await (const row of readRows(file)) texts.push(row.cells.map(cellText));
  const at = texts.findIndex((cells) => cells.includes("户编号"));
  // What has to be filled in bears a star.
  const head = (texts[at] ?? []).map((name) => name.replace(/\*$/, ""));
  return texts
    .slice(at + 1)
    .map((cells) => Object.fromEntries(head.map((name, nth) => [name, cells[nth] ?? ""])))
    .filter((row) => row.户编号 !== "");
}
