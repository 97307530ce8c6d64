// A reason is closed by what a later visit found and by nothing else; it stands there anew when the values are others.
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { checkQuality } from "#lib/domains/quality/ticks.ts";
import { withdrawVisit } from "#lib/domains/visits/commands/withdraw-visit.ts";
import { closeWatch } from "#lib/domains/watch/commands/close.ts";
import { listWatched } from "#lib/domains/watch/queries/list.ts";
import { watchOfHousehold } from "#lib/domains/watch/queries/of-household.ts";
import { checkWatch } from "#lib/domains/watch/ticks.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { aVisit, type VisitGiven } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
let jobs: pg.Pool;
let at: Places;
let township: Session;
let reader: Session;
let elsewhere: Session;
let family: BuiltHousehold;

const FOUND = addDays(today(), -20);
const WORDS = "水管冻裂，已更换并通水";

beforeAll(async () => {
  jobs = openJobPool(database.job);
  at = await plantSmallTree(database);
  await database.look(
    "insert into registry_year (year, status) values (2026, 'OPEN') on conflict do nothing",
  );
  township = await signIn(database, "t-township");
  reader = await signIn(database, "t-reader");
  elsewhere = await signIn(database, "t-west");
});
afterAll(() => jobs.end());

/** A family whose house is of grade C, found out twenty days ago. */
beforeEach(async () => {
  family = await aHousehold(database, { divisionId: at.一村!, status: "EXITED", exitYear: 2019 });
  await grade("C");
  await database.look(
    "update watch_entry set found_on = $2::date, found_at = $2::date where household_id = $1",
    [family.id, FOUND],
  );
});

const grade = async (value: string) => {
  await database.look("update household_year set housing_grade = $2 where household_id = $1", [
    family.id,
    value,
  ]);
  await checkQuality(jobs);
  await checkWatch(jobs);
};
const visited = (days: number, more: Partial<VisitGiven> = {}) =>
  aVisit(database, {
    ...{ household: family, visitors: [], visitedOn: addDays(FOUND, days) },
    ...more,
  });
const entries = () => reading(township, (scope) => watchOfHousehold(scope, { household: family.id }));
const open = async () => (await entries()).filter(({ closedOn }) => closedOn === null);
const close = async (visit: { id: string }, session = township, words = WORDS) => {
  const [entry] = await open();
  return closeWatch(session, { id: entry!.id, version: entry!.version, visitId: visit.id, words });
};

test("a visit made since closes it, with who and what stands in the file and in the history", async () => {
  const visit = await visited(3);
  expect((await open())[0]).toMatchObject({ reason: "unsafeHouse", detail: "C", days: 20 });
  expect((await open())[0]!.visits.map(({ id }) => id)).toEqual([visit.id]);
  await close(visit);
  expect(await entries()).toMatchObject([
    { reason: "unsafeHouse", words: WORDS, visitId: visit.id, closedByName: "t-township", visits: [] },
  ]);
  const told = await database.look(
    "select account_name, new from change where household_id = $1 and field = 'watch'",
    [family.id],
  );
  expect(told).toEqual([{ account_name: "t-township", new: WORDS }]);
});

test("it waits in the inbox of whoever helps the family, from the first day of the pairing to the last", async () => {
  const [helper] = await database.look<{ id: number }>(
    "select id from account where username = 't-township'",
  );
  const person = await aPerson(database, { divisionId: at.东乡! });
  const names = async () =>
    (await reading(township, (scope) => listWaiting(scope, {})))
      .flatMap(({ rows }) => rows)
      .filter(({ kind, href }) => kind === "watched" && href === `/visits/new?household=${family.id}`).length;
  expect(await names()).toBe(0);
  const pairing = await aPairing(database, { household: family, helper: person });
  await database.look("update pairing set account_id = $2 where id = $1", [pairing.id, helper!.id]);
  expect(await names()).toBe(1);
  await database.look("update pairing set to_on = $2::date where id = $1", [pairing.id, today()]);
  expect(await names()).toBe(0);
  await database.look("update pairing set to_on = null where id = $1", [pairing.id]);
  await close(await visited(3));
  expect(await names()).toBe(0);
});

test("no other visit does: one before, one by telephone, one to nobody, one written down before, one to another family", async () => {
  const other = await aHousehold(database, { divisionId: at.一村!, status: "EXITED" });
  const early = await visited(-1);
  const phone = await visited(3, { kind: "PHONE" });
  const nobody = await visited(4);
  await database.look("update visit set met_with = 'NOBODY_HOME' where id = $1", [nobody.id]);
  const before = await visited(0);
  await database.look("update visit set created_at = $2::date - 1 where id = $1", [before.id, FOUND]);
  const others = await visited(5, { household: other });
  const withdrawn = await visited(6, { status: "WITHDRAWN" });
  expect((await open())[0]!.visits).toEqual([]);
  for (const visit of [early, phone, nobody, before, others, withdrawn])
    await expect(close(visit)).rejects.toMatchObject({
      code: "rule",
      fields: { visitId: [{ key: "watch.visitBefore" }] },
    });
  expect(await open()).toHaveLength(1);
});

test("a single word is no finding; without a visit chosen nothing is closed", async () => {
  const visit = await visited(3);
  await expect(close(visit, township, "已修")).rejects.toMatchObject({
    code: "invalid",
    fields: { words: [{ key: "watch.words" }] },
  });
  await expect(close({ id: "" })).rejects.toMatchObject({
    fields: { visitId: [{ key: "watch.chooseVisit" }] },
  });
});

test("who may not visit may not close, and who does not reach the village sees nothing of it", async () => {
  const visit = await visited(3);
  await expect(close(visit, reader)).rejects.toMatchObject({ code: "refused" });
  await expect(close(visit, elsewhere)).rejects.toMatchObject({ code: "not-found" });
  expect(await reading(elsewhere, (scope) => watchOfHousehold(scope, { household: family.id }))).toEqual([]);
  await expect(
    reading(elsewhere, (scope) => listWatched(scope, { unit: String(at.一村) })),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("closed it stays while nothing changes, and stands there anew with another value", async () => {
  await close(await visited(3));
  await grade("C");
  expect(await open()).toEqual([]);
  await grade("D");
  expect(await open()).toMatchObject([{ reason: "unsafeHouse", detail: "D", foundOn: today() }]);
  expect(await entries()).toHaveLength(2);
});

test("mended and broken again it stands there anew, also with the same value", async () => {
  await close(await visited(3));
  await grade("A");
  expect(await open()).toEqual([]);
  await grade("C");
  expect(await open()).toMatchObject([{ detail: "C", foundOn: today() }]);
});

test("what was found for a value that has changed since is refused", async () => {
  const visit = await visited(3);
  const [entry] = await open();
  await grade("D");
  await expect(
    closeWatch(township, { id: entry!.id, version: entry!.version, visitId: visit.id, words: WORDS }),
  ).rejects.toMatchObject({ code: "conflict", words: { key: "watch.valueChanged" } });
  const done = await close(visit);
  await expect(
    closeWatch(township, { id: done.id, version: 3, visitId: visit.id, words: WORDS }),
  ).rejects.toMatchObject({ words: { key: "watch.closedAlready" } });
});

test("a visit that is taken back opens again what it had closed", async () => {
  const [me] = await database.look<{ id: number }>("select id from account where username = 't-township'");
  const visit = await visited(20, { recordedBy: me!.id });
  await database.look("update visit set created_at = now() where id = $1", [visit.id]);
  await close(visit);
  expect(await open()).toEqual([]);
  await withdrawVisit(township, { id: visit.id });
  expect(await open()).toMatchObject([{ reason: "unsafeHouse", words: null, visitId: null }]);
});

test("the list counts families, each once with all its reasons, and shows those of one reason or those closed", async () => {
  await database.look("update household_year set water_safe = false where household_id = $1", [family.id]);
  await checkQuality(jobs);
  await checkWatch(jobs);
  const list = (more: object) =>
    reading(township, (scope) => listWatched(scope, { unit: String(at.东乡), ...more }));
  const mine = async (more: object) => {
    const { rows, total } = await list(more);
    expect(rows).toHaveLength(total);
    return rows.find(({ id }) => id === family.id);
  };
  expect(await mine({})).toMatchObject({
    ...{ place: "一村", since: FOUND, days: 20 },
    reasons: [
      { reason: "unsafeHouse", detail: "C" },
      { reason: "unsafeWater", detail: "" },
    ],
  });
  expect((await mine({ reason: "unsafeWater" }))?.reasons).toHaveLength(2);
  expect(await mine({ reason: "incomeFell" })).toBeUndefined();
  expect(await mine({ state: "closed" })).toBeUndefined();
  await close(await visited(3));
  expect((await mine({}))?.reasons).toEqual([{ reason: "unsafeWater", detail: "" }]);
  expect((await mine({ state: "closed" }))?.reasons).toEqual([{ reason: "unsafeHouse", detail: "C" }]);
});
