// Cadres are sent to teach from townships' public institutions alone; begin, end and are checked by whole lists; the number is divided from above.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { viewItem, viewRows } from "#lib/domains/cockpit/queries.ts";
import { recordChecks } from "#lib/domains/talent/commands/record-checks.ts";
import { correctSecondment, sendSecondment } from "#lib/domains/talent/commands/send-secondment.ts";
import { endSecondment, startSecondment } from "#lib/domains/talent/commands/start-secondment.ts";
import { secondmentsToCheck } from "#lib/domains/talent/queries/check-list.ts";
import { getSecondment } from "#lib/domains/talent/queries/get-secondment.ts";
import { listSecondments } from "#lib/domains/talent/queries/list-secondments.ts";
import { isLate, stateOf } from "#lib/domains/talent/talent.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { SECONDMENTS } from "#tests/world/talent.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions: at, accounts, people } = world;
let county: Session;
let other: Session;
let organizer: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, accounts.countySecretary.username);
  other = await signIn(database, accounts.otherCountyAdmin.username);
  organizer = await signIn(database, accounts.organizer.username);
});
afterAll(() => holdToday(null));

const posting = {
  fromUnit: "香堆镇文化服务中心",
  school: "吉塘镇中心小学",
  subject: "MATHEMATICS",
  fromOn: "2026-11-01",
  toOn: "2027-07-15",
};
const sending = () => ({
  id: randomUUID(),
  divisionId: at.xiangdui.id,
  schoolDivisionId: at.jitang.id,
  postType: "TOWNSHIP_PUBLIC",
  personId: "NEW",
  newName: "次仁央宗",
  newUnit: "香堆镇文化服务中心",
  ...posting,
});
const one = (id: string, who = county) => reading(who, (scope) => getSecondment(scope, { id }));
const figures = async (unit: { id: number }) => {
  const board = await reading(organizer, (scope) =>
    viewItem(scope, { item: "F3", u: String(unit.id), p: "2026-11" }),
  );
  return Object.fromEntries(board.own.map((cell) => [cell.indicator.id, cell]));
};

test.each(["COUNTY_PUBLIC", "CIVIL_SERVANT", "CONTRACT"])(
  "from the post %s nobody is sent, and the form says why",
  async (postType) => {
    await expect(sendSecondment(county, { ...sending(), postType })).rejects.toMatchObject({
      code: "rule",
      fields: { postType: [{ key: "secondment.onlyTownshipPublic" }] },
    });
  },
);

test("sent, begun and ended early: its days alone say how it stands, and the year's number follows", async () => {
  const form = sending();
  await sendSecondment(county, form);
  await sendSecondment(county, form);
  expect(stateOf(await one(form.id), WORLD_TODAY)).toBe("PLANNED");
  expect(isLate(await one(form.id), WORLD_TODAY)).toBe(true);
  expect((await figures(at.chaya))["F3.1"]?.figure).toEqual({ part: 1, whole: 1 });
  await startSecondment(county, { id: form.id, version: 1, startedOn: "2026-11-03" });
  expect((await figures(at.chaya))["F3.1"]?.figure).toEqual({ part: 2, whole: 2 });
  expect(stateOf(await one(form.id), WORLD_TODAY)).toBe("STARTED");
  await expect(
    startSecondment(county, { id: form.id, version: 2, startedOn: "2026-11-04" }),
  ).rejects.toMatchObject({
    words: { key: "secondment.startedAlready" },
  });
  await correctSecondment(county, {
    id: form.id,
    version: 2,
    ...posting,
    school: "吉塘镇完全小学",
    startedOn: "2026-11-04",
  });
  const end = { id: form.id, version: 3, endedOn: "2026-11-20", why: "原单位工作需要" };
  await expect(endSecondment(county, { ...end, endedOn: "2027-07-15" })).rejects.toMatchObject({
    fields: { endedOn: expect.anything() },
  });
  await endSecondment(county, end);
  const ended = await one(form.id);
  expect(ended).toMatchObject({
    school: "吉塘镇完全小学",
    startedOn: "2026-11-04",
    endedWhy: "原单位工作需要",
  });
  expect([stateOf(ended, "2026-11-19"), stateOf(ended, WORLD_TODAY), stateOf(ended, "2026-11-02")]).toEqual([
    "STARTED",
    "EARLY",
    "PLANNED",
  ]);
  expect((await figures(at.chaya))["F3.1"]?.figure).toEqual({ part: 2, whole: 2 });
});

test("nobody is on two secondments on one day, nor for longer than six years", async () => {
  const again = { ...sending(), personId: people.townshipCadre.id };
  await expect(sendSecondment(county, again)).rejects.toMatchObject({
    fields: { personId: [{ key: "secondment.already" }] },
  });
  await expect(sendSecondment(county, { ...sending(), toOn: "2033-01-01" })).rejects.toMatchObject({
    fields: { toOn: [{ key: "secondment.tooLong" }] },
  });
});

test("a whole list is checked at once; told again for the same day, the later answer holds", async () => {
  const list = await reading(county, (scope) => secondmentsToCheck(scope, { on: "2026-11-20" }));
  expect(list.people.map(({ name }) => name)).toEqual([people.townshipCadre.name]);
  const answer = (is: string, day = "2026-11-20") =>
    recordChecks(county, { divisionId: at.chaya.id, day, [`is.${SECONDMENTS.running.id}`]: is });
  expect((await figures(at.chaya))["F3.2"]?.figure).toEqual({ part: 0, whole: 1 });
  await answer("ON");
  expect((await figures(at.chaya))["F3.2"]?.figure).toEqual({ part: 1, whole: 1 });
  await answer("OFFICIAL_ERRAND");
  expect((await figures(at.chaya))["F3.2"]?.figure).toEqual({ part: 0, whole: 1 });
  expect((await one(SECONDMENTS.running.id)).checks).toMatchObject([
    { day: "2026-11-20", onPost: false, why: "OFFICIAL_ERRAND", by: people.countySecretary.name },
    { day: "2026-11-10", why: "ON_LEAVE" },
    { day: "2026-09-20", onPost: true },
  ]);
  const { sums, rows } = await reading(county, (scope) => listSecondments(scope, { checked: "OFF" }));
  expect(sums).toMatchObject({ running: 1, onPost: 0, offPost: 1, early: 1, planned: 1 });
  expect(rows).toMatchObject([{ name: people.townshipCadre.name, checkedOn: "2026-11-20" }]);
  await expect(answer("SOMETHING")).rejects.toMatchObject({ code: "invalid" });
  await expect(answer("ON", "2026-08-01")).rejects.toMatchObject({ words: { key: "secondment.notRunning" } });
  await expect(answer("", "2026-11-20")).rejects.toMatchObject({
    fields: { answers: [{ key: "secondment.nobodyTicked" }] },
  });
});

test("the place that receives sees it and keeps nothing; another county's is not there", async () => {
  await expect(one(SECONDMENTS.early.id)).rejects.toMatchObject({ code: "not-found" });
  const id = randomUUID();
  await sendSecondment(county, { ...sending(), id, newName: "斯郎措姆", schoolDivisionId: at.wangda.id });
  expect(await one(id, other)).toMatchObject({ name: "斯郎措姆", mayKeep: false });
  const listed = async (side?: "RECEIVED") =>
    (await reading(other, (scope) => listSecondments(scope, { unit: String(at.wangda.id), side }))).rows.map(
      ({ name }) => name,
    );
  expect(await listed("RECEIVED"), "found by the place of the school").toContain("斯郎措姆");
  expect(await listed(), "among whom it sends itself").not.toContain("斯郎措姆");
  await expect(startSecondment(other, { id, version: 1, startedOn: "2026-11-03" })).rejects.toMatchObject({
    code: "refused",
  });
});

test("a number is divided from above: a county has its own share or none, and is due over the days of the year", async () => {
  const set = (unit: { id: number }, count: string) =>
    setTarget(organizer, { indicator: "F3.1", unit: unit.id, year: 2026, count });
  await expect(set(at.prefecture, "一百")).rejects.toMatchObject({ fields: { count: expect.anything() } });
  await expect(set(at.prefecture, "")).rejects.toMatchObject({ fields: { count: [{ key: "required" }] } });
  await set(at.prefecture, "100");
  await set(at.chaya, "2");
  // Of 100 by the 25th of November, day 329 of 365: 90 are due.
  expect((await figures(at.prefecture))["F3.1"]).toMatchObject({
    target: 100,
    due: 90,
    light: "behind",
    short: 87,
  });
  expect((await figures(at.chaya))["F3.1"]).toMatchObject({ target: 2, due: 1, light: "ok", short: 0 });
  expect((await figures(at.zuogong))["F3.1"]).toMatchObject({ target: null, light: "none" });
  expect((await figures(at.prefecture))["F3.6"]).toMatchObject({
    light: "none",
    figure: { part: 4, whole: 4 },
  });
});

test("the number opens as many rows, each with its page", async () => {
  const rows = await reading(organizer, (scope) =>
    viewRows(scope, { indicator: "F3.1", u: String(at.prefecture.id), p: "2026", part: "all" }),
  );
  expect(rows.total).toBe(3);
  expect(rows.subjects ?? []).toHaveLength(3);
  expect((rows.subjects ?? []).map(({ subjectId }) => subjectId)).toContain(SECONDMENTS.running.id);
  const places = await reading(organizer, (scope) =>
    viewRows(scope, { indicator: "F3.3", u: String(at.zuogong.id), p: "2026-11", part: "missing" }),
  );
  expect((places.subjects ?? []).map(({ name }) => name)).toEqual(["全科医生", "全科医生", "全科医生"]);
});
