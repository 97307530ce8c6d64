// What a person does with the measures of a household: records one, puts it right, ends it with its result, takes a mistake back; and what the list adds up to.
import { afterAll, beforeAll, expect, test } from "vitest";
import { householdHistory } from "#lib/domains/households/queries/household-parts.ts";
import {
  correctMeasure,
  endMeasure,
  withdrawMeasure,
} from "#lib/domains/measures/commands/change-measure.ts";
import { recordMeasure } from "#lib/domains/measures/commands/record-measure.ts";
import {
  getMeasure,
  listMeasures,
  measuresOfHousehold,
} from "#lib/domains/measures/queries/list-measures.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { households } = world;
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of [
    "prefecture-admin",
    "county-admin",
    "other-county-admin",
    "village-cadre",
    "first-secretary",
  ])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const list = (who: string, filter: Record<string, unknown> = {}) =>
  reading(as(who), (scope) => listMeasures(scope, filter));
const facts = {
  year: "2026",
  category: "EMPLOYMENT_AID",
  project: "护林员岗位",
  unit: "察雅县林草局",
  amount: "1.2万",
  fromOn: "0301",
};

test("the list is what lies under the unit, and adds up by category", async () => {
  const all = await list("prefecture-admin");
  expect(all.total).toBe(4);
  expect(all.sums.find(({ category }) => category === "GROW_PRODUCTION")).toMatchObject({
    measures: 2,
    households: 2,
    amountFen: 680_000n,
  });
  expect(
    all.sums.find(({ gainFen }) => gainFen === null),
    "nothing told is no gain of nothing",
  ).toBeDefined();
  expect((await list("county-admin")).total).toBe(3);
  expect((await list("prefecture-admin", { by: "林草" })).rows.map(({ project }) => project)).toEqual([
    "草管员岗位",
  ]);
  expect((await list("prefecture-admin", { year: 2026, category: "GROW_PRODUCTION" })).total).toBe(2);
  expect((await list("prefecture-admin", { status: "DONE" })).total).toBe(1);
  await expect(list("other-county-admin", { unit: String(world.divisions.chaya.id) })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a measure is recorded, put right, ended with what came of it, and each step stands in the history of the household", async () => {
  const householdId = households.tashi.id;
  const { id } = await recordMeasure(as("village-cadre"), { householdId, ...facts });
  const look = async () => (await reading(as("village-cadre"), (scope) => getMeasure(scope, { id }))).measure;
  expect(await look()).toMatchObject({
    amountFen: 1_200_000n,
    fromOn: "2026-03-01",
    status: "RUNNING",
    version: 1,
  });
  await correctMeasure(as("county-admin"), { id, version: 1, ...facts, amount: "13000", unit: "吉塘镇" });
  await expect(correctMeasure(as("village-cadre"), { id, version: 1, ...facts })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(
    endMeasure(as("village-cadre"), { id, version: 2, status: "DONE", toOn: "2026-02-01" }),
  ).rejects.toMatchObject({ fields: { toOn: [{ key: "measure.endsBefore" }] } });
  await expect(
    endMeasure(as("village-cadre"), { id, version: 2, status: "DONE", toOn: "2027-02-01" }),
  ).rejects.toMatchObject({ fields: { toOn: [{ key: "futureDay" }] } });
  await endMeasure(as("village-cadre"), {
    id,
    version: 2,
    status: "PARTLY",
    toOn: "2026-11-01",
    result: "上岗八个月",
    gain: "12800",
  });
  expect(await look()).toMatchObject({
    status: "PARTLY",
    toOn: "2026-11-01",
    gainFen: 1_280_000n,
    result: "上岗八个月",
    amountFen: 1_300_000n,
  });
  const history = await reading(as("village-cadre"), (scope) => householdHistory(scope, { id: householdId }));
  const fields = history.map(({ field }) => field);
  for (const field of ["measure", "measure.amountFen", "measure.unit", "measure.status", "measure.gainFen"])
    expect(fields).toContain(field);
});

test("a mistake is taken back and counts nowhere any more", async () => {
  const householdId = households.tashi.id;
  const before = (await list("county-admin")).total;
  const { id } = await recordMeasure(as("village-cadre"), { householdId, ...facts, project: "登错了的" });
  expect((await list("county-admin")).total).toBe(before + 1);
  await withdrawMeasure(as("village-cadre"), { id, version: 1 });
  expect((await list("county-admin")).total).toBe(before);
  const own = await reading(as("village-cadre"), (scope) =>
    measuresOfHousehold(scope, { household: householdId }),
  );
  expect(own.rows.map(({ project }) => project)).not.toContain("登错了的");
  await expect(withdrawMeasure(as("village-cadre"), { id, version: 2 })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("what is wrong is said beside its field; who may not edit is refused, strangers find nothing", async () => {
  const right = { householdId: households.dawa.id, ...facts };
  for (const [field, typed, key] of [
    ["amount", "一万多", "income.amount"],
    ["fromOn", "不知道", "day"],
    ["toOn", "20260101", "measure.endsBefore"],
    ["category", "NOTHING", "choose"],
  ] as const)
    await expect(
      recordMeasure(as("village-cadre"), { ...right, [field]: typed }),
      field,
    ).rejects.toMatchObject({ fields: { [field]: [{ key }] } });
  await expect(
    recordMeasure(as("village-cadre"), {
      ...right,
      category: "",
      project: "",
      amount: "-5",
      fromOn: "不知道",
    }),
    "all at once",
  ).rejects.toMatchObject({
    fields: {
      ...{ category: [{ key: "choose" }], project: [{ key: "required" }] },
      ...{ amount: [{ key: "income.amount" }], fromOn: [{ key: "day" }] },
    },
  });
  await expect(recordMeasure(as("village-cadre"), { ...right, year: "2027" })).rejects.toMatchObject({
    fields: { year: [{ key: "measure.yearAhead" }] },
  });
  await expect(recordMeasure(as("first-secretary"), right)).rejects.toMatchObject({ code: "refused" });
  await expect(recordMeasure(as("other-county-admin"), right)).rejects.toMatchObject({ code: "not-found" });
});
