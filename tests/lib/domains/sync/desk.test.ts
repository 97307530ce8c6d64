// What was received at a desk without a network: taken in once, on its own day and hour, with a number that the county gives; then the missing papers.
import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { withdrawCase } from "#lib/domains/services/commands/end.ts";
import { changeItem } from "#lib/domains/services/commands/items.ts";
import { takePapers } from "#lib/domains/services/commands/papers.ts";
import { closeWindow, openWindow } from "#lib/domains/services/commands/windows.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import type { OpAnswer } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { accounts, divisions } = world;
let secretary: Session;
let lead: Session;
let elsewhere: Session;
let item: string;
let window: string;

beforeAll(async () => {
  secretary = await signIn(database, accounts.firstSecretary.username);
  lead = await signIn(database, accounts.countyAdmin.username);
  elsewhere = await signIn(database, accounts.otherCountyAdmin.username);
  const [one] = await database.look<{ id: string }>("select id from service_item");
  const [desk] = await database.look<{ id: string }>("select id from service_window where division_id = $1", [
    divisions.xuetong.id,
  ]);
  item = one!.id;
  window = desk!.id;
});

const DAY = 86_400_000;
/** Mid-morning in Beijing, some days ago, so that neither the hour nor the time of this run decides. */
const ago = (days: number, hour = "10:00") => new Date(`${addDays(today(), -days)}T${hour}:00+08:00`);
const written = (kind: "CASE" | "PAPERS", values: object, at = new Date()) => {
  const text = JSON.stringify(values);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { kind, op: randomUUID(), values: text, sha256, writtenAt: at.toISOString() };
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
const send = async (session: Session, ...ops: object[]): Promise<OpAnswer[]> =>
  deliver(session, { device: "phone", ops }, inWords);
const asked = (papers: string[] = ["1", "2"], more: object = {}) => ({
  ...{ id: randomUUID(), windowId: window, itemId: item, applicant: "次仁央宗" },
  ...{ householdNo: "", came: "YES", papers },
  ...more,
});
const stored = (id: string) =>
  database.look(
    `select number, state, accepted_on::text as accepted, due_on is not null as due, times_came as came,
       (select count(*)::int from service_paper p where p.case_id = c.id and p.handed_on is null) as missing
     from service_case c where id = $1`,
    [id],
  );
const kept = (session: Session) => reading(session, (scope) => firstSync(scope, {}));

test("the phone is given the windows of one's own place, what is handled there, and one's own cases", async () => {
  const { desk } = await kept(secretary);
  expect(desk?.windows.map(({ divisionId }) => divisionId)).toEqual([divisions.xuetong.id]);
  expect(desk?.items).toMatchObject([{ id: item, papers: ["申请书", "户口簿复印件"], limitDays: 10 }]);
  expect(desk?.items[0]?.places).toContain(divisions.xuetong.id);
  expect(desk?.cases).toEqual([]);
  const helper = await signIn(database, "paired-helper");
  expect((await kept(helper)).desk, "who works at no window").toBeNull();
});

test("it is there once, however often it is sent, with a number; its writer's phone is told the number", async () => {
  const told = asked();
  const op = written("CASE", told);
  expect(await send(secretary, op, op)).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
  expect(await send(secretary, op)).toMatchObject([{ state: "accepted" }]);
  // The answer was lost, and it comes under another number: as it was, or mended meanwhile.
  expect(await send(secretary, written("CASE", told))).toMatchObject([{ state: "accepted" }]);
  expect(await send(secretary, written("CASE", { ...told, applicant: "另一个名字" }))).toMatchObject([
    { state: "refused", message: "service.acceptedAlready" },
  ]);
  expect(await stored(told.id)).toMatchObject([{ state: "OPEN", accepted: today(), missing: 0, came: 1 }]);
  const [{ number } = { number: "" }] = (await stored(told.id)) as { number: string }[];
  expect(number).toMatch(/^\d{6}-\d{6}$/);
  expect((await kept(secretary)).desk?.cases).toMatchObject([
    { id: told.id, number, applicant: "次仁央宗", state: "OPEN", missing: [] },
  ]);
  expect((await kept(lead)).desk?.cases ?? [], "and nobody else's").toEqual([]);
});

test("it counts on the day and at the hour at which it was received, also for the limit and for what was handled then", async () => {
  const late = asked();
  expect(await send(secretary, written("CASE", late, ago(20)))).toMatchObject([{ state: "accepted" }]);
  expect(await stored(late.id)).toMatchObject([{ accepted: addDays(today(), -20), due: true }]);
  // Said by a clock that runs ahead, or of longer ago than a phone may be away: the day on which it comes.
  for (const at of [new Date(Date.now() + 3 * DAY), ago(45)]) {
    const odd = asked();
    expect(await send(secretary, written("CASE", odd, at))).toMatchObject([{ state: "accepted" }]);
    expect(await stored(odd.id)).toMatchObject([{ accepted: today() }]);
  }
  const evening = asked();
  await send(secretary, written("CASE", evening, ago(20, "19:30")));
  const [{ received } = { received: "" }] = (await database.look(
    "select received_on::text as received from service_case where id = $1",
    [evening.id],
  )) as { received: string }[];
  expect(received > addDays(today(), -20), "after closing time it counts from the next working day").toBe(
    true,
  );
});

test("what was missing stops the limit; papers that come in on a phone let it go on, once", async () => {
  const told = asked(["1"]);
  await send(secretary, written("CASE", told, ago(5)));
  expect(await stored(told.id)).toMatchObject([{ state: "PAUSED", missing: 1, due: false }]);
  const papers = written("PAPERS", { id: told.id, papers: ["2"], came: "YES" }, ago(2));
  expect(await send(secretary, papers, papers)).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
  expect(await stored(told.id)).toMatchObject([{ state: "OPEN", missing: 0, due: true, came: 2 }]);
  expect(
    await database.look(
      "select from_on::text as from, to_on::text as to from service_pause where case_id = $1",
      [told.id],
    ),
  ).toEqual([{ from: addDays(today(), -5), to: addDays(today(), -2) }]);
});

test("twins on their way at the same moment are one case, and papers that were handed in once", async () => {
  const told = asked(["1"]);
  const op = written("CASE", told);
  const papers = written("PAPERS", { id: told.id, papers: ["2"], came: "YES" });
  const twins = (one: object) =>
    Promise.all([send(secretary, one), send(secretary, one), send(secretary, one)]);
  expect((await twins(op)).flat().map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
  expect((await twins(papers)).flat().map(({ state }) => state)).toEqual([
    ...["accepted", "accepted", "accepted"],
  ]);
  expect(await stored(told.id)).toMatchObject([{ state: "OPEN", missing: 0, came: 2 }]);
});

test("papers that another took in meanwhile, or of a case that was withdrawn, are refused in words; so are papers of nobody's case", async () => {
  const told = asked(["1"]);
  await send(secretary, written("CASE", told));
  await takePapers(lead, { id: told.id, papers: ["2"], came: "NO" });
  const again = () => written("PAPERS", { id: told.id, papers: ["2"], came: "NO" });
  expect(await send(secretary, again())).toMatchObject([
    { state: "refused", message: "service.papersThere" },
  ]);
  await withdrawCase(lead, { id: told.id, why: "群众不办了" });
  expect(await send(secretary, again())).toMatchObject([{ state: "refused", message: "service.ended" }]);
  expect(
    await send(secretary, written("PAPERS", { id: randomUUID(), papers: ["1"], came: "NO" })),
  ).toMatchObject([{ state: "refused", message: "sync.gone.PAPERS" }]);
});

test("out of order in one batch: the papers wait for nothing that is not there, and the case comes in by itself", async () => {
  const told = asked(["1"]);
  const papers = written("PAPERS", { id: told.id, papers: ["2"], came: "NO" });
  const answers = await send(secretary, papers, written("CASE", told));
  expect(answers).toMatchObject([{ state: "refused", message: "sync.gone.PAPERS" }, { state: "accepted" }]);
  expect(await send(secretary, papers)).toMatchObject([{ state: "accepted" }]);
});

test("refused in words: no name, a household that is not there, a matter that was not handled on that day; mended, it goes", async () => {
  const told = asked();
  const refused = async (more: object, at?: Date) =>
    (await send(secretary, written("CASE", { ...told, ...more }, at)))[0];
  expect(await refused({ applicant: "" })).toMatchObject({
    state: "refused",
    fields: { applicant: ["required"] },
  });
  expect(await refused({ householdNo: "54-0000" })).toMatchObject({
    fields: { householdNo: ["service.household"] },
  });
  expect(await refused({ itemId: randomUUID() })).toMatchObject({ fields: { itemId: ["service.itemGone"] } });
  expect(await stored(told.id)).toEqual([]);
  expect(await refused({})).toMatchObject({ state: "accepted" });
});

test("a matter that was changed and a window that was closed while the phone was away: the day of the deed decides", async () => {
  const prefecture = await signIn(database, accounts.organizer.username);
  const { id: another } = await openWindow(lead, {
    ...{ divisionId: divisions.xuetong.id, name: "夜校窗口", place: "二楼", hours: "晚上" },
    openedOn: addDays(today(), -30),
  });
  await closeWindow(lead, { id: another, closedOn: addDays(today(), -3), closedWhy: "合并" });
  const there = (windowId: string, days: number) =>
    send(secretary, written("CASE", asked(["1", "2"], { windowId }), ago(days)));
  expect(await there(another, 4)).toMatchObject([{ state: "accepted" }]);
  expect(await there(another, 2)).toMatchObject([
    { state: "refused", fields: { windowId: ["service.windowClosed"] } },
  ]);
  await changeItem(prefecture, { id: item, name: "改过的事项", limitDays: "5", parts: "民政", papers: "" });
  expect(await there(window, 1), "as the matter stood yesterday").toMatchObject([{ state: "accepted" }]);
  expect(await there(window, 0)).toMatchObject([
    { state: "refused", fields: { itemId: ["service.itemGone"] } },
  ]);
});

test("at a window that is not one's own nothing is taken in, and whoever wrote it is told what to do", async () => {
  const told = asked();
  expect(await send(elsewhere, written("CASE", told))).toMatchObject([
    { state: "refused", message: "sync.gone.CASE" },
  ]);
  expect(await stored(told.id)).toEqual([]);
});
