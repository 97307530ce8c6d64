// What people do with instructions: a leader asks about a figure, the county answers, the leader sends back and accepts; and who sees it at all.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { remindInstruction } from "#lib/domains/inbox/commands/remind-instruction.ts";
import { countWaiting } from "#lib/domains/inbox/queries/count-waiting.ts";
import { listNotices, listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import {
  readInstruction,
  replyToInstruction,
} from "#lib/domains/instructions/commands/answer-instruction.ts";
import { giveInstruction } from "#lib/domains/instructions/commands/give-instruction.ts";
import {
  acceptAnswer,
  returnAnswer,
  withdrawInstruction,
} from "#lib/domains/instructions/commands/settle-instruction.ts";
import {
  instructionsOnBoard,
  listInstructions,
} from "#lib/domains/instructions/queries/list-instructions.ts";
import { getInstruction, instructionForm } from "#lib/domains/instructions/queries/show-instruction.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { accounts, divisions, households, people } = world;
const { chaya, jitang, xuetong } = divisions;
const period = WORLD_TODAY.slice(0, 7);
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const { username } of Object.values(accounts)) sessions[username] = await signIn(database, username);
});
afterAll(() => holdToday(null));

const given = async (who: string, more: Record<string, unknown> = {}) => {
  const id = randomUUID();
  await giveInstruction(as(who), {
    ...{ id, divisionId: chaya.id, to: `account:${accounts.countyAdmin.id}`, kind: "EXPLAIN" },
    ...more,
  });
  return id;
};
const show = (who: string, id: string) => reading(as(who), (scope) => getInstruction(scope, { id }));
const at = async (id: string) => (await show("prefecture-viewer", id)).row;
const held = async (id: string) => ({ id, version: (await at(id)).version });
const inbox = async (who: string) =>
  (await reading(as(who), (scope) => listWaiting(scope, {}))).flatMap(({ rows }) => rows);
const waitsFor = async (who: string, id: string) =>
  (await inbox(who)).filter(({ href }) => href === `/instructions/${id}`).map(({ kind }) => kind);

test("a leader asks about a figure; it is kept as it stood, answered, sent back, and accepted", async () => {
  const board = () => reading(as("prefecture-viewer"), (scope) => viewCockpit(scope, {}));
  const figureOf = (shown: Awaited<ReturnType<typeof board>>) =>
    shown.children.find(({ id }) => id === chaya.id)?.cells.find(({ indicator }) => indicator.id === "R2.3")
      ?.figure;
  const before = figureOf(await board());
  const id = await given("prefecture-viewer", { indicator: "R2.3", period, words: "走访怎么没跟上" });
  // Sent twice, it is there once.
  await giveInstruction(as("prefecture-viewer"), {
    ...{ id, divisionId: chaya.id, to: `account:${accounts.countyAdmin.id}`, kind: "EXPLAIN" },
  });
  expect(await at(id)).toMatchObject({
    indicator: "R2.3",
    period,
    status: "OPEN",
    part: before?.part,
    whole: before?.whole,
  });
  expect(await waitsFor("county-admin", id)).toEqual(["instruction"]);
  const marked = () =>
    reading(as("prefecture-viewer"), (scope) => instructionsOnBoard(scope, { units: [chaya.id], period }));
  expect(await marked()).toMatchObject([{ id, indicator: "R2.3", status: "OPEN" }]);

  await readInstruction(as("county-admin"), { id });
  await readInstruction(as("county-admin"), { id });
  await replyToInstruction(as("county-admin"), { ...(await held(id)), words: "两户正在补访" });
  expect(await waitsFor("county-admin", id)).toEqual([]);
  expect(await waitsFor("prefecture-viewer", id)).toEqual(["instructionReplied"]);
  // The same office of the giver, but not the giver.
  await expect(acceptAnswer(as("prefecture-admin"), await held(id))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(acceptAnswer(as("county-admin"), await held(id))).rejects.toMatchObject({ code: "refused" });
  await returnAnswer(as("prefecture-viewer"), {
    ...(await held(id)),
    words: "请写明哪两户",
    dueOn: "2026-11-30",
  });
  expect(await waitsFor("county-admin", id)).toEqual(["instruction"]);
  expect(await at(id)).toMatchObject({ status: "OPEN", dueOn: "2026-11-30", returned: 1 });
  const stale = await held(id);
  await replyToInstruction(as("county-admin"), { ...stale, words: "雪通村两户，周五前走完" });
  await expect(replyToInstruction(as("county-admin"), { ...stale, words: "再答一次" })).rejects.toMatchObject(
    {
      code: "conflict",
    },
  );
  await acceptAnswer(as("prefecture-viewer"), await held(id));
  expect(await waitsFor("prefecture-viewer", id)).toEqual([]);
  const { steps } = await show("county-admin", id);
  expect(steps.map(({ kind }) => kind)).toEqual([
    "GIVEN",
    "READ",
    "REPLIED",
    "RETURNED",
    "REPLIED",
    "ACCEPTED",
  ]);
  await aVisit(database, {
    household: { id: households.tashi.id, divisionId: xuetong.id },
    visitors: [people.firstSecretary],
    visitedOn: WORLD_TODAY,
  });
  expect(await at(id)).toMatchObject({ part: before?.part, whole: before?.whole, status: "ACCEPTED" });
});

test("the day is three working days ahead by itself, praise has none and ends when it is read", async () => {
  const form = await reading(as("prefecture-viewer"), (scope) =>
    instructionForm(scope, { unit: String(chaya.id), indicator: "R2.3", period }),
  );
  expect(form.addressees[0]).toMatchObject({
    addressee: `account:${accounts.countyAdmin.id}`,
    role: "COUNTY_ADMIN",
  });
  const id = await given("prefecture-viewer");
  expect((await at(id)).dueOn).toBe(form.dueOn);
  const praise = await given("prefecture-viewer", { kind: "PRAISE", dueOn: "2026-11-30" });
  expect(await at(praise)).toMatchObject({ dueOn: null, status: "OPEN" });
  expect(await waitsFor("county-admin", praise)).toEqual(["instructionPraise"]);
  await expect(
    replyToInstruction(as("county-admin"), { ...(await held(praise)), words: "谢谢" }),
  ).rejects.toMatchObject({ words: { key: "instruction.noAnswer" } });
  await readInstruction(as("county-admin"), { id: praise });
  expect((await at(praise)).status).toBe("NOTED");
  expect(await waitsFor("county-admin", praise)).toEqual([]);
  await withdrawInstruction(as("prefecture-viewer"), { ...(await held(id)), words: "数据已更正" });
  expect(await waitsFor("county-admin", id)).toEqual([]);
});

test("what is malformed is told at its field", async () => {
  for (const [more, field, key] of [
    [{ kind: "OTHER" }, "words", "instruction.words"],
    [{ dueOn: "2026-11-01" }, "dueOn", "instruction.duePast"],
    [{ dueOn: "明天呢" }, "dueOn", "day"],
    [{ to: `account:${accounts.otherCountyAdmin.id}` }, "to", "unknownChoice"],
    [{ to: `account:${accounts.leader.id}` }, "to", "unknownChoice"],
    [{ indicator: "X9", period }, "indicator", "unknownChoice"],
  ] as const)
    await expect(given("prefecture-viewer", more), key).rejects.toMatchObject({
      fields: { [field]: [{ key }] },
    });
  await expect(given("county-poverty-office")).rejects.toMatchObject({ code: "refused" });
  await expect(given("other-county-admin")).rejects.toMatchObject({ code: "not-found" });
});

test("to an office: everybody in it has it, and one answer is enough", async () => {
  const id = await given("county-admin", { to: `COUNTY_POVERTY_OFFICE@${chaya.id}`, divisionId: jitang.id });
  expect(await waitsFor("county-poverty-office", id)).toEqual(["instruction"]);
  await replyToInstruction(as("county-poverty-office"), { ...(await held(id)), words: "已到现场" });
  expect(await waitsFor("county-admin", id)).toEqual(["instructionReplied"]);
});

test("late: at the giver's and at the level between; reminded of once a day", async () => {
  const id = await given("prefecture-viewer", {
    ...{ divisionId: jitang.id, to: `account:${accounts.townshipCadre.id}`, dueOn: WORLD_TODAY },
  });
  expect(await waitsFor("county-admin", id)).toEqual([]);
  const late = async (who: string) =>
    (await reading(as(who), (scope) => listInstructions(scope, { view: "late" }))).rows.map((row) => row.id);
  holdToday("2026-12-20");
  try {
    expect(await waitsFor("prefecture-viewer", id)).toEqual(["instructionLate"]);
    expect(await waitsFor("county-admin", id)).toEqual(["instructionLate"]);
    expect(await waitsFor("township-admin", id)).toEqual(["instruction"]);
    expect(await late("county-admin")).toContain(id);
    expect(await late("other-county-admin")).toEqual([]);
    const { calls } = await reading(as("township-admin"), (scope) => countWaiting(scope, {})).then((row) => ({
      calls: row.unread,
    }));
    await remindInstruction(as("county-admin"), { id });
    await expect(remindInstruction(as("prefecture-viewer"), { id })).rejects.toMatchObject({
      words: { key: "inbox.tooSoon" },
    });
    const { rows } = await reading(as("township-admin"), (scope) => listNotices(scope, {}));
    expect(rows[0]).toMatchObject({ kind: "instructionReminded", href: `/instructions/${id}` });
    expect((await reading(as("township-admin"), (scope) => countWaiting(scope, {}))).unread).toBe(calls + 1);
  } finally {
    holdToday(WORLD_TODAY);
  }
});

test("giver, addressee, the leaders of the unit and above and the auditor see it; nobody else, by either wall", async () => {
  const id = await given("prefecture-viewer", {
    ...{ divisionId: jitang.id, to: `account:${accounts.reviewer.id}` },
  });
  const seen = [
    "prefecture-admin",
    "prefecture-viewer",
    "county-organization",
    "county-admin",
    "township-admin",
    "township-reviewer",
    "auditor",
  ];
  for (const { username } of Object.values(accounts)) {
    const rows = await reading(
      as(username),
      (scope) => scope.sql`select id from instruction where id = ${id}::uuid`,
    );
    const steps = await reading(
      as(username),
      (scope) => scope.sql`select id from instruction_step where instruction_id = ${id}::uuid`,
    );
    expect([username, rows.length, steps.length]).toEqual([
      username,
      ...(seen.includes(username) ? [1, 1] : [0, 0]),
    ]);
    const listed = await reading(as(username), (scope) => listInstructions(scope, { view: "all" }));
    expect([username, listed.rows.some((row) => row.id === id)]).toEqual([username, seen.includes(username)]);
    expect(listed.views.all, username).toBe(listed.total);
  }
  // Nobody writes over what was said.
  await expect(
    reading(
      as("prefecture-viewer"),
      (scope) => scope.sql`update instruction set words = '改' where id = ${id}::uuid`,
    ),
  ).rejects.toThrow(/denied|read-only/);
});
