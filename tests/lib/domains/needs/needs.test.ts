// What people do with needs: a household asks, the village passes it up, the county names who does it, the household says how it was; and what each of them may not do.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import {
  assignNeed,
  escalateNeed,
  handDownNeed,
  withdrawNeed,
} from "#lib/domains/needs/commands/direct-need.ts";
import { finishNeed, pauseNeed, resumeNeed, returnNeed } from "#lib/domains/needs/commands/handle-need.ts";
import { judgeNeed } from "#lib/domains/needs/commands/judge-need.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { overdue } from "#lib/domains/needs/inside/overdue.ts";
import { needLedger } from "#lib/domains/needs/queries/ledger.ts";
import {
  listNeeds,
  needsOfHousehold,
  needsOfVisit,
  needsToConfirm,
} from "#lib/domains/needs/queries/list-needs.ts";
import { getNeed } from "#lib/domains/needs/queries/show-need.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { NEED_IDS, seedOpenNeeds } from "#tests/world/needs.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { households, divisions, accounts } = world;
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;
const today = WORLD_TODAY;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await seedOpenNeeds(database);
  await anAccount(database, {
    ...{ id: 90, username: "water-office", role: "DEPARTMENT_USER", name: "旦增水利" },
    divisionId: divisions.chaya.id,
  });
  for (const who of [
    ...["prefecture-admin", "county-admin", "other-county-admin", "township-admin", "village-cadre"],
    ...["first-secretary", "paired-helper", "neighbor-township-admin", "auditor", "water-office"],
  ])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const look = (who: string, id: string) => reading(as(who), (scope) => getNeed(scope, { id }));
const list = (who: string, filter: Record<string, unknown> = {}) =>
  reading(as(who), (scope) => listNeeds(scope, filter));
const raised = async (who: string, more: Record<string, unknown> = {}) => {
  const id = randomUUID();
  await raiseNeed(as(who), {
    ...{ id, householdId: households.tashi.id, category: "NEED_WATER", raisedOn: today },
    ...more,
  });
  return id;
};
const at = async (id: string) => (await look("prefecture-admin", id)).need;
const held = async (id: string) => ({ id, version: (await at(id)).version });

test("what was late before its clock stood still is late; what stands still in time, or was done, is not", async () => {
  const late = async (status: string, due: string, paused: string | null, on: string) => {
    const { text, values } = overdue(on);
    const row = text.replaceAll("n.", "");
    const sheet = `(values ($${values.length + 1}::text, $${values.length + 2}::date, $${values.length + 3}::date)) n (status, due_on, paused_on)`;
    const asked = [...values, status, due, paused];
    return (await database.look<{ late: boolean }>(`select ${row} as late from ${sheet}`, asked))[0]?.late;
  };
  const due = "2026-11-09";
  expect(await late("HANDLING", due, null, due)).toBe(false);
  expect(await late("OPEN", due, null, "2026-11-10")).toBe(true);
  expect(await late("HANDLING", due, due, "2026-12-31")).toBe(false);
  expect(await late("HANDLING", due, "2026-11-12", "2026-12-31")).toBe(true);
  expect(await late("DONE", due, null, "2026-12-31")).toBe(false);
});

test("the ledger holds what was raised in the period, in its order, and nothing that was a mistake", async () => {
  const ledger = (who: string, period: "2026-11" | "2026Q3") =>
    reading(as(who), (scope) => needLedger(scope, { period }));
  const { rows, total } = await ledger("county-admin", "2026-11");
  expect(rows.map(({ id }) => id)).toEqual([NEED_IDS.coat, NEED_IDS.road]);
  expect(total).toBe(2);
  expect((await ledger("county-admin", "2026Q3")).total).toBe(0);
  expect((await ledger("neighbor-township-admin", "2026-11")).total).toBe(0);
  await expect(ledger("auditor", "2026-11")).rejects.toMatchObject({ code: "refused" });
});

test("views and filters hold what the world knows", async () => {
  const all = await list("county-admin");
  expect(all.total).toBe(6);
  expect(all.views).toMatchObject({ all: 6, overdue: 1, confirm: 1 });
  expect((await list("county-admin", { view: "overdue" })).rows.map(({ id }) => id)).toEqual([NEED_IDS.jobs]);
  expect((await list("county-admin", { view: "confirm" })).rows.map(({ id }) => id)).toEqual([NEED_IDS.coat]);
  expect((await list("township-admin", { view: "waiting" })).rows.map(({ id }) => id)).toEqual([
    NEED_IDS.road,
  ]);
  expect((await list("county-admin", { q: "塌方" })).total).toBe(1);
  expect((await list("county-admin", { q: "塌" })).total).toBe(1);
  expect((await list("county-admin", { q: "方塌" })).total).toBe(0);
  expect((await list("other-county-admin", { q: "塌方" })).total).toBe(0);
  expect((await list("county-admin", { status: "CLOSED" })).total).toBe(3);
  expect((await list("other-county-admin")).rows.map(({ id }) => id)).toEqual([NEED_IDS.housing]);
  await expect(list("auditor")).rejects.toMatchObject({ code: "refused" });
});

test("a need goes up to the county, to a department by name, comes back done, and is closed by the household's word", async () => {
  const id = await raised("first-secretary", { words: "井水发黄" });
  expect(await at(id)).toMatchObject({ level: "VILLAGE", status: "OPEN", limitDays: 10 });
  await escalateNeed(as("first-secretary"), await held(id));
  await expect(escalateNeed(as("village-cadre"), await held(id))).rejects.toMatchObject({ code: "refused" });
  await escalateNeed(as("township-admin"), await held(id));
  const { handlers, need } = await look("county-admin", id);
  expect(need).toMatchObject({ level: "COUNTY", seat: "察雅县" });
  const office = handlers.find(({ name }) => name === "旦增水利");
  expect(office, "a department stands in its county").toBeDefined();

  await expect(look("water-office", id), "not in its hands yet").rejects.toMatchObject({ code: "not-found" });
  await assignNeed(as("county-admin"), { ...(await held(id)), to: String(office?.id), askedOn: today });
  const theirs = await look("water-office", id);
  expect(theirs.need).toMatchObject({ level: "DEPARTMENT", status: "HANDLING", about: "扎西次仁" });
  expect(theirs.opensHousehold).toBe(false);
  expect((await list("water-office")).rows.map((row) => row.id)).toEqual([id]);
  const inbox = await reading(as("water-office"), (scope) => listWaiting(scope, {}));
  expect(inbox.flatMap(({ rows }) => rows).map(({ href }) => href)).toContain(`/needs/${id}`);

  await finishNeed(as("water-office"), { ...(await held(id)), doneOn: today, result: "换了滤芯" });
  expect((await at(id)).status).toBe("DONE");
  await expect(
    judgeNeed(as("water-office"), { ...(await held(id)), verdict: "SATISFIED", onDay: today }),
    "a department visits nobody",
  ).rejects.toMatchObject({ code: "refused" });
  const toAsk = await reading(as("first-secretary"), (scope) => needsToConfirm(scope, {}));
  expect(toAsk.rows.map((row) => row.id)).toContain(id);
  await judgeNeed(as("first-secretary"), { ...(await held(id)), verdict: "BASICALLY", onDay: today });
  expect(await at(id)).toMatchObject({ status: "CLOSED", verdict: "BASICALLY", closedOn: today });
  const { deeds } = await look("first-secretary", id);
  expect(deeds.map(({ kind }) => kind)).toEqual([
    ...["RAISED", "ESCALATED", "ESCALATED", "ASSIGNED", "RESULT", "VERDICT"],
  ]);
});

test("a township hands nothing to a department of the county, and what a department gives back is out of its sight", async () => {
  const id = await raised("first-secretary");
  await escalateNeed(as("first-secretary"), await held(id));
  await expect(
    assignNeed(as("township-admin"), { ...(await held(id)), to: "90", askedOn: today }),
  ).rejects.toMatchObject({ fields: { to: [{ key: "unknownChoice" }] } });
  await escalateNeed(as("township-admin"), await held(id));
  await assignNeed(as("county-admin"), { ...(await held(id)), to: "90", askedOn: today });
  await returnNeed(as("water-office"), { ...(await held(id)), words: "归住建局管" });
  await expect(look("water-office", id)).rejects.toMatchObject({ code: "not-found" });
  expect(await at(id)).toMatchObject({ level: "COUNTY", status: "OPEN", handlerUnit: null });
  await assignNeed(as("county-admin"), {
    ...(await held(id)),
    ...{ unit: "察雅县住房和城乡建设局", name: "尼珍", askedOn: today },
  });
  expect(await at(id)).toMatchObject({ level: "DEPARTMENT", handlerUnit: "察雅县住房和城乡建设局" });
  await handDownNeed(as("county-admin"), { ...(await held(id)), words: "部门答复由乡镇办" });
  await handDownNeed(as("county-admin"), { ...(await held(id)), words: "乡镇能办" });
  expect(await at(id)).toMatchObject({ level: "TOWNSHIP", status: "OPEN" });
});

test("who did it does not say in the household's name that it was good; not satisfied opens it again with a new limit", async () => {
  const id = await raised("first-secretary");
  await finishNeed(as("village-cadre"), { ...(await held(id)), doneOn: today, result: "看过了" });
  await expect(
    judgeNeed(as("village-cadre"), { ...(await held(id)), verdict: "SATISFIED", onDay: today }),
  ).rejects.toMatchObject({ code: "refused", words: { key: "need.ownWork" } });
  const before = await at(id);
  await judgeNeed(as("first-secretary"), {
    ...(await held(id)),
    ...{ verdict: "DISSATISFIED", onDay: today, words: "水还是没有" },
  });
  const after = await at(id);
  expect(after).toMatchObject({ status: "OPEN", reopened: 1, result: null, doneOn: null });
  expect(after.firstDueOn, "it is judged by its first limit").toBe(before.firstDueOn);
  await expect(
    judgeNeed(as("first-secretary"), { ...(await held(id)), verdict: "SATISFIED", onDay: today }),
  ).rejects.toMatchObject({ words: { key: "need.notDone" } });
});

test("a department reads on what its result did not settle, until somebody is named anew; it can do nothing then", async () => {
  const id = await raised("first-secretary");
  await escalateNeed(as("first-secretary"), await held(id));
  await escalateNeed(as("township-admin"), await held(id));
  await assignNeed(as("county-admin"), { ...(await held(id)), to: "90", askedOn: today });
  await finishNeed(as("water-office"), { ...(await held(id)), doneOn: today, result: "换了滤芯" });
  await judgeNeed(as("first-secretary"), {
    ...(await held(id)),
    ...{ verdict: "DISSATISFIED", onDay: today, words: "水还是黄" },
  });
  const { need, deeds, may, opensHousehold } = await look("water-office", id);
  expect(need).toMatchObject({ status: "OPEN", level: "COUNTY", cameBack: true });
  expect(deeds.at(-1)).toMatchObject({ verdict: "DISSATISFIED", words: "水还是黄" });
  expect([opensHousehold, ...Object.values(may)].some(Boolean), "nothing but reading").toBe(false);
  expect((await list("water-office", { view: "mine" })).rows.map((row) => row.id)).toContain(id);
  await expect(
    finishNeed(as("water-office"), { ...(await held(id)), doneOn: today, result: "又换了" }),
  ).rejects.toMatchObject({ code: "refused" });
  await assignNeed(as("county-admin"), {
    ...(await held(id)),
    ...{ unit: "察雅县住房和城乡建设局", name: "尼珍", askedOn: today },
  });
  await expect(look("water-office", id), "now it is somebody else's").rejects.toMatchObject({
    code: "not-found",
  });
});

test("a clock that stands still gives the days back, and what is dated wrongly is said at its field", async () => {
  const id = await raised("first-secretary", { raisedOn: "2026-11-19" });
  const { dueOn } = await at(id);
  expect(dueOn).toBe("2026-12-03");
  await pauseNeed(as("village-cadre"), { ...(await held(id)), onDay: today, words: "大雪封山" });
  await expect(
    pauseNeed(as("village-cadre"), { ...(await held(id)), onDay: today, words: "大雪封山" }),
  ).rejects.toMatchObject({ words: { key: "need.pausedAlready" } });
  holdToday("2026-12-02");
  await resumeNeed(as("village-cadre"), { ...(await held(id)), onDay: "2026-12-02" });
  expect(await at(id), "five working days were given back").toMatchObject({
    ...{ dueOn: "2026-12-10", firstDueOn: "2026-12-10", pausedOn: null },
  });
  holdToday(WORLD_TODAY);
  await expect(
    raiseNeed(as("first-secretary"), {
      ...{
        id: randomUUID(),
        householdId: households.tashi.id,
        category: "NEED_WATER",
        raisedOn: "2026-11-01",
      },
    }),
  ).rejects.toMatchObject({ fields: { raisedOn: [{ key: "visit.tooLate" }] } });
});

test("a need is heard on a visit in the same transaction, once however often it is sent", async () => {
  const visit = {
    ...{ id: randomUUID(), householdId: households.drolma.id, visitedOn: today, situation: "DIFFICULT" },
    ...{ need: "YES", needId: randomUUID(), needUrgency: "URGENT", needWords: "孩子缺棉衣" },
  };
  await expect(recordVisit(as("paired-helper"), visit)).rejects.toMatchObject({
    fields: { needCategory: [{ key: "need.category" }] },
  });
  expect(await database.look("select 1 from visit where id = $1", [visit.id]), "neither is kept").toEqual([]);
  await recordVisit(as("paired-helper"), { ...visit, needCategory: "NEED_SCHOOL" });
  await recordVisit(as("paired-helper"), { ...visit, needCategory: "NEED_SCHOOL" });
  const { rows } = await reading(as("paired-helper"), (scope) => needsOfVisit(scope, { visit: visit.id }));
  expect(rows).toMatchObject([{ id: visit.needId, source: "VISIT", urgency: "URGENT", words: "孩子缺棉衣" }]);
  expect((await at(visit.needId)).limitDays).toBe(5);
  const own = await reading(as("paired-helper"), (scope) =>
    needsOfHousehold(scope, { household: households.drolma.id }),
  );
  expect(own.rows.map(({ id }) => id)).toContain(visit.needId);
  const told = await database.look<{ verb: string }>(
    "select verb from audit_event where subject = any ($1) order by id",
    [[`visit:${visit.id}`, `need:${visit.needId}`]],
  );
  expect(told.map(({ verb }) => verb).filter((verb) => verb === "need.raised").length).toBeGreaterThan(0);
});

test("somebody of another township finds neither the need nor the household; a mistake is withdrawn with its reason", async () => {
  const id = await raised("first-secretary");
  await expect(look("neighbor-township-admin", id)).rejects.toMatchObject({ code: "not-found" });
  await expect(raised("neighbor-township-admin")).rejects.toMatchObject({ code: "not-found" });
  await expect(withdrawNeed(as("first-secretary"), { ...(await held(id)), words: "" })).rejects.toMatchObject(
    { code: "invalid" },
  );
  await withdrawNeed(as("first-secretary"), { ...(await held(id)), words: "记错了户" });
  await expect(
    assignNeed(as("village-cadre"), { ...(await held(id)), unit: "村里", askedOn: today }),
  ).rejects.toMatchObject({ words: { key: "need.notBusy" } });
});

test("two who act at once: the second is told that it stands otherwise now", async () => {
  const id = await raised("first-secretary");
  const shown = await held(id);
  const both = await Promise.allSettled([
    pauseNeed(as("village-cadre"), { ...shown, onDay: today, words: "等材料" }),
    finishNeed(as("first-secretary"), { ...shown, doneOn: today, result: "办好了" }),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
});

test("the database itself allows no other move, and nobody writes a need past its steps", async () => {
  const step = (id: string, kind: string, more = "") =>
    database.look(
      `insert into need_deed (need_id, division_id, nth, kind, on_day, words, level, status, account_id ${more ? ", verdict" : ""})
       values ($1, 8, 0, $2, '2026-11-20', '试一试', 'VILLAGE', 'OPEN', $3 ${more ? `, '${more}'` : ""})`,
      [id, kind, accounts.villageCadre.id],
    );
  await expect(step(NEED_IDS.water, "RESULT"), "closed").rejects.toThrow("need-move");
  await expect(step(NEED_IDS.jobs, "HANDED_DOWN"), "nothing is below the village").rejects.toThrow(
    "need-move",
  );
  await expect(step(NEED_IDS.jobs, "VERDICT", "SATISFIED"), "no result yet").rejects.toThrow("need-move");
  await expect(step(NEED_IDS.coat, "VERDICT", "SATISFIED"), "his own work").rejects.toThrow("need-move");
  await expect(step(NEED_IDS.jobs, "RESUMED"), "it runs").rejects.toThrow("need-move");
  await expect(
    database.look("update need set status = 'CLOSED', closed_on = '2026-11-20' where id = $1", [
      NEED_IDS.jobs,
    ]),
    "without a result",
  ).rejects.toThrow("need_done");
  const [rights] = await database.look<{ update: boolean; delete: boolean }>(
    "select has_table_privilege('app_rw', 'need', 'update') as update, has_table_privilege('app_rw', 'need_deed', 'delete') as delete",
  );
  expect(rights).toEqual({ update: false, delete: false });
});
