// Proves that a roster which was not kept up brings nobody back: who died, who left, whose file has ended; and that a sheet opens no file
// outside the window and writes into no frozen year, while what it says as the registry does is let be.
import { afterEach, beforeAll, expect, test } from "vitest";
import { dissolveHousehold } from "#lib/domains/lives/commands/dissolve-household.ts";
import { memberOut } from "#lib/domains/lives/commands/member-out.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  idNo,
  importWhole,
  type Line,
  publish,
  rowsOf,
  type Township,
  tryOut,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});
afterEach(() => database.look("delete from adjustment_campaign"));

const home = (no: string, change: Line = {}): Line => ({
  村: "吉塘村",
  户编号: no,
  户主姓名: "扎西",
  脱贫属性: "未脱贫",
  ...change,
});
let serial = 100;
const person = (no: string, name: string, relation: string, change: Line = {}): Line => ({
  户编号: no,
  姓名: name,
  证件号码: idNo(`54032619850318${++serial}`),
  年度: "2026",
  与户主关系: relation,
  ...change,
});
const staged = (sheet: string, lines: Line[]) =>
  tryOut(database, admin, { sheet, divisionId: town.township, lines, title: "吉塘镇花名册" });
const campaign = (opens: string, closes: string, frozen: string | null) =>
  database.look(
    "insert into adjustment_campaign (year, division_id, opens_on, closes_on, frozen_on) values (2026, $1, $2, $3, $4)",
    [town.township, opens, closes, frozen],
  );
const idsOf = async (no: string) =>
  Object.fromEntries(
    (
      await database.look<{ name: string; person: string; household: string }>(
        `select m.name, m.person_id as person, h.id as household from membership_year m join household h on h.id = m.household_id
         where h.household_no = $1 and m.year = 2026`,
        [no],
      )
    ).map((one) => [one.name, one]),
  );

test("who died stays dead everywhere, who left stays away from that household; others join as before", async () => {
  const roster = [
    person("60010001", "扎西", "户主"),
    person("60010001", "央金", "配偶"),
    person("60010001", "达瓦", "之子"),
    person("60010001", "卓嘎", "之女"),
  ];
  await importWhole(admin, "household-roster", town.township, [
    home("60010001"),
    home("60010002", { 户主姓名: "平措" }),
  ]);
  expect((await importWhole(admin, "person-roster", town.township, roster)).counts).toMatchObject({
    added: 4,
    bad: 0,
  });
  const ids = await idsOf("60010001");
  const householdId = ids.扎西!.household;
  await memberOut(admin, { householdId, personId: ids.央金!.person, reason: "DEATH", on: "2026-10-01" });
  await memberOut(admin, {
    householdId,
    personId: ids.卓嘎!.person,
    reason: "MARRIED_OUT",
    on: "2026-10-02",
  });

  const again = await staged("person-roster", roster);
  expect(again.said).toEqual(["SAME", "BAD name.memberDied", "SAME", "BAD name.memberGone"]);
  const told = await rowsOf(admin, again.id);
  expect(told.map(({ problems }) => problems[0]!.values)).toEqual([
    { day: "2026-10-01" },
    { day: "2026-10-02" },
  ]);
  await publish(admin, again.id);
  expect(Object.keys(await idsOf("60010001")).sort()).toEqual(["达瓦", "扎西"].sort());

  // Into another household she may come, as the bride that she is; the dead do not.
  const elsewhere = await staged("person-roster", [
    person("60010002", "平措", "户主"),
    { ...roster[3]!, 户编号: "60010002", 与户主关系: "配偶" },
    { ...roster[1]!, 户编号: "60010002", 与户主关系: "其他" },
  ]);
  expect(elsewhere.said).toEqual(["ADD", "ADD", "BAD name.memberDied"]);
});

test("who left without a number on file is known by name; a namesake with a number of his own is somebody else", async () => {
  await importWhole(admin, "household-roster", town.township, [home("60020001", { 户主姓名: "多吉" })]);
  await importWhole(admin, "person-roster", town.township, [
    person("60020001", "多吉", "户主"),
    person("60020001", "曲珍", "其他"),
  ]);
  const ids = await idsOf("60020001");
  const out = {
    householdId: ids.多吉!.household,
    personId: ids.曲珍!.person,
    reason: "MOVED_OUT",
    on: "2026-10-03",
  };
  await memberOut(admin, out);
  expect((await staged("person-roster", [person("60020001", "曲珍", "其他")])).said).toEqual(["ADD"]);
  await database.look(
    "update person set id_type = null, id_no_sealed = null, id_no_digest = null, id_tail_digest = null where id = $1",
    [ids.曲珍!.person],
  );
  expect((await staged("person-roster", [person("60020001", "曲珍", "其他")])).said).toEqual([
    "BAD name.memberGone",
  ]);
});

test("an ended file is told in both rosters and stays ended", async () => {
  await importWhole(admin, "household-roster", town.township, [home("60030001", { 户主姓名: "索朗" })]);
  const head = person("60030001", "索朗", "户主");
  await importWhole(admin, "person-roster", town.township, [head]);
  const householdId = (await idsOf("60030001")).索朗!.household;
  await dissolveHousehold(admin, { householdId, reason: "ALL_MOVED", on: "2026-11-23" });
  const homes = await staged("household-roster", [home("60030001", { 户主姓名: "索朗" })]);
  expect(homes.said).toEqual(["BAD householdNo.householdEnded"]);
  const people = await staged("person-roster", [head]);
  expect(people.said).toEqual(["BAD householdNo.householdEnded name.memberGone"]);
  const [row] = await database.look("select status from household where household_no = '60030001'");
  expect(row).toEqual({ status: "DISSOLVED" });
});

test("outside the window known files are kept up and none is opened; publishing asks again", async () => {
  await importWhole(admin, "household-roster", town.township, [home("60040001", { 户主姓名: "尼玛" })]);
  const lines = [
    home("60040001", { 户主姓名: "尼玛", 饮水安全: "是" }),
    home("60040002", { 户主姓名: "边巴" }),
  ];
  const open = await staged("household-roster", lines);
  expect(open.said).toEqual(["UPDATE", "ADD"]);
  await campaign("2026-09-01", "2026-10-31", null);
  const closed = await staged("household-roster", lines);
  expect(closed.said).toEqual(["UPDATE", "BAD householdNo.windowClosed"]);
  expect((await rowsOf(admin, closed.id))[0]!.problems[0]!.values).toEqual({
    from: "2026-09-01",
    to: "2026-10-31",
  });
  // Tried out while the window was open: what it says then is not what holds now.
  expect((await publish(admin, open.id)).counts).toMatchObject({ added: 0, updated: 1, bad: 1 });
  expect(await database.look("select 1 from household where household_no = '60040002'")).toEqual([]);
});

test("a frozen year lets be what is the same, and refuses what would change or join", async () => {
  await importWhole(admin, "household-roster", town.township, [home("60050001", { 户主姓名: "洛桑" })]);
  const head = person("60050001", "洛桑", "户主");
  await importWhole(admin, "person-roster", town.township, [head]);
  await campaign("2026-09-01", "2026-10-31", "2026-11-01");
  const homes = await staged("household-roster", [
    home("60050001", { 户主姓名: "洛桑" }),
    home("60050001", { 户主姓名: "洛桑", 饮水安全: "否", 村: "吉塘村" }),
  ]);
  expect(homes.said[0]).toBe("SAME");
  const changed = await staged("household-roster", [home("60050001", { 户主姓名: "洛桑", 饮水安全: "否" })]);
  expect(changed.said).toEqual(["BAD householdNo.yearFrozenFile"]);
  const people = await staged("person-roster", [head, person("60050001", "德吉", "配偶")]);
  expect(people.said).toEqual(["SAME", "BAD householdNo.yearFrozenFile"]);
});
