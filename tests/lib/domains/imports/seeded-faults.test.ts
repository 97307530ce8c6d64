// Proves that a workbook full of planted faults is read right: each fault is told in its own cell, and no odd but true row is refused.
import { beforeAll, expect, test } from "vitest";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aDivision } from "#tests/build/division.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, check, runJobs, type Township, upload, view } from "./importing.ts";
import { HOUSEHOLD_FAULTS, HOUSEHOLD_LABELS, household, ODD_HOUSEHOLDS } from "./planted-households.ts";
import { PAIRING_FAULTS, PAIRING_LABELS, pairing } from "./planted-pairings.ts";
import { ODD_PERSONS, PERSON_FAULTS, PERSON_LABELS, person } from "./planted-persons.ts";
import { FAR, type Fault, HIS, TAKEN } from "./planting.ts";
import { FIRST_ROW, type Planted, type SeededSheet, seededWorkbook } from "./seeded-workbook.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
  const [near, other] = town.villages;
  for (const name of ["宗巴村", "宗巴社区"])
    await aDivision(database, { name, level: "VILLAGE", parentId: town.township });
  const known = await aHousehold(database, {
    divisionId: near,
    householdNo: "HOME",
    headName: "扎西平措",
    head: { idNo: TAKEN },
  });
  await aHousehold(database, { divisionId: other, householdNo: "MOVED", headName: "次仁罗布" });
  await aHousehold(database, {
    divisionId: town.elsewhere,
    householdNo: "FAR",
    headName: "远方",
    head: { idNo: FAR },
  });
  await aHousehold(database, { divisionId: near, householdNo: "EXITED", headName: "旺堆", status: "EXITED" });
  for (const householdNo of ["TWIN1", "TWIN2"])
    await aHousehold(database, { divisionId: other, householdNo, headName: "同名户" });
  const family = await aHousehold(database, {
    divisionId: near,
    householdNo: "FAMILY",
    headName: "洛桑",
    head: { idNo: HIS },
  });
  await aHousehold(database, { divisionId: near, householdNo: "HELPED", headName: "边巴" });
  for (const unit of ["县水利局", "县林草局"])
    await aPerson(database, { divisionId: town.township, name: "白玛同名", unitName: unit });
  await aPerson(database, {
    divisionId: near,
    householdId: family.id,
    name: "洛桑家人",
    unitName: "村委会",
    phone: "13700000007",
  });
  for (const nth of PAIRING_FAULTS.keys())
    await aHousehold(database, { divisionId: near, householdNo: `PAIR${nth}`, headName: "仁增" });
  const first = await aPerson(database, {
    divisionId: town.township,
    name: "现任帮扶人",
    unitName: "县财政局",
  });
  await database.look(
    `insert into pairing (household_id, division_id, helper_id, helper_name, helper_unit, kind, from_on)
     select id, division_id, $1, '现任帮扶人', '县财政局', 'FIRST_HELPER', '2024-01-01' from household where household_no = 'HELPED'`,
    [first.id],
  );
  expect(known.id).toBeTruthy();
});

async function told(sheet: string, seeded: SeededSheet[], more?: { from1904?: boolean }) {
  const id = await upload(admin, sheet, town.township, await seededWorkbook(seeded, more));
  const before = await view(admin, id);
  const after = await check(admin, id);
  const rows = await database.look<{
    row_no: number;
    action: string;
    values: Record<string, unknown>;
    problems: { column: string; key: string; level: string }[];
  }>("select row_no, action, values, problems from import_row where import_id = $1 order by row_no", [id]);
  // A check that broke off would leave the rows unjudged.
  expect([after.status, after.failure]).toEqual(["CHECKED", null]);
  return { before, after, rows };
}

const saidBy = (row: { problems: { column: string; key: string; level: string }[] } | undefined) =>
  (row?.problems ?? [])
    .map(({ column, key, level }) => `${column}.${key}${level === "warn" ? "?" : ""}`)
    .sort()
    .join(" ");

const wanted = (faults: readonly Fault[]) =>
  faults.map(([what, , expected]) => `${what}: ${expected.split(" ").sort().join(" ")}`);
const found = (faults: readonly Fault[], rows: readonly { row_no: number; problems: never[] }[] | never[]) =>
  faults.map(
    ([what], at) =>
      `${what}: ${saidBy((rows as { row_no: number; problems: [] }[]).find((row) => row.row_no === FIRST_ROW + at))}`,
  );

const householdSheet = (): SeededSheet => ({
  name: "贫困户",
  title: "察雅县吉塘镇贫困户花名册",
  labels: HOUSEHOLD_LABELS,
  rows: [
    ...ODD_HOUSEHOLDS.map(([, change], nth) => household(600 + nth, change)),
    ...HOUSEHOLD_FAULTS.map(([, change], nth) => household(nth, change)),
  ],
});

test(`sheet 1: ${HOUSEHOLD_FAULTS.length} kinds of fault, each told in its cell; ${ODD_HOUSEHOLDS.length} odd rows, none refused`, async () => {
  const { before, after, rows } = await told("household-roster", [personSheet(), householdSheet()]);
  expect(before.sheetName).toBe("贫困户");
  expect(before.headerRow).toBe(3);
  const at = (nth: number) => rows.find((row) => row.row_no === FIRST_ROW + nth);
  expect(ODD_HOUSEHOLDS.map(([what], nth) => `${what}: ${at(nth)?.action} ${saidBy(at(nth))}`)).toEqual(
    ODD_HOUSEHOLDS.map(([what]) => `${what}: ADD `),
  );
  for (const [nth, [what, , values]] of ODD_HOUSEHOLDS.entries())
    for (const [path, value] of Object.entries(values)) {
      const got = path
        .split(".")
        .reduce<unknown>((from, key) => (from as Record<string, unknown>)?.[key], at(nth)?.values);
      expect([what, path, got]).toEqual([what, path, value]);
    }
  const off = ODD_HOUSEHOLDS.length;
  expect(HOUSEHOLD_FAULTS.map(([what], nth) => `${what}: ${saidBy(at(off + nth))}`)).toEqual(
    wanted(HOUSEHOLD_FAULTS),
  );
  expect(after.counts.rows).toBe(off + HOUSEHOLD_FAULTS.length);
});

const personSheet = (): SeededSheet => ({
  name: "贫困人口",
  title: "察雅县吉塘镇贫困人口花名册",
  labels: PERSON_LABELS,
  rows: [
    ...ODD_PERSONS.map(([, change], nth) => person(90 + nth, change)),
    ...PERSON_FAULTS.map(([, change], nth) => person(nth, change)),
  ],
});

test(`sheet 2: ${PERSON_FAULTS.length} kinds of fault, each told in its cell; ${ODD_PERSONS.length} odd rows, none refused`, async () => {
  const { before, rows } = await told("person-roster", [householdSheet(), personSheet()]);
  expect(before.sheetName).toBe("贫困人口");
  const at = (nth: number) => rows.find((row) => row.row_no === FIRST_ROW + nth);
  expect(ODD_PERSONS.map(([what], nth) => `${what}: ${at(nth)?.action} ${saidBy(at(nth))}`)).toEqual(
    ODD_PERSONS.map(([what]) => `${what}: ADD `),
  );
  const off = ODD_PERSONS.length;
  expect(PERSON_FAULTS.map(([what], nth) => `${what}: ${saidBy(at(off + nth))}`)).toEqual(
    wanted(PERSON_FAULTS),
  );
});

test("a workbook that counts days from 1904 gives the same days, with and without the format of a date", async () => {
  const days: Planted[] = [{ serial: 31124 - 1462 }, 31124 - 1462];
  const sheet = { ...personSheet(), rows: days.map((day, nth) => person(nth, { 出生日期: day })) };
  const { rows } = await told("person-roster", [sheet], { from1904: true });
  expect(rows.map(saidBy)).toEqual(["", ""]);
});

const pairingSheet = (): SeededSheet => ({
  name: "结对",
  title: "察雅县吉塘镇结对帮扶一览表",
  labels: PAIRING_LABELS,
  rows: PAIRING_FAULTS.map(([, change], nth) => pairing(nth, change)),
});

test(`sheet 4: ${PAIRING_FAULTS.length} kinds of fault below a header of two levels`, async () => {
  const { before, rows } = await told("pairings", [householdSheet(), personSheet(), pairingSheet()]);
  expect(before.sheetName).toBe("结对");
  expect(found(PAIRING_FAULTS, rows as never[])).toEqual(wanted(PAIRING_FAULTS));
});

// ---- what a filter left behind ----

test("rows that a filter hides are counted and asked about; left out or taken in as somebody says", async () => {
  const plain = ODD_HOUSEHOLDS.slice(0, 5).map(([, change], nth) =>
    household(700 + nth, { ...change, 身份证号: null }),
  );
  const sheet: SeededSheet = { ...householdSheet(), rows: plain, hiddenRows: [1, 3] };
  const id = await upload(admin, "household-roster", town.township, await seededWorkbook([sheet]));
  const { mapping, preview } = await view(admin, id);
  expect(preview.hiddenRows).toBe(2);
  const columns = Object.fromEntries(Object.entries(mapping).map(([key, index]) => [`column.${index}`, key]));
  await expect(checkImport(admin, { id, ...columns })).rejects.toMatchObject({
    code: "rule",
    words: { key: "import.hiddenRows", values: { count: 2 } },
  });
  for (const [hidden, rows] of [
    ["skip", [0, 2, 4]],
    ["include", [0, 1, 2, 3, 4]],
  ] as const) {
    await checkImport(admin, { id, ...columns, hidden });
    await runJobs();
    const staged = await database.look<{ row_no: number }>(
      "select row_no from import_row where import_id = $1 order by row_no",
      [id],
    );
    expect(staged.map((row) => row.row_no - FIRST_ROW)).toEqual(rows);
    expect((await view(admin, id)).counts).toMatchObject({ rows: rows.length, hidden: 2 });
  }
});
