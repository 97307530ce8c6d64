// Proves that a list for publicity opens cases at their first step and moves no state; that it is asked whether a household may go this way;
// and that the list that goes out shows what the public may see, and nothing else.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { anAccount } from "#tests/build/account.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, fileOf, type Line, publish, type Township, tryOut, upload, view } from "./importing.ts";

const database = testDatabase();
let town: Township;
let clerk: Session;
const homes: Record<string, BuiltHousehold> = {};

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  for (const [name, status] of [
    ["扎西", "POOR"],
    ["达瓦", "EXITED"],
    ["尼玛", "NOT_REGISTERED"],
    ["次仁", "DISSOLVED"],
  ] as const)
    homes[name] = await aHousehold(database, { divisionId: town.villages[0], headName: name, status });
});

const line = (name: string, item: string, change: Line = {}): Line => ({
  序号: "1",
  户编号: homes[name]!.householdNo,
  "户主（脱敏）": `${name.slice(0, 1)}*`,
  村组: "吉塘村一组",
  人口: 4,
  事项: item,
  公示期: "7 天",
  监督电话: "0895-4821234",
  申请理由: "村里评议后提出",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut(database, clerk, { sheet: "publicity", divisionId: town.township, lines, title: "吉塘镇公示表" });
const cases = () =>
  database.look(
    `select h.head_name as name, h.status, c.kind, c.at, c.status as state, c.application->>'appliedOn' as applied, d.step, d.outcome, d.on_day::text as day
     from procedure_case c join household h on h.id = c.household_id join procedure_deed d on d.case_id = c.id
     where h.id = any ($1) order by c.kind`,
    [Object.values(homes).map(({ id }) => id)],
  );

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line("扎西", "脱贫退出", { 户编号: "" }),
    line("扎西", "返贫认定"),
    line("达瓦", "退出"),
    line("尼玛", "识别"),
    line("次仁", "脱贫退出"),
  ]);
  expect(said).toEqual([
    "BAD householdNo.required",
    "BAD item.statusNotForItem",
    "BAD item.statusNotForItem",
    "BAD attribute.neededToIdentify mainCause.neededToIdentify standard.neededToIdentify",
    "BAD householdNo.householdEnded",
  ]);
  const more = await staged([
    line("扎西", "纳入监测"),
    line("达瓦", "返贫", { 申请理由: "" }),
    line("尼玛", "识别", { 申请日期: "2026-12-01", 属性: "" }),
  ]);
  expect(more.said.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
    "BAD item.itemByForm",
    "BAD reason.required",
    "BAD appliedOn.dayAhead",
  ]);
});

test("good rows open cases at their application; no state moves; the same list twice opens none", async () => {
  const identify = { 贫困户属性: "一般贫困户", 主要致贫原因: "因病", 识别标准: "国家标准" };
  const list = [
    line("扎西", "脱贫退出", { 申请日期: "2026-11-20" }),
    line("达瓦", "返贫认定"),
    line("尼玛", "识别纳入", identify),
  ];
  const { id, said } = await staged(list);
  expect(said).toEqual(["ADD", "ADD", "ADD"]);
  expect((await publish(clerk, id)).counts).toMatchObject({ added: 3, bad: 0 });
  const deed = { at: 1, state: "RUNNING", step: "APPLICATION", outcome: "DONE" };
  expect(await cases()).toEqual([
    { ...deed, name: "扎西", status: "POOR", kind: "EXIT", applied: "2026-11-20", day: "2026-11-20" },
    {
      ...deed,
      name: "尼玛",
      status: "NOT_REGISTERED",
      kind: "IDENTIFICATION",
      applied: "2026-11-23",
      day: "2026-11-23",
    },
    { ...deed, name: "达瓦", status: "EXITED", kind: "RETURN", applied: "2026-11-23", day: "2026-11-23" },
  ]);
  expect(
    await database.look("select verb from audit_event where verb = 'procedure.started' and subject = $1", [
      `household:${homes.扎西!.id}`,
    ]),
  ).toHaveLength(1);
  expect((await staged(list)).said).toEqual(["SAME", "SAME", "SAME"]);
  expect((await staged([line("扎西", "清退")])).said).toEqual(["BAD item.otherCaseRuns"]);
  expect((await view(clerk, id)).status).toBe("DONE");
});

test("only whoever drafts procedures brings such a list in", async () => {
  const office = await anAccount(database, { divisionId: town.township, role: "TOWNSHIP_REVIEWER" });
  await expect(
    upload(
      await signIn(database, office.username),
      "publicity",
      town.township,
      await fileOf([line("扎西", "退出")]),
    ),
  ).rejects.toMatchObject({ code: "refused" });
});

test("what hangs goes out in eight columns, masked, without a number that tells who is meant", async () => {
  const [one] = await database.look<{ id: string }>("select id from procedure_case where household_id = $1", [
    homes.扎西!.id,
  ]);
  await database.look(
    `with n as (insert into publicity_notice (code, division_id, kind, step, from_on, days, calendar, office, phone, account_id)
       select 'abcdefgh12345678', $1, 'EXIT', 'PUBLICITY_1', '2026-11-20', 7, 'CALENDAR', '吉塘镇', '0895-4821234', min(id) from account returning id)
     insert into publicity_line (notice_id, case_id, division_id, household_id, at, shown_name, group_name, persons, item, due_on)
     select n.id, $2, $1, $3, 3, '扎*', '一组', 4, 'EXIT', '2026-11-27' from n`,
    [town.villages[0], one!.id, homes.扎西!.id],
  );
  const { labels, lines } = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "publicity",
      divisionId: town.township,
      unmasked: false,
      watermark: "",
    });
    const written: unknown[][] = [];
    for await (const row of sheet.rows) written.push([...row]);
    return { labels: sheet.columns!.map(({ label }) => label), lines: written };
  });
  expect(labels).toEqual([
    "序号",
    "户主",
    "村组",
    "人口",
    "属性/事项*",
    "金额（如有）",
    "公示期",
    "监督电话",
  ]);
  expect(lines).toEqual([
    ["1", "扎*", "吉塘村村委会一组", "4", "脱贫退出", null, "2026-11-20～2026-11-26", "0895-4821234"],
  ]);
});
