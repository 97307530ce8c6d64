// What a person does to a household's file: registers, corrects, moves it, looks at a number; and what is told and refused.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { registerHousehold } from "#lib/domains/households/commands/register-household.ts";
import { revealIdNo, revealPhone } from "#lib/domains/households/commands/reveal.ts";
import { REVEALS_A_DAY } from "#lib/domains/households/household.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import {
  householdHistory,
  householdMembers,
  householdYears,
} from "#lib/domains/households/queries/household-parts.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households } = world;
const NOWHERE = "01940000-0000-7000-8000-999999999999";
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of [
    "prefecture-admin",
    "prefecture-viewer",
    "county-admin",
    "other-county-admin",
    "township-admin",
    "first-secretary",
    "village-cadre",
    "paired-helper",
  ])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const open = (session: Session, id: string) => reading(session, (scope) => getHousehold(scope, { id }));
const lastTold = async (verb: string) =>
  (
    await database.look<{
      subject: string;
      division_id: number;
      facts: Record<string, unknown>;
      account_name: string;
    }>(
      "select subject, division_id, facts, account_name from audit_event where verb = $1 order by id desc limit 1",
      [verb],
    )
  )[0];

async function correction(
  session: Session,
  id: string,
  change: Record<string, string>,
): Promise<Record<string, string>> {
  const { texts: was } = await reading(session, (scope) => householdFacts(scope, { id }));
  return { id, was: JSON.stringify(was), ...was, ...change };
}

test("a village cadre corrects the phone and the water of a household; the open year and the list say so, earlier years stay", async () => {
  const id = households.dawa.id;
  await correctHousehold(
    as("village-cadre"),
    await correction(as("village-cadre"), id, { phone: "13988887777", waterSafe: "no", income: "1.7万" }),
  );
  const now = await open(as("village-cadre"), id);
  expect(now).toMatchObject({ phone: "13988887777", waterSafe: false, incomePerHeadFen: 1_700_000n });
  const years = await reading(as("village-cadre"), (scope) => householdYears(scope, { id }));
  expect(years.find((year) => year.year === 2026)).toMatchObject({
    waterSafe: false,
    incomePerHeadFen: 1_700_000n,
  });
  expect(years.find((year) => year.year === 2025)).toMatchObject({ waterSafe: true });

  const history = await reading(as("village-cadre"), (scope) => householdHistory(scope, { id }));
  const fields = Object.fromEntries(history.map((change) => [change.field, [change.old, change.new]]));
  expect(fields).toMatchObject({ waterSafe: ["yes", "no"], income: ["16800", "17000"] });
  expect(fields.phone?.[1]).toBe("139****7777");
  expect(await lastTold("household.corrected")).toMatchObject({
    subject: `household:${id}`,
    division_id: divisions.xuetong.id,
    account_name: "贡布扎西",
    facts: { fields: ["phone", "income", "waterSafe"] },
  });
  expect(JSON.stringify(await lastTold("household.corrected"))).not.toContain("13988887777");
});

test("two people change different things of one household: both are kept", async () => {
  const id = households.tashi.id;
  const mine = await correction(as("county-admin"), id, { mainCause: "LACK_CAPITAL" });
  const theirs = await correction(as("village-cadre"), id, { groupName: "五组" });
  await correctHousehold(as("village-cadre"), theirs);
  await correctHousehold(as("county-admin"), mine);
  expect(await open(as("county-admin"), id)).toMatchObject({ mainCause: "LACK_CAPITAL", groupName: "五组" });
});

test("two people change the same thing: the second is told who was faster, and keeps what was typed only by saying so", async () => {
  const id = households.tashi.id;
  const mine = await correction(as("county-admin"), id, { mainCause: "ILLNESS" });
  await correctHousehold(
    as("village-cadre"),
    await correction(as("village-cadre"), id, { mainCause: "SCHOOLING" }),
  );
  await expect(correctHousehold(as("county-admin"), mine)).rejects.toMatchObject({
    code: "conflict",
    words: { key: "household.changedMeanwhile", values: { name: "贡布扎西" } },
    fields: { mainCause: [{ key: "household.changedMeanwhile" }] },
  });
  expect(await open(as("county-admin"), id)).toMatchObject({ mainCause: "SCHOOLING" });
  await correctHousehold(as("county-admin"), { ...mine, overwrite: "yes" });
  expect(await open(as("county-admin"), id)).toMatchObject({ mainCause: "ILLNESS" });
});

test("a correction that makes no sense says which field, and stores nothing", async () => {
  const id = households.dawa.id;
  const before = await open(as("county-admin"), id);
  for (const [field, typed] of [
    ["phone", "12"],
    ["income", "很多"],
    ["income", "-5"],
    ["mainCause", "LAZINESS"],
  ] as const)
    await expect(
      correctHousehold(as("county-admin"), await correction(as("county-admin"), id, { [field]: typed })),
    ).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.anything() } });
  expect(await open(as("county-admin"), id)).toEqual(before);
});

test("who only reads is refused a correction by name; out of reach and not existing look the same", async () => {
  const id = households.dawa.id;
  const change = await correction(as("county-admin"), id, { phone: "13900000000" });
  for (const who of ["prefecture-viewer", "first-secretary"])
    await expect(correctHousehold(as(who), change)).rejects.toMatchObject({ code: "refused" });
  await expect(correctHousehold(as("other-county-admin"), change)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(correctHousehold(as("county-admin"), { ...change, id: NOWHERE })).rejects.toMatchObject({
    code: "not-found",
  });
});

const idNumber = (first17: string) => first17 + checkDigit(first17);
const NEW = { divisionId: String(divisions.laxi.id), name: "旦增平措", status: "POOR", groupName: "一组" };

test("a household is registered with its head, found by search at once, and counted from that day on", async () => {
  const made = await registerHousehold(as("county-admin"), { ...NEW, idNo: idNumber("54030019770202015") });
  expect(made.householdNo).toMatch(/^L2026/);
  const file = await open(as("county-admin"), made.id);
  expect(file).toMatchObject({ headName: "旦增平措", memberCount: 1, status: "POOR", place: "拉西村" });
  const [member] = await reading(as("county-admin"), (scope) => householdMembers(scope, { id: made.id }));
  expect(member).toMatchObject({
    relation: "HEAD",
    birthOn: "1977-02-02",
    maskedIdNo: expect.stringMatching(/^540300\*{8}015[0-9X]$/),
  });
  const [fact] = await database.look<{ n: number }>(
    "select count(*)::int as n from fact_households($1) where household_id = $2",
    [WORLD_TODAY, made.id],
  );
  expect(fact?.n).toBe(1);
  const [found] = await database.look<{ title: string }>(
    "select title from search_entry where kind = 'household' and subject_id = $1 and initials = 'dzpc'",
    [made.id],
  );
  expect(found?.title).toBe("旦增平措");
  expect(await lastTold("household.registered")).toMatchObject({ subject: `household:${made.id}` });
});

test("a head of the same or a like-sounding name in the village is asked about first", async () => {
  for (const name of ["尼玛顿珠", "泥玛顿珠"])
    await expect(registerHousehold(as("county-admin"), { ...NEW, name })).rejects.toMatchObject({
      code: "conflict",
      words: { key: "household.namesake", values: { name: "尼玛顿珠" } },
    });
  const made = await registerHousehold(as("county-admin"), { ...NEW, name: "尼玛顿珠", overwrite: "yes" });
  expect(made.id).not.toBe(households.nima.id);
});

test("an ID number within reach names its holder; one held elsewhere says only that, and the audit hears of it", async () => {
  await expect(
    registerHousehold(as("county-admin"), { ...NEW, name: "多吉旺堆", idNo: households.dawa.idNo }),
  ).rejects.toMatchObject({
    fields: { idNo: [{ key: "person.idNumberHere", values: { name: "达瓦扎西" } }] },
  });

  const problem = await registerHousehold(as("county-admin"), {
    ...NEW,
    name: "多吉旺堆",
    idNo: households.sonam.idNo,
  }).catch((error: unknown) => error);
  expect(problem).toMatchObject({ fields: { idNo: [{ key: "person.idNumberTaken" }] } });
  expect(JSON.stringify(problem)).not.toContain("索朗旺修");
  expect(await lastTold("idNumber.heldElsewhere")).toMatchObject({
    account_name: "嘎松曲珍",
    facts: { by: "households.register" },
  });
  const [row] = await database.look<{ n: number }>(
    "select count(*)::int as n from household where head_name = '多吉旺堆'",
  );
  expect(row?.n).toBe(0);
});

test("a wrong ID number, a missing name and a village out of reach are not registered", async () => {
  await expect(
    registerHousehold(as("county-admin"), { ...NEW, name: "江白", idNo: "540300197203150012" }),
  ).rejects.toMatchObject({ fields: { idNo: [{ key: "idNumber" }] } });
  await expect(registerHousehold(as("county-admin"), { ...NEW, name: " " })).rejects.toMatchObject({
    fields: { name: [{ key: "personName" }] },
  });
  await expect(registerHousehold(as("county-admin"), { ...NEW, status: "DISSOLVED" })).rejects.toMatchObject({
    fields: { status: expect.anything() },
  });
  await expect(
    registerHousehold(as("county-admin"), { ...NEW, divisionId: String(divisions.geru.id) }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    registerHousehold(as("first-secretary"), { ...NEW, divisionId: String(divisions.xuetong.id) }),
  ).rejects.toMatchObject({ code: "refused" });
});

const factsUntil = (day: string) =>
  database.look(
    `select d.day::text, f.division_id, f.household_id, f.status, f.paired
     from generate_series(date '2026-07-01', $1::date, interval '1 day') d(day) cross join lateral fact_households(d.day::date) f
     order by 1, 2, 3`,
    [day],
  );

test("a household moves: from that day it counts in the new village with all its deeds, and no earlier day changes", async () => {
  const id = households.dawa.id;
  const before = await factsUntil("2026-11-19");
  await moveHousehold(as("county-admin"), {
    id,
    toDivisionId: String(divisions.laxi.id),
    on: "2026-11-20",
    groupName: "三组",
  });
  expect(await factsUntil("2026-11-19")).toEqual(before);
  const [there] = await database.look<{ division_id: number; paired: boolean }>(
    "select division_id, paired from fact_households('2026-11-20') where household_id = $1",
    [id],
  );
  expect(there).toEqual({ division_id: divisions.laxi.id, paired: true });
  for (const [table, column] of [
    ["household", "id"],
    ["household_year", "household_id"],
    ["membership_year", "household_id"],
    ["pairing", "household_id"],
    ["visit", "household_id"],
    ["visit_visitor", "household_id"],
    ["person", "household_id"],
    ["search_entry", "household_id"],
    ["change", "household_id"],
  ])
    expect(
      await database.look(`select distinct division_id from ${table} where ${column} = $1`, [id]),
      table,
    ).toEqual([{ division_id: divisions.laxi.id }]);
  expect(await database.look("select distinct counted_in from visit where household_id = $1", [id])).toEqual([
    { counted_in: divisions.xuetong.id },
  ]);
  expect(await lastTold("household.moved")).toMatchObject({
    division_id: divisions.laxi.id,
    facts: { from: divisions.xuetong.id, on: "2026-11-20" },
  });
  await expect(open(as("village-cadre"), id)).rejects.toMatchObject({ code: "not-found" });
});

test("a move tomorrow, before the present stay began, to the same village or out of reach is not made", async () => {
  const id = households.nima.id;
  const move = { id, toDivisionId: String(divisions.dabu.id), on: WORLD_TODAY };
  await expect(moveHousehold(as("county-admin"), { ...move, on: "2026-11-26" })).rejects.toMatchObject({
    fields: { on: [{ key: "futureDay" }] },
  });
  await expect(moveHousehold(as("county-admin"), { ...move, on: "2026-01-01" })).rejects.toMatchObject({
    fields: { on: [{ key: "household.beforeSpell" }] },
  });
  await expect(
    moveHousehold(as("county-admin"), { ...move, toDivisionId: String(divisions.laxi.id) }),
  ).rejects.toMatchObject({ fields: { toDivisionId: [{ key: "household.alreadyThere" }] } });
  await expect(
    moveHousehold(as("county-admin"), { ...move, toDivisionId: String(divisions.geru.id) }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(moveHousehold(as("prefecture-viewer"), move)).rejects.toMatchObject({ code: "refused" });
});

test("members' numbers are masked on the screen; one is shown whole for a reason, and the audit keeps who and why, not the number", async () => {
  const { id, headId, idNo } = households.drolma;
  const members = await reading(as("first-secretary"), (scope) => householdMembers(scope, { id }));
  expect(members[0]?.maskedIdNo).toBe("540300********0049");
  expect(JSON.stringify(members)).not.toContain(idNo);
  const look = { householdId: id, personId: headId, reason: "VERIFY_IDENTITY" };
  for (const who of ["first-secretary", "paired-helper"])
    expect((await revealIdNo(as(who), look)).shown).toBe(idNo);
  const told = await lastTold("idNumber.revealed");
  expect(told).toMatchObject({ subject: `person:${headId}`, facts: { reason: "VERIFY_IDENTITY" } });
  expect(JSON.stringify(told)).not.toContain(idNo);
  await expect(revealIdNo(as("first-secretary"), { ...look, reason: "" })).rejects.toMatchObject({
    fields: { reason: expect.anything() },
  });
  await expect(revealIdNo(as("prefecture-viewer"), look)).rejects.toMatchObject({ code: "refused" });
  await expect(revealIdNo(as("other-county-admin"), look)).rejects.toMatchObject({ code: "not-found" });
});

test("after thirty looks the day is used up", async () => {
  const { id, headId } = households.drolma;
  const look = { householdId: id, personId: headId, reason: "HANDLE_POLICY" };
  for (let at = 0; at < REVEALS_A_DAY; at++) await revealIdNo(as("township-admin"), look);
  await expect(revealIdNo(as("township-admin"), look)).rejects.toMatchObject({
    code: "rule",
    words: { key: "person.revealsUsedUp" },
  });
  holdToday("2026-11-26");
  await revealIdNo(as("township-admin"), look);
  holdToday(WORLD_TODAY);
});

test("a phone is dialed by whoever works with the family, and that is told", async () => {
  const id = households.tashi.id;
  const { phone } = await correction(as("county-admin"), id, {});
  if (!phone)
    await correctHousehold(
      as("county-admin"),
      await correction(as("county-admin"), id, { phone: "13911112222" }),
    );
  expect((await revealPhone(as("first-secretary"), { householdId: id })).shown).toMatch(/^\d{11}$/);
  expect(await lastTold("phone.revealed")).toMatchObject({ subject: `household:${id}` });
  await expect(revealPhone(as("prefecture-viewer"), { householdId: id })).rejects.toMatchObject({
    code: "refused",
  });
});
