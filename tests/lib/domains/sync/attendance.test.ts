// Who was at a training, ticked on a phone: on the list once however often it is sent, by name where somebody is out of reach by now, refused in words where the training is over for this hand.
import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import type { OpAnswer } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { withdrawTraining } from "#lib/domains/trainings/commands/withdraw-training.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { insert } from "#tests/build/owner.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { TRAININGS } from "#tests/world/trainings.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { accounts, divisions, people } = world;
let secretary: Session;

beforeAll(async () => {
  secretary = await signIn(database, accounts.firstSecretary.username);
});

const inWords = async (error: unknown) => {
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) throw error;
  return { code: problem.code, message: problem.words.key };
};
const written = (values: object) => {
  const text = JSON.stringify(values);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { kind: "ATTENDANCE", op: randomUUID(), values: text, sha256, writtenAt: new Date().toISOString() };
};
const send = async (session: Session, ...ops: object[]): Promise<OpAnswer[]> =>
  deliver(session, { device: "phone", ops }, inWords);
const listOf = async (id: string) =>
  (
    await database.look<{ name: string }>(
      "select name from training_attendee where training_id = $1 order by name, id",
      [id],
    )
  ).map(({ name }) => name);

async function held(at: number = divisions.xuetong.id, day = addDays(today(), -2)): Promise<string> {
  const id = randomUUID();
  await insert(database, "training", {
    ...{ id, division_id: at, title: "实用技术培训", mode: "ON_SITE", audience: "VILLAGERS" },
    ...{ topic: "PRACTICAL", level: "VILLAGE", from_on: day, to_on: day, hours: 6 },
    ...{ status: "HELD", recorded_by: accounts.countyAdmin.id },
  });
  return id;
}
const { villageCadre, firstSecretary } = people;
const ticked = (id: string, ...who: { id: string; name: string }[]) => ({
  ...{ id, sheet: randomUUID(), names: "" },
  ...{ people: who.map((one) => one.id), called: who.map((one) => one.name) },
});

test("the phone is given the trainings of one's own place of the last days, with their lists and whom to tick", async () => {
  const kept = (session: Session) => reading(session, (scope) => firstSync(scope, {}));
  const lately = await held();
  await held(divisions.xuetong.id, addDays(today(), -90));
  await held(divisions.chaya.id);
  const { trainings } = await kept(secretary);
  expect(trainings?.sessions.map(({ id }) => id).filter((id) => id !== TRAININGS.village.id)).toEqual([
    lately,
  ]);
  expect(trainings?.people.find(({ id }) => id === villageCadre.id)).toMatchObject({
    name: villageCadre.name,
    cadre: true,
  });
  const helper = await signIn(database, "paired-helper");
  expect((await kept(helper)).trainings, "who holds no trainings").toBeNull();
});

test("it is on the list once, however often it is sent, also under another number after a lost answer", async () => {
  const id = await held();
  const told = ticked(id, villageCadre, firstSecretary);
  const op = written(told);
  const [first, twin] = await send(secretary, op, op);
  expect([first, twin]).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
  expect(await send(secretary, op)).toEqual([first]);
  expect(await send(secretary, written(told)), "mended back to what it was").toMatchObject([
    { state: "accepted" },
  ]);
  expect((await listOf(id)).length).toBe(2);
  const unticked = { ...told, people: [villageCadre.id], called: [villageCadre.name] };
  expect(await send(secretary, written(unticked))).toMatchObject([
    { state: "refused", message: "sync.attendedAlready" },
  ]);
  expect((await listOf(id)).length).toBe(2);
});

test("at the same moment on two roads it is one list, names that nobody knows included", async () => {
  const id = await held();
  const op = written({ ...ticked(id, villageCadre), names: "外村的扎西\n县农牧局 " });
  const answers = await Promise.all([send(secretary, op), send(secretary, op), send(secretary, op)]);
  expect(answers.flat().every(({ state }) => state === "accepted")).toBe(true);
  expect((await listOf(id)).length).toBe(3);
});

test("who is out of reach by now stands there by name, and the others as who they are", async () => {
  const id = await held();
  const gone = { id: randomUUID(), name: "迁走的人" };
  expect(await send(secretary, written(ticked(id, villageCadre, gone)))).toMatchObject([
    { state: "accepted" },
  ]);
  const rows = await database.look(
    "select name, standing from training_attendee where training_id = $1 order by standing",
    [id],
  );
  expect(rows).toEqual([
    { name: villageCadre.name, standing: "KNOWN" },
    { name: "迁走的人", standing: "UNKNOWN" },
  ]);
});

test("each is refused by itself, in words: withdrawn meanwhile, of another unit, of nobody, damaged", async () => {
  const [withdrawn, of, fine] = [await held(), await held(divisions.chaya.id), await held()];
  await withdrawTraining(secretary, { id: withdrawn, reason: "登记重复" });
  const answers = await send(
    secretary,
    written(ticked(withdrawn, villageCadre)),
    written(ticked(of, villageCadre)),
    written(ticked(randomUUID(), villageCadre)),
    written(ticked(fine)),
    written({ id: fine, sheet: "no number" }),
    written(ticked(fine, villageCadre)),
  );
  expect(answers.map((one) => ("message" in one ? one.message : one.state))).toEqual([
    "training.withdrawnAlready",
    "sync.gone.ATTENDANCE",
    "sync.gone.ATTENDANCE",
    "training.nobody",
    "sync.damaged",
    "accepted",
  ]);
});
