// Words added on a phone to a visit that was sent before, and a family's word on a result: once each, by whom it concerns, and told when somebody was faster.
import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { finishNeed } from "#lib/domains/needs/commands/handle-need.ts";
import { judgeNeed } from "#lib/domains/needs/commands/judge-need.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { getNeed } from "#lib/domains/needs/queries/show-need.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import type { OpAnswer, OpKind } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { addWords } from "#lib/domains/visits/commands/add-words.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { withdrawVisit } from "#lib/domains/visits/commands/withdraw-visit.ts";
import { getVisit } from "#lib/domains/visits/queries/list-visits.ts";
import { MOST_ADDITIONS } from "#lib/domains/visits/visit.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
let secretary: Session;
let cadre: Session;
let township: Session;
let elsewhere: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  cadre = await signIn(database, "village-cadre");
  township = await signIn(database, "township-admin");
  elsewhere = await signIn(database, "neighbor-township-admin");
});

const DAY = 86_400_000;
const written = (kind: OpKind, values: object, daysAgo = 0) => {
  const text = JSON.stringify(values);
  return {
    ...{ kind, op: randomUUID(), values: text, sha256: createHash("sha256").update(text).digest("hex") },
    writtenAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
  };
};
const inWords = async (error: unknown) => {
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) throw error;
  return { code: problem.code, message: problem.words.key, fields: {} };
};
const send = async (session: Session, op: object): Promise<OpAnswer> =>
  (await deliver(session, { device: "phone", ops: [op] }, inWords))[0]!;
const kept = (session: Session) => reading(session, (scope) => firstSync(scope, {}));

async function aVisit() {
  const { id: householdId } = await aHousehold(database, { divisionId: world.divisions.xuetong.id });
  const id = randomUUID();
  await recordVisit(secretary, {
    ...{ id, householdId, visitedOn: today(), situation: "NORMAL", note: "原话", standInReason: "代走访" },
  });
  return { id, householdId };
}
const seen = (session: Session, id: string) => reading(session, (scope) => getVisit(scope, { id }));
const words = (visitId: string, text = "后来想起来，牛棚也要修") => ({
  id: randomUUID(),
  visitId,
  words: text,
});

test("added words are there once, under the day on which they were written, and the visit stands as it was", async () => {
  const { id, householdId } = await aVisit();
  const op = written("ADDITION", { ...words(id), householdId }, 2);
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  const visit = await seen(township, id);
  expect(visit).toMatchObject({
    note: "原话",
    mayAdd: false,
    additions: [{ on: addDays(today(), -2), words: "后来想起来，牛棚也要修" }],
  });
  const { visits = [] } = await kept(secretary);
  expect(visits.find((one) => one.id === id)).toMatchObject({
    ...{ note: "原话", photos: 0, on: today() },
    additions: [{ words: "后来想起来，牛棚也要修" }],
  });
  expect((await kept(cadre)).visits?.map((one) => one.id)).not.toContain(id);
});

test("whoever did not go adds nothing; a visit that is not there yet is waited for; what was taken back takes no more", async () => {
  const { id } = await aVisit();
  await expect(addWords(township, words(id))).rejects.toMatchObject({ code: "refused" });
  await expect(addWords(elsewhere, words(id))).rejects.toMatchObject({ code: "not-found" });
  expect(await send(secretary, written("ADDITION", words(randomUUID())))).toMatchObject({ state: "early" });
  expect(await send(secretary, written("ADDITION", words(id, "短")))).toMatchObject({
    state: "refused",
    code: "invalid",
  });
  const same = words(id);
  await addWords(secretary, same);
  await expect(addWords(secretary, { ...same, words: "同一编号别的话" })).resolves.toMatchObject({
    repeated: true,
  });
  for (let nth = 1; nth < MOST_ADDITIONS; nth += 1) await addWords(secretary, words(id, `第 ${nth} 条`));
  await expect(addWords(secretary, words(id))).rejects.toMatchObject({
    words: { key: "visit.additionsFull" },
  });
  expect((await seen(secretary, id)).additions[0]?.words).toBe(same.words);
  await withdrawVisit(secretary, { id });
  expect(await send(secretary, written("ADDITION", words(id)))).toMatchObject({
    state: "refused",
    message: "visit.withdrawnAlready",
  });
});

test("the database itself lets nobody write in another's name or touch what stands", async () => {
  const { id } = await aVisit();
  await addWords(secretary, words(id));
  await expect(
    reading(secretary, ({ sql }) => sql`update visit_addition set words = 'anders' returning id`),
  ).rejects.toThrow();
  const rows = await database.look(
    "select has_table_privilege('app_rw', 'visit_addition', 'update, delete') as may",
  );
  expect(rows).toEqual([{ may: false }]);
});

/** Done by the village cadre: the first secretary brings the family's word. */
async function aDoneNeed() {
  const { id: householdId } = await aHousehold(database, { divisionId: world.divisions.xuetong.id });
  const id = randomUUID();
  await raiseNeed(secretary, { id, householdId, category: "NEED_WATER", raisedOn: today(), words: "没有水" });
  await finish(id, "接了水管");
  return id;
}
const stands = (id: string) => reading(township, async (scope) => (await getNeed(scope, { id })).need);
const finish = async (id: string, result: string) =>
  finishNeed(cadre, { id, version: (await stands(id)).version, doneOn: today(), result });
const verdict = async (id: string, said = "SATISFIED") => ({
  ...{ id, version: (await stands(id)).version, verdict: said, onDay: today() },
});

test("what waits for the family's word is kept on the phone of whoever asks, and brought once", async () => {
  const id = await aDoneNeed();
  const row = (await kept(secretary)).needs?.find((one) => one.id === id);
  expect(row).toMatchObject({
    status: "DONE",
    ask: true,
    result: "接了水管",
    words: "没有水",
    about: expect.any(String),
  });
  const own = (await kept(cadre)).needs?.find((one) => one.id === id);
  expect(own?.ask, "nobody judges his own work").toBe(false);
  const op = written("VERDICT", {
    id,
    version: row?.version,
    verdict: "BASICALLY",
    onDay: today(),
    words: "能用了",
  });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await stands(id)).toMatchObject({ status: "CLOSED", verdict: "BASICALLY" });
  expect(await send(cadre, written("VERDICT", await verdict(id)))).toMatchObject({
    state: "refused",
    message: "sync.needClosed",
  });
});

test("somebody was faster: it is said what became of the need, and nothing is changed by the late word", async () => {
  const reopened = await aDoneNeed();
  const late = written("VERDICT", await verdict(reopened));
  await judgeNeed(township, await verdict(reopened, "DISSATISFIED"));
  expect(await send(secretary, late)).toMatchObject({ state: "refused", message: "sync.needReopened" });
  await finish(reopened, "换了水泵");
  expect(await send(secretary, late)).toMatchObject({ state: "refused", message: "sync.needDoneAnew" });
  expect(await stands(reopened)).toMatchObject({ status: "DONE", result: "换了水泵" });
  expect(await send(cadre, written("VERDICT", await verdict(reopened)))).toMatchObject({
    state: "refused",
    message: "need.ownWork",
  });
  expect(await send(elsewhere, written("VERDICT", await verdict(reopened)))).toMatchObject({
    state: "early",
  });
});
