// What a phone delivers: stored once however often it comes, each failing alone, a changed number told; photos whole or not at all.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import { type OpAnswer, PART_BYTES } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { receivePart } from "#lib/domains/sync/receive-part.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { households } = world;
const MB = 1_048_576;
let secretary: Session;
let helper: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  helper = await signIn(database, "paired-helper");
});

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const written = (householdId: string, more: Record<string, unknown> = {}) => {
  const visit = { id: randomUUID(), householdId, visitedOn: today(), situation: "NORMAL", ...more };
  return { visit, op: sent(randomUUID(), visit) };
};
const sent = (op: string, visit: object) => {
  const values = JSON.stringify(visit);
  return { op, values, sha256: sha256(values), writtenAt: new Date().toISOString() };
};
const send = (session: Session, ...ops: unknown[]) => deliver(session, { device: "phone", ops }, inWords);
/** The keys of the words; the words themselves are the browser journey's. */
const inWords = async (error: unknown) => {
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) throw error;
  const fields = Object.entries(problem.fields ?? {}).map(([name, said]) => [
    name,
    said.map(({ key }) => key),
  ]);
  return { code: problem.code, message: problem.words.key, fields: Object.fromEntries(fields) };
};
const states = (answers: OpAnswer[]) => answers.map(({ state }) => state);
const count = async (sql: string, ...values: unknown[]) =>
  (await database.look<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;

test("a visit from a phone is stored once, however often its answer was lost, and is told in the trail with its phone", async () => {
  const { visit, op } = written(households.tashi.id, { topics: ["SCHOOL"] });
  const first = await send(secretary, op);
  const again = await Promise.all([send(secretary, op), send(secretary, op), send(secretary, op)]);
  expect(first).toEqual([{ op: op.op, sha256: op.sha256, state: "accepted", seq: expect.any(String) }]);
  for (const answer of again) expect(answer).toEqual(first);
  expect(await count("visit where id = $1", visit.id)).toBe(1);
  expect(await count("sync_op where op = $1", op.op)).toBe(1);
  const [told] = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'sync.delivered' and subject = $1 order by id limit 1",
    [`visit:${visit.id}`],
  );
  expect(told?.facts).toMatchObject({ op: op.op, device: "phone", writtenAt: op.writtenAt, repeated: false });
});

test("two windows send the same at once: one row, both hear that it is there", async () => {
  const { visit, op } = written(households.tashi.id);
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(secretary, op)));
  expect(answers.map(states)).toEqual(Array.from({ length: 5 }, () => ["accepted"]));
  expect(await count("visit where id = $1", visit.id)).toBe(1);
});

test("a machine that is too slow for a batch takes in what it can and asks for the rest later", async () => {
  const all = Array.from({ length: 3 }, () => written(households.tashi.id));
  const ops = all.map(({ op }) => op);
  const first = await deliver(secretary, { device: "phone", ops }, inWords, 0);
  expect(states(first)).toEqual(["accepted", "later", "later"]);
  expect(first.map(({ op }) => op)).toEqual(ops.map(({ op }) => op));
  const rest = await send(secretary, ...ops);
  expect(states(rest)).toEqual(["accepted", "accepted", "accepted"]);
  for (const { visit } of all) expect(await count("visit where id = $1", visit.id)).toBe(1);
});

test("each fails alone, with a reason in words and the field to blame; the others are taken in", async () => {
  const good = written(households.drolma.id);
  const notMine = written(households.dawa.id);
  const future = written(households.drolma.id, { visitedOn: "2099-01-01" });
  const nothing = { ...sent(randomUUID(), {}), values: "{" };
  const last = written(households.drolma.id, { situation: "DIFFICULT" });
  const answers = await send(helper, good.op, notMine.op, future.op, nothing, last.op);
  expect(states(answers)).toEqual(["accepted", "refused", "refused", "refused", "accepted"]);
  expect(answers[2]).toMatchObject({ fields: { visitedOn: ["visit.notYet"] } });
  expect(answers[3]).toMatchObject({ message: "sync.damaged" });
  expect(await count("visit where id = any ($1::uuid[])", [notMine.visit.id, future.visit.id])).toBe(0);
});

test("what was written down in time is in time, however long the phone was in the valley", async () => {
  const ago = (days: number) => addDays(today(), -days);
  const waited = (days: number, visited: number) => {
    const { visit, op } = written(households.drolma.id, { visitedOn: ago(visited) });
    return { visit, op: { ...op, writtenAt: `${ago(days)}T04:00:00.000Z` } };
  };
  const [inTime, late, tooLate, forever] = [waited(20, 20), waited(20, 22), waited(20, 29), waited(40, 40)];
  const answers = await send(helper, inTime.op, late.op, tooLate.op, forever.op);
  expect(states(answers)).toEqual(["accepted", "accepted", "refused", "refused"]);
  const lateOf = async ({ visit }: typeof inTime) =>
    (await database.look<{ late: boolean }>("select late from visit where id = $1", [visit.id]))[0]?.late;
  expect(await lateOf(inTime)).toBe(false);
  expect(await lateOf(late)).toBe(true);
});

test("a number that comes back with something else is refused, changes nothing, and rings in the trail", async () => {
  const { visit, op } = written(households.tashi.id, { note: "第一次" });
  await send(secretary, op);
  const other = sent(op.op, { ...visit, note: "改过的" });
  const [answer] = await send(secretary, other);
  expect(answer).toMatchObject({ state: "refused", code: "conflict" });
  expect(await count("visit where id = $1 and note = '第一次'", visit.id)).toBe(1);
  expect(await count("audit_event where verb = 'sync.twisted' and facts->>'op' = $1", op.op)).toBe(1);
});

test("somebody else's number is no way to somebody else's answer", async () => {
  const { op } = written(households.tashi.id);
  await send(secretary, op);
  const [answer] = await send(helper, op);
  expect(answer).toMatchObject({ state: "refused", code: "not-found" });
  expect(await count("audit_event where verb = 'sync.delivered' and facts->>'op' = $1", op.op)).toBe(1);
});

test("a session that is over stops the batch: nothing of it is refused for good", async () => {
  const { op } = written(households.tashi.id);
  await expect(send({ token: "forged" }, op)).rejects.toMatchObject({ code: "signed-out" });
});

test("the first sync holds my households and my day, and neither numbers nor telephones", async () => {
  const first = await reading(helper, (scope) => firstSync(scope, {}));
  expect(first.households.map(({ id }) => id)).toContain(households.drolma.id);
  expect(first.households.every(({ mine }) => mine)).toBe(true);
  const drolma = first.households.find(({ id }) => id === households.drolma.id)!;
  expect(drolma.members.length).toBeGreaterThan(0);
  expect(drolma.visits.length).toBeGreaterThan(0);
  expect(JSON.stringify(first)).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}|phone/);
});

/** Sends a photo part by part, as a phone does, and answers with the last word. */
async function sendPhoto(
  visit: string,
  bytes: Buffer,
  id = randomUUID(),
  cutAfter = Number.POSITIVE_INFINITY,
) {
  const about = {
    id,
    visit,
    sha256: sha256(bytes),
    size: bytes.length,
    device: "phone",
    writtenAt: new Date().toISOString(),
  };
  let held = await receivePart(secretary, { ...about, at: 0 }, new Uint8Array());
  for (let step = 0; held.state === "more" && step < cutAfter && step < 900; step += 1)
    held = await receivePart(
      secretary,
      { ...about, at: held.received },
      bytes.subarray(held.received, held.received + PART_BYTES),
    );
  return held;
}

async function aVisit() {
  const { visit, op } = written(households.tashi.id);
  await send(secretary, op);
  return visit.id;
}

/** A real picture of so many bytes: what a camera writes behind the end of the picture is no part of it, but travels along. */
async function pictureOf(bytes: number): Promise<Buffer> {
  const picture = await sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: 90, g: 110, b: 90 } },
  })
    .jpeg()
    .toBuffer();
  return Buffer.concat([picture, randomBytes(Math.max(0, bytes - picture.length))]);
}

test("a photo cut off in the middle goes on where it was, and is there once", async () => {
  const visit = await aVisit();
  const bytes = await pictureOf(190_000);
  const id = randomUUID();
  expect(await sendPhoto(visit, bytes, id, 1)).toEqual({ state: "more", received: PART_BYTES });
  expect(await sendPhoto(visit, bytes, id)).toEqual({ state: "accepted", sha256: sha256(bytes) });
  // The answer was lost: asked again, it is there.
  expect(await sendPhoto(visit, bytes, id)).toEqual({ state: "accepted", sha256: sha256(bytes) });
  expect(await count("stored_file where owner = 'visit' and owner_id = $1", visit)).toBe(1);
});

test("what does not follow what is held, or is another than its digest says, is never kept", async () => {
  const visit = await aVisit();
  const bytes = await pictureOf(100_000);
  const about = {
    id: randomUUID(),
    visit,
    size: bytes.length,
    device: "phone",
    writtenAt: new Date().toISOString(),
  };
  const wrong = { ...about, sha256: sha256("something else") };
  expect(await receivePart(secretary, { ...wrong, at: 5 }, bytes.subarray(0, 100))).toEqual({
    state: "more",
    received: 0,
  });
  await receivePart(secretary, { ...wrong, at: 0 }, bytes.subarray(0, PART_BYTES));
  expect(await receivePart(secretary, { ...wrong, at: PART_BYTES }, bytes.subarray(PART_BYTES))).toEqual({
    state: "more",
    received: 0,
  });
  expect(await count("stored_file where owner = 'visit' and owner_id = $1", visit)).toBe(0);
});

test.each([9, 10, 11, 12])("%i MB arrive whole", { timeout: 60_000 }, async (size) => {
  const visit = await aVisit();
  const bytes = await pictureOf(size * MB);
  expect(await sendPhoto(visit, bytes)).toEqual({ state: "accepted", sha256: sha256(bytes) });
  expect(await count("stored_file where owner = 'visit' and owner_id = $1", visit)).toBe(1);
});

test("50 MB are refused before the first byte, in words", async () => {
  const visit = await aVisit();
  expect(await sendPhoto(visit, await pictureOf(50 * MB))).toEqual({ state: "unfit", reason: "tooLarge" });
  expect(await count("stored_file where owner = 'visit' and owner_id = $1", visit)).toBe(0);
});

test("what is no photo, or a visit that is not mine, is refused", async () => {
  const visit = await aVisit();
  expect(await sendPhoto(visit, Buffer.from(`%PDF-1.7\n${"x".repeat(900)}`))).toMatchObject({
    state: "unfit",
  });
  const about = {
    id: randomUUID(),
    visit,
    sha256: sha256("x"),
    size: 1,
    at: 0,
    device: "phone",
    writtenAt: new Date().toISOString(),
  };
  // Nothing is kept of it: to somebody who does not see it, the visit is one that has not come.
  expect(await receivePart(helper, about, Buffer.from("x"))).toEqual({ state: "noVisit" });
});
