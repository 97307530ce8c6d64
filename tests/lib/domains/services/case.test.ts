// A case from the window to the rating: accepted once, paused for papers, handed over by name, closed when all departments are done; seen by nobody else.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { acceptCase } from "#lib/domains/services/commands/accept.ts";
import { closeCase, rateCase, withdrawCase } from "#lib/domains/services/commands/end.ts";
import { changeItem } from "#lib/domains/services/commands/items.ts";
import { askPapers, takePapers } from "#lib/domains/services/commands/papers.ts";
import { finishPart, handPart } from "#lib/domains/services/commands/parts.ts";
import { closeWindow, openWindow } from "#lib/domains/services/commands/windows.ts";
import { casesOfHousehold, deskOf } from "#lib/domains/services/queries/desk.ts";
import { showCase } from "#lib/domains/services/queries/show.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const jobs = openJobPool(database.job, 1);
const { accounts, divisions } = world;
let village: Session;
let reviewer: Session;
let office: Session;
let lead: Session;
let elsewhere: Session;
let item: string;
let window: string;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  village = await signIn(database, accounts.firstSecretary.username);
  reviewer = await signIn(database, accounts.reviewer.username);
  office = await signIn(database, accounts.povertyOfficer.username);
  lead = await signIn(database, accounts.countyAdmin.username);
  elsewhere = await signIn(database, accounts.otherCountyAdmin.username);
  [{ id: item }] = (await database.look<{ id: string }>("select id from service_item")) as [{ id: string }];
  [{ id: window }] = (await database.look<{ id: string }>(
    "select id from service_window where division_id = $1",
    [divisions.xuetong.id],
  )) as [{ id: string }];
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const accept = (papers: string[], more: Record<string, unknown> = {}) =>
  acceptCase(village, {
    ...{ id: randomUUID(), windowId: window, itemId: item, applicant: "次仁央宗" },
    ...{ householdNo: "", came: "YES", papers },
    ...more,
  });
const show = (id: string, session = village) => reading(session, (scope) => showCase(scope, { id }));
const figure = async (indicator: string) => {
  const told = await reading(lead, (scope) =>
    viewRows(scope, { indicator, u: String(divisions.xuetong.id), p: "2026-11", part: "all" }),
  );
  return `${told.figure.part}/${told.figure.whole}`;
};

test("sent twice it is accepted once; nothing of the person is in its number, and its code is nobody's guess", async () => {
  const id = randomUUID();
  await accept(["1", "2"], { id });
  await accept(["1", "2"], { id });
  const { head, contacts } = await show(id);
  expect(head.number).toMatch(/^261125-\d{6}$/);
  expect(head.code).toMatch(/^[0-9a-z]{16}$/);
  expect(head.timesCame).toBe(1);
  expect(contacts).toHaveLength(1);
  await expect(show(id, elsewhere)).rejects.toMatchObject({ code: "not-found" });
});

test("a case stays at the window that took it in when the family moves to another village", async () => {
  const [family] = await database.look<{ id: string; no: string }>(
    "select id, household_no as no from household where division_id = $1 order by 1 limit 1",
    [divisions.xuetong.id],
  );
  const { id } = await accept(["1", "2"], { householdNo: family!.no });
  await moveHousehold(lead, { id: family!.id, toDivisionId: String(divisions.dabu.id), on: WORLD_TODAY });
  expect(
    await database.look("select division_id as at, household_id as of from service_case where id = $1", [id]),
  ).toEqual([{ at: divisions.xuetong.id, of: family!.id }]);
  // The family's file lists it for whoever reaches the window.
  const listed = (session: Session) =>
    reading(session, (scope) => casesOfHousehold(scope, { household: family!.id }));
  expect((await listed(village)).map((one) => one.id)).toEqual([id]);
  expect(await listed(elsewhere)).toEqual([]);
});

test("a family is found by its number or by the name of its head; where that says too little, those it may be are named", async () => {
  const divisionId = divisions.xuetong.id;
  const one = await aHousehold(database, { divisionId, headName: "旺久措" });
  const twins = [
    await aHousehold(database, { divisionId, headName: "同名户" }),
    await aHousehold(database, { divisionId, headName: "同名户" }),
  ];
  await aHousehold(database, { divisionId: divisions.lieda.id, headName: "别县户" });
  const familyOf = async (householdNo: string) =>
    (await show((await accept(["1", "2"], { householdNo })).id)).head.householdNo;
  expect(await familyOf(one.householdNo)).toBe(one.householdNo);
  expect(await familyOf("旺久措")).toBe(one.householdNo);
  const refused = (householdNo: string) =>
    accept(["1", "2"], { householdNo }).catch((problem) => problem.fields);
  const [many] = (await refused("同名户")).householdNo;
  expect(many).toMatchObject({ key: "service.householdMany" });
  for (const { householdNo } of twins) expect(many.values.list).toContain(householdNo);
  const [like] = (await refused("旺久")).householdNo;
  expect(like).toMatchObject({ key: "service.householdLike" });
  expect(like.values.list).toContain(one.householdNo);
  for (const nobody of ["别县户", "没有这户"])
    expect(await refused(nobody)).toEqual({ householdNo: [{ key: "service.household" }] });
});

test("papers pause the limit; the parts wait for them; all done it is closed by the window, once rated", async () => {
  const { id, missing } = await accept(["1"]);
  expect(missing).toBe(1);
  const before = await show(id);
  expect(before.head).toMatchObject({ state: "PAUSED", dueOn: null });
  const [first, second] = before.parts;
  await expect(finishPart(reviewer, { partId: first!.id, result: "AGREED", note: "" })).rejects.toMatchObject(
    { words: { key: "service.papersMissing" } },
  );
  await takePapers(village, { id, papers: ["2"], came: "NO" });
  expect((await show(id)).head).toMatchObject({ state: "OPEN", timesCame: 1 });
  expect((await show(id)).head.dueOn).not.toBeNull();
  await finishPart(reviewer, { partId: first!.id, result: "AGREED", note: "" });
  await expect(closeCase(village, { id, result: "GRANTED", note: "", came: "NO" })).rejects.toMatchObject({
    words: { key: "service.partsLeft", values: { count: 1 } },
  });

  // The county's part is offered to the county's people alone, with their offices; nobody else can be named for it.
  expect(second!.people.map((one) => one.id)).toContain(accounts.povertyOfficer.id);
  expect(first!.people.map((one) => one.id)).not.toContain(accounts.povertyOfficer.id);
  await expect(
    handPart(village, { partId: second!.id, accountId: String(accounts.reviewer.id) }),
  ).rejects.toMatchObject({ words: { key: "unknownChoice" } });
  await handPart(village, { partId: second!.id, accountId: String(accounts.povertyOfficer.id) });
  const waiting = await reading(office, (scope) => listWaiting(scope, {}));
  expect(waiting.flatMap(({ rows }) => rows).map(({ id: row }) => row)).toContain(
    `servicePart:${second!.id}`,
  );
  await finishPart(office, { partId: second!.id, result: "REFUSED", note: "收入高于标准" });
  await expect(closeCase(village, { id, result: "GRANTED", note: "", came: "NO" })).rejects.toMatchObject({
    words: { key: "service.refusedPart" },
  });
  await expect(rateCase(village, { id, rating: "SATISFIED" })).rejects.toMatchObject({
    words: { key: "service.rateClosed" },
  });
  await closeCase(village, { id, result: "REFUSED", note: "收入高于标准", came: "YES" });
  expect((await show(id)).head).toMatchObject({ state: "CLOSED", timesCame: 2 });

  const { code } = (await show(id)).head;
  const rate = (word: string) =>
    database.look<{ taken: boolean }>("select sec.rate_case($1, $2) as taken", [code, word]);
  // The public function asks the day of the machine, which lies after the world's.
  await database.look("update service_case set closed_on = beijing_today() where id = $1", [id]);
  expect(await rate("WONDERFUL")).toEqual([{ taken: false }]);
  expect(await rate("BASICALLY")).toEqual([{ taken: true }]);
  expect(await rate("SATISFIED"), "only once").toEqual([{ taken: false }]);
  const [seen] = await database.look<Record<string, unknown>>("select * from sec.public_case($1)", [code]);
  expect(JSON.stringify(seen)).not.toContain("次仁央宗");
  expect(JSON.stringify(seen)).not.toContain("收入");
});

test("a limit that has run out is not brought back by asking for papers", async () => {
  const { id } = await accept(["1", "2"]);
  await database.look("update service_case set due_on = '2026-11-20' where id = $1", [id]);
  await askPapers(reviewer, { id, name: "收入证明" });
  expect((await show(id)).head).toMatchObject({ state: "PAUSED", dueOn: "2026-11-20" });
  await takePapers(village, { id, papers: ["3"], came: "NO" });
  expect((await show(id)).head).toMatchObject({ state: "OPEN", dueOn: "2026-11-20" });
  const { rows } = await reading(lead, (scope) => deskOf(scope, { view: "overdue", q: "", page: 1 }));
  expect(rows.map((row) => row.id)).toContain(id);
  // Among the rows behind the number it stands with the limit that it missed.
  const behind = await reading(lead, (scope) =>
    viewRows(scope, { indicator: "R3.5", u: String(divisions.xuetong.id), p: "2026-11", part: "missing" }),
  );
  expect(behind.subjects).toContainEqual(expect.objectContaining({ subjectId: id, dueOn: "2026-11-20" }));
});

test("a case keeps the item of its day; what has ended takes no more deeds", async () => {
  const { id } = await accept(["1", "2"]);
  const admin = await signIn(database, accounts.organizer.username);
  const changed = await changeItem(admin, {
    ...{ id: item, name: "临时救助申请", limitDays: "5", parts: "县民政局", papers: "申请书" },
  });
  expect((await show(id)).head.limitDays).toBe(10);
  await expect(accept(["1"])).rejects.toMatchObject({ fields: { itemId: [{ key: "service.itemGone" }] } });
  item = changed.id;
  await withdrawCase(village, { id, why: "自己不办了" });
  await expect(takePapers(village, { id, papers: ["1"], came: "NO" })).rejects.toMatchObject({
    words: { key: "service.ended" },
  });
});

test("figures follow every deed, folded or not", async () => {
  await foldMarks(jobs);
  const before = await figure("R3.4");
  const { id } = await accept(["1"]);
  const [part] = (await show(id)).parts;
  // A township decides nothing for a bureau of its county.
  const agreed = { partId: part!.id, result: "AGREED", note: "" };
  await expect(finishPart(reviewer, agreed)).rejects.toMatchObject({ code: "refused" });
  await finishPart(office, agreed);
  await closeCase(village, { id, result: "GRANTED", note: "", came: "NO" });
  const [met, all] = before.split("/").map(Number) as [number, number];
  expect(await figure("R3.4")).toBe(`${met + 1}/${all + 1}`);
  await foldMarks(jobs);
  expect(await figure("R3.4")).toBe(`${met + 1}/${all + 1}`);

  expect(await figure("R3.6")).toBe("1/1");
  const township = await signIn(database, accounts.countyAdmin.username);
  await closeWindow(township, { id: window, closedOn: WORLD_TODAY, closedWhy: "合并" });
  expect(await figure("R3.6")).toBe("0/1");
  await openWindow(township, {
    ...{ divisionId: divisions.xuetong.id, name: "新服务点", place: "二楼", hours: "工作日" },
    openedOn: WORLD_TODAY,
  });
  await foldMarks(jobs);
  expect(await figure("R3.6")).toBe("1/1");
});
