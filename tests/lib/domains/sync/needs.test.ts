// A need written down on a phone by itself: taken in once, judged by the day on which it was written, waiting for whom one does not help.
import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import type { OpAnswer } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
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
let helper: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  helper = await signIn(database, "paired-helper");
});

const DAY = 86_400_000;
const written = (kind: "NEED" | "VISIT", values: object, daysAgo = 0) => {
  const text = JSON.stringify(values);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    ...{ kind, op: randomUUID(), values: text, sha256 },
    writtenAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
  };
};
const inWords = async (error: unknown) => {
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) throw error;
  return {
    ...{ code: problem.code, message: problem.words.key },
    fields: Object.fromEntries(
      Object.entries(problem.fields ?? {}).map(([name, all]) => [name, all.map(({ key }) => key)]),
    ),
  };
};
const send = async (session: Session, op: object): Promise<OpAnswer> =>
  (await deliver(session, { device: "phone", ops: [op] }, inWords))[0]!;
const home = (divisionId = world.divisions.xuetong.id) => aHousehold(database, { divisionId });
const water = (householdId: string, raisedOn: string) => ({
  ...{ id: randomUUID(), householdId, raisedOn, category: "NEED_WATER", source: "SELF" },
  words: "水管冻裂",
});
const needsOf = (id: string) =>
  database.look(
    "select category, raised_on::text as day, visit_id from need where household_id = $1 order by category",
    [id],
  );

test("it is there once, however often it is sent, on the day it was told", async () => {
  const { id } = await home();
  const op = written("NEED", water(id, today()));
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await needsOf(id)).toEqual([{ category: "NEED_WATER", day: today(), visit_id: null }]);
});

test("three weeks in the valley are not late; told about three weeks before it was written, it is", async () => {
  const { id } = await home();
  const then = addDays(today(), -21);
  expect(await send(secretary, written("NEED", water(id, then)))).toMatchObject({
    state: "refused",
    fields: { raisedOn: ["visit.tooLate"] },
  });
  expect(await send(secretary, written("NEED", water(id, then), 21))).toMatchObject({ state: "accepted" });
  const heard = {
    ...{ id: randomUUID(), needId: randomUUID(), householdId: id, visitedOn: then, situation: "DIFFICULT" },
    ...{ need: "YES", needCategory: "NEED_ROAD", standInReason: "代走访" },
  };
  expect(await send(secretary, written("VISIT", heard, 21)), "heard on a visit").toMatchObject({
    state: "accepted",
  });
  expect(await needsOf(id)).toMatchObject([
    { category: "NEED_ROAD", day: then },
    { category: "NEED_WATER", day: then },
  ]);
});

test("for a family that one does not help it waits, and nothing is kept", async () => {
  const { id } = await home(world.divisions.xuetong.id);
  expect(await send(helper, written("NEED", water(id, today())))).toMatchObject({ state: "early" });
  expect(await needsOf(id)).toEqual([]);
});

test("what is wrong with it is said, and it stays on the phone", async () => {
  const { id } = await home();
  expect(
    await send(secretary, written("NEED", { ...water(id, today()), category: "NOTHING" })),
  ).toMatchObject({ state: "refused", fields: { category: ["choose"] } });
  expect(await needsOf(id)).toEqual([]);
});

test("what a whole village asks for is taken in too, lies on the phone again, and has no family", async () => {
  const kept = () => reading(secretary, (scope) => firstSync(scope, {}));
  const { id: villageId, name } = world.divisions.xuetong;
  expect((await kept()).villages).toEqual([{ id: villageId, name }]);
  const { householdId: _none, ...asked } = water("", today());
  const op = written("NEED", { ...asked, villageId });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  expect(await send(secretary, op)).toMatchObject({ state: "accepted" });
  const { needs } = await kept();
  expect(needs?.filter(({ id }) => id === asked.id)).toMatchObject([
    { householdId: null, about: name, status: "OPEN" },
  ]);
  const elsewhere = { ...asked, id: randomUUID(), villageId: world.divisions.lieda.id };
  expect(await send(secretary, written("NEED", elsewhere))).toMatchObject({
    state: "refused",
    code: "refused",
  });
});
