// Identification as a village, its township and its county carry it: every step, what each refuses, and what stands in the register afterwards.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkHousehold } from "#lib/domains/procedures/commands/check-household.ts";
import { closeList } from "#lib/domains/procedures/commands/close-list.ts";
import { compareData } from "#lib/domains/procedures/commands/compare.ts";
import { approve, reject, sendBack } from "#lib/domains/procedures/commands/decide.ts";
import { holdMeeting } from "#lib/domains/procedures/commands/hold-meeting.ts";
import { raiseObjection, settleObjection } from "#lib/domains/procedures/commands/objections.ts";
import { postList } from "#lib/domains/procedures/commands/post-list.ts";
import { withdrawCase } from "#lib/domains/procedures/commands/withdraw.ts";
import { SOURCES } from "#lib/domains/procedures/procedure.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { world } from "#tests/world/world.ts";
import { CHECK, carryTo, doNext, MEETING, type People, people, show, start } from "./carried.ts";

const database = testDatabase();
let by: People;
const DAY = "2026-11-02";
beforeAll(async () => {
  holdToday(DAY);
  by = await people(database);
});
afterAll(() => holdToday(null));

async function applied(headName: string) {
  holdToday(DAY);
  const { id } = await aHousehold(database, {
    divisionId: world.divisions.xuetong.id,
    headName,
    status: "NOT_REGISTERED",
  });
  return { household: id, procedure: (await start(by.cadre, id, "IDENTIFICATION")).id };
}
const about = async (id: string) => ({ id, version: String((await show(by.county, id)).version) });
const fields = (key: string) => ({ fields: expect.objectContaining({ [key]: expect.anything() }) });

test("a household is identified, with an objection on the fifth day of the first publicity", async () => {
  const { household, procedure } = await applied("江村旺堆");
  await carryTo(by, procedure, "PUBLICITY_1");
  await expect(
    postList(by.cadre, { ...(await about(procedure)), phone: "13989051234" }),
  ).rejects.toMatchObject(fields("phone"));
  await doNext(by, procedure);
  expect((await show(by.cadre, procedure)).hanging).toMatchObject({
    fromOn: DAY,
    days: 7,
    dueOn: "2026-11-09",
  });

  holdToday("2026-11-06");
  await expect(closeList(by.cadre, await about(procedure))).rejects.toMatchObject({
    words: { key: "procedure.tooShort", values: { days: 7, day: "2026-11-09" } },
  });
  await raiseObjection(by.cadre, {
    ...(await about(procedure)),
    onDay: "今天",
    from: "",
    what: "听说他家在县城有房",
  });
  expect(await show(by.county, procedure)).toMatchObject({ status: "OBJECTION", maySettle: false });
  await expect(closeList(by.cadre, await about(procedure))).rejects.toMatchObject({
    words: { key: "procedure.objectionOpen" },
  });

  holdToday("2026-11-09");
  await settleObjection(by.reviewer, {
    ...(await about(procedure)),
    onDay: "今天",
    finding: "经查是其兄弟的房",
    decision: "CONTINUE",
  });
  // Four days were over when the clock stopped; three are left from the ninth on.
  expect((await show(by.county, procedure)).hanging).toMatchObject({ dueOn: "2026-11-12" });
  holdToday("2026-11-11");
  await expect(closeList(by.cadre, await about(procedure))).rejects.toMatchObject({
    words: { key: "procedure.tooShort" },
  });
  const done = await carryTo(by, procedure, "END");
  expect(done.deeds.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    "APPLICATION DONE",
    "HOUSEHOLD_CHECK DONE",
    "DEMOCRATIC_REVIEW DONE",
    "PUBLICITY_1 POSTED",
    "PUBLICITY_1 OBJECTED",
    "PUBLICITY_1 CONTINUED",
    "PUBLICITY_1 CLOSED",
    "TOWNSHIP_REVIEW APPROVED",
    "PUBLICITY_2 POSTED",
    "PUBLICITY_2 CLOSED",
    "COMPARISON DONE",
    "COUNTY_REVIEW APPROVED",
    "ANNOUNCEMENT DONE",
    "MARKING DONE",
  ]);
  expect(done.deeds[0]).toMatchObject({ accountName: "贡布扎西", unitName: "雪通村" });

  const [row] = await database.look(
    `select h.status, h.attribute, h.main_cause, y.status as of_year, y.standard, y.exit_year,
       (select json_agg(json_build_object('status', s.status, 'from', s.from_on, 'to', s.to_on) order by s.from_on) from household_spell s where s.household_id = h.id) as spells
     from household h join household_year y on y.household_id = h.id and y.year = 2026 where h.id = $1`,
    [household],
  );
  expect(row).toMatchObject({
    ...{
      status: "POOR",
      of_year: "POOR",
      attribute: "GENERAL",
      main_cause: "LACK_LABOR",
      standard: "NATIONAL",
    },
    spells: [
      { status: "NOT_REGISTERED", from: "2016-01-01", to: done.effectiveOn },
      { status: "POOR", from: done.effectiveOn, to: null },
    ],
  });
  const [line] = await database.look(
    "select shown_name, item, persons from publicity_line where household_id = $1 limit 1",
    [household],
  );
  expect(line).toEqual({ shown_name: "江村**", item: "IDENTIFICATION", persons: 1 });
});

test("a household check needs two people, a meeting its quorum and its majority", async () => {
  const { procedure } = await applied("平措次仁");
  await expect(
    checkHousehold(by.cadre, { ...(await about(procedure)), ...CHECK, who1: "贡布扎西", who2: "贡布扎西" }),
  ).rejects.toMatchObject(fields("who2"));
  await carryTo(by, procedure, "DEMOCRATIC_REVIEW");
  const meet = async (votes: object) =>
    holdMeeting(by.cadre, { ...(await about(procedure)), ...MEETING, ...votes });
  await expect(meet({ present: "19", inFavor: "19", against: "0", abstained: "0" })).rejects.toMatchObject(
    fields("present"),
  );
  await expect(meet({ present: "20", inFavor: "10", against: "8", abstained: "2" })).rejects.toMatchObject(
    fields("inFavor"),
  );
  await expect(meet({ present: "20", inFavor: "11", against: "8", abstained: "2" })).rejects.toMatchObject(
    fields("inFavor"),
  );
  await expect(meet({ present: "31" })).rejects.toMatchObject(fields("present"));
  await meet({ present: "20", inFavor: "11", against: "8", abstained: "1" });
});

test("whoever drafted a case approves it nowhere, and nobody approves at two levels", async () => {
  holdToday(DAY);
  const { id: household } = await aHousehold(database, {
    divisionId: world.divisions.xuetong.id,
    headName: "旦增平措",
    status: "NOT_REGISTERED",
  });
  const { id } = await start(by.township, household, "IDENTIFICATION");
  await carryTo(by, id, "TOWNSHIP_REVIEW");
  await expect(approve(by.township, { ...(await about(id)), opinion: "同意" })).rejects.toMatchObject({
    words: { key: "procedure.ownDraft" },
  });
  expect(await show(by.township, id)).toMatchObject({ mine: true, blocked: "ownDraft" });
  await expect(approve(by.cadre, { ...(await about(id)), opinion: "同意" })).rejects.toMatchObject({
    code: "refused",
  });
  await approve(by.reviewer, { ...(await about(id)), opinion: "同意" });
  await carryTo(by, id, "COUNTY_REVIEW");
  await database.look(
    "insert into role_grant (account_id, role, division_id, from_at) values ($1, 'COUNTY_POVERTY_OFFICE', $2, '2025-01-01')",
    [world.accounts.reviewer.id, world.divisions.chaya.id],
  );
  await expect(approve(by.reviewer, { ...(await about(id)), opinion: "同意" })).rejects.toMatchObject({
    words: { key: "procedure.otherLevel" },
  });
  // The database says so by itself, too.
  await expect(
    database.look(
      `insert into procedure_deed (case_id, division_id, at, step, outcome, on_day, account_id, account_name, unit_name)
       values ($1, $2, 0, 'COUNTY_REVIEW', 'APPROVED', $3, $4, '', '')`,
      [id, world.divisions.xuetong.id, DAY, world.accounts.reviewer.id],
    ),
  ).rejects.toThrow("four-eyes");
  await database.look("delete from role_grant where account_id = $1 and role = 'COUNTY_POVERTY_OFFICE'", [
    world.accounts.reviewer.id,
  ]);
});

test("a case sent back is done anew from there, its list comes down, and it may be withdrawn or rejected", async () => {
  const { procedure, household } = await applied("罗布旺久");
  await carryTo(by, procedure, "TOWNSHIP_REVIEW");
  await expect(
    sendBack(by.reviewer, { ...(await about(procedure)), to: "9", why: "票数不清" }),
  ).rejects.toMatchObject(fields("to"));
  await sendBack(by.reviewer, { ...(await about(procedure)), to: "2", why: "票数不清" });
  expect(await show(by.cadre, procedure)).toMatchObject({
    next: { step: "DEMOCRATIC_REVIEW" },
    returnedWhy: "票数不清",
  });
  await carryTo(by, procedure, "TOWNSHIP_REVIEW");
  await reject(by.reviewer, { ...(await about(procedure)), why: "有财政供养人员" });
  expect(await show(by.cadre, procedure)).toMatchObject({ status: "REJECTED", closedWhy: "有财政供养人员" });
  await expect(approve(by.reviewer, { ...(await about(procedure)), opinion: "同意" })).rejects.toMatchObject({
    words: { key: "procedure.over" },
  });
  const again = await start(by.cadre, household, "IDENTIFICATION");
  await expect(start(by.cadre, household, "IDENTIFICATION")).rejects.toMatchObject({
    words: { key: "procedure.running" },
  });
  await withdrawCase(by.cadre, { ...(await about(again.id)), why: "户主不愿意" });
  expect((await show(by.cadre, again.id)).status).toBe("WITHDRAWN");
});

test("every hit of a comparison is decided with a reason, and one that excludes ends the case", async () => {
  const { procedure } = await applied("普布多吉");
  await carryTo(by, procedure, "COMPARISON");
  const clear = Object.fromEntries(SOURCES.map((source) => [source, "NONE"]));
  const hit = { ...clear, COMMERCE: "HIT" };
  await expect(compareData(by.reviewer, { ...(await about(procedure)), ...hit })).rejects.toMatchObject({
    fields: {
      "COMMERCE.what": expect.anything(),
      "COMMERCE.decision": expect.anything(),
      "COMMERCE.why": expect.anything(),
    },
  });
  const said = { "COMMERCE.what": "登记有小卖部", "COMMERCE.why": "已停业三年" };
  await compareData(by.reviewer, {
    ...(await about(procedure)),
    ...hit,
    ...said,
    "COMMERCE.decision": "KEPT",
  });
  expect((await show(by.county, procedure)).next?.step).toBe("COUNTY_REVIEW");
  const other = await applied("次旺多吉");
  await carryTo(by, other.procedure, "COMPARISON");
  await compareData(by.reviewer, {
    ...(await about(other.procedure)),
    ...hit,
    ...said,
    "COMMERCE.decision": "EXCLUDED",
  });
  expect((await show(by.county, other.procedure)).status).toBe("REJECTED");
});

test("two people who act on one case at once: the second is told", async () => {
  const { procedure } = await applied("达瓦次仁");
  const seen = await about(procedure);
  await checkHousehold(by.cadre, { ...seen, ...CHECK });
  await expect(checkHousehold(by.cadre, { ...seen, ...CHECK })).rejects.toMatchObject({ code: "conflict" });
});
