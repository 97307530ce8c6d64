// Terms, elections, weak organizations, departments and sums of the named world, as people of the office meet them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { carryWeak } from "#lib/domains/party-orgs/commands/carry-weak.ts";
import { acceptWeak, returnWeak } from "#lib/domains/party-orgs/commands/decide-weak.ts";
import { listWeakOrg } from "#lib/domains/party-orgs/commands/list-weak.ts";
import { nameDepartment } from "#lib/domains/party-orgs/commands/name-department.ts";
import { postponeElection } from "#lib/domains/party-orgs/commands/postpone-election.ts";
import { recordElection } from "#lib/domains/party-orgs/commands/record-election.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { reportWeak } from "#lib/domains/party-orgs/commands/report-weak.ts";
import { addMeasure, finishMeasure } from "#lib/domains/party-orgs/commands/weak-measures.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { sumUpOrgs } from "#lib/domains/party-orgs/queries/sum-up.ts";
import { listTerms } from "#lib/domains/party-orgs/queries/terms.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { listWeak, showWeak } from "#lib/domains/party-orgs/queries/weak.ts";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { partyOrgs, divisions, weak } = world;
let organizer: Session;
let county: Session;
let countyAdmin: Session;
let township: Session;
let neighbor: Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  organizer = await signIn(database, world.accounts.organizer.username);
  county = await signIn(database, world.accounts.countySecretary.username);
  countyAdmin = await signIn(database, world.accounts.countyAdmin.username);
  township = await signIn(database, world.accounts.townshipCadre.username);
  neighbor = await signIn(database, world.accounts.neighborCadre.username);
});
afterAll(() => holdToday(null));

const org = (session: Session, id: number, on?: string) =>
  reading(session, (scope) => getOrg(scope, { id, on }));
const lacking = async (id: number) => (await org(county, id)).life.lacks.map(({ kind }) => kind);
const due = (session: Session, asked: object = {}) => reading(session, (scope) => listTerms(scope, asked));
const one = (session: Session, weakId: string) => reading(session, (scope) => showWeak(scope, { weakId }));
const waiting = async (session: Session) =>
  (await reading(session, (scope) => listWaiting(scope, {})))
    .flatMap(({ rows }) => rows)
    .map(({ kind, name }) => `${kind} ${name}`)
    .filter((line) => /^(election|weak)/.test(line));
const figure = (id: string) =>
  reading(organizer, async (scope) => {
    const figures = await readFigures(scope, { indicators: INDICATORS, units: [1], periods: ["2026-11"] });
    const { part, whole } = figures.of(id, 1, "2026-11");
    return `${part}/${whole}`;
  });

test("the due list says whose term is over, whose comes next, and of whom none is known", async () => {
  const over = await due(county, { unitId: divisions.chaya.id });
  expect(over.rows.map(({ name }) => name)).toEqual([partyOrgs.xiangdui.name]);
  expect(over.counts).toEqual({ over: 1, "30": 2, "90": 2, "180": 2, all: 6, unknown: 0 });
  const soon = await due(county, { unitId: divisions.chaya.id, window: "30" });
  expect(soon.rows.map(({ name, dueOn, postponed }) => [name, dueOn, postponed])).toEqual([
    [partyOrgs.chaya.name, "2026-12-15", false],
    [partyOrgs.xuetong.name, "2026-12-20", true],
  ]);
  expect(over.months.find(({ month }) => month === "2026-12")?.count).toBe(2);
  const december = await due(county, { unitId: divisions.chaya.id, month: "2026-12" });
  expect(december.total).toBe(2);
  expect(over.places.map(({ name, over: count }) => [name, count])).toContainEqual([
    divisions.xiangdui.name,
    1,
  ]);
  const unknown = await due(organizer, { window: "unknown" });
  expect(unknown.rows.map(({ name }) => name)).toEqual([partyOrgs.prefecture.name, partyOrgs.zuogong.name]);
});

test("whoever can do something about it finds it in the inbox, and nobody above or beside", async () => {
  expect(await waiting(neighbor)).toEqual([
    `electionDue ${partyOrgs.xiangdui.name}`,
    `weakMeasure ${partyOrgs.xiangdui.name}`,
  ]);
  expect(await waiting(county)).toEqual([
    `weakReported ${partyOrgs.barley.name}`,
    `electionDue ${partyOrgs.xiangdui.name}`,
    `weakMeasure ${partyOrgs.xiangdui.name}`,
    `electionDue ${partyOrgs.chaya.name}`,
  ]);
  expect(await waiting(township)).toEqual([`electionDue ${partyOrgs.xuetong.name}`]);
});

test("an election held late ends the term as late, begins a new one, and leaves the list and the inbox", async () => {
  const before = await figure("F1.6");
  const { xiangdui } = partyOrgs;
  const record = (electedOn: string) =>
    recordElection(neighbor, { id: xiangdui.id, electedOn, years: "5", documentNo: "" });
  await expect(record("2026-11-26")).rejects.toMatchObject({
    fields: { electedOn: [{ key: "life.later" }] },
  });
  await expect(record("2021-08-20")).rejects.toMatchObject({
    fields: { electedOn: [{ key: "election.beforeLast" }] },
  });
  expect(await record("2026-11-24")).toMatchObject({ result: "LATE" });
  const { terms } = (await org(county, xiangdui.id)).life;
  expect(terms.map(({ electedOn, dueOn, result }) => [electedOn, dueOn, result])).toEqual([
    ["2026-11-24", "2031-11-24", null],
    ["2021-08-20", "2026-08-20", "LATE"],
  ]);
  expect((await due(county, { unitId: divisions.chaya.id })).total).toBe(0);
  expect(await waiting(neighbor)).toEqual([`weakMeasure ${xiangdui.name}`]);
  expect(await figure("F1.6"), "late is not on time").toBe(before);
});

test("a delay needs a document and a later day; an election by then counts as held in time", async () => {
  const { chaya } = partyOrgs;
  const version = (await org(county, chaya.id)).life.terms[0]?.version ?? 0;
  const ask = { id: chaya.id, version, postponedTo: "2026-12-15", postponedDocument: "昌组复〔2026〕3号" };
  await expect(postponeElection(county, { ...ask, postponedDocument: "" })).rejects.toMatchObject({
    fields: { postponedDocument: [{ key: "required" }] },
  });
  await expect(postponeElection(county, ask)).rejects.toMatchObject({
    fields: { postponedTo: [{ key: "election.notLater" }] },
  });
  await postponeElection(county, { ...ask, postponedTo: "2027-03-01" });
  await expect(postponeElection(countyAdmin, { ...ask, postponedTo: "2027-04-01" })).rejects.toMatchObject({
    code: "conflict",
  });
  holdToday("2027-02-20");
  try {
    const held = await recordElection(county, {
      id: chaya.id,
      electedOn: "2027-02-19",
      years: "5",
      documentNo: "",
    });
    expect(held.result).toBe("POSTPONED");
  } finally {
    holdToday(WORLD_TODAY);
  }
});

test("an organization is listed, worked on, reported, given back, and accepted by somebody else above", async () => {
  const { xuetong } = partyOrgs;
  const list = (foundOn: string) =>
    listWeakOrg(township, { id: xuetong.id, cause: "NO_SECRETARY", foundOn, note: "" });
  await expect(list("2025-03-01")).rejects.toMatchObject({
    fields: { foundOn: [{ key: "weak.otherYear" }] },
  });
  const before = await figure("F1.5");
  expect(before).toBe("1/3");
  const { id: weakId } = await list("2026-11-01");
  await expect(list("2026-11-02")).rejects.toMatchObject({ words: { key: "weak.listed" } });
  expect(await figure("F1.5")).toBe("1/4");
  await expect(reportWeak(township, { weakId, version: 1, summary: "好了" })).rejects.toMatchObject({
    words: { key: "weak.noMeasure" },
  });
  await addMeasure(township, { weakId, what: "选派第一书记", who: "县委组织部", dueOn: "2026-11-20" });
  expect(await lacking(xuetong.id)).toContain("weakOverdue");
  await expect(reportWeak(township, { weakId, version: 1, summary: "好了" })).rejects.toMatchObject({
    words: { key: "weak.undone" },
  });
  const [measure] = (await one(township, weakId)).list;
  await finishMeasure(township, { measureId: measure?.id, doneOn: "2026-11-19" });
  await reportWeak(township, { weakId, version: 1, summary: "已配齐" });
  // The township stands above its villages, but it is the township cadre who reported.
  await expect(acceptWeak(township, { weakId, version: 2, documentNo: "" })).rejects.toMatchObject({
    words: { key: "weak.fourEyes" },
  });
  await expect(acceptWeak(neighbor, { weakId, version: 2, documentNo: "" })).rejects.toMatchObject({
    code: "not-found",
  });
  await returnWeak(county, { weakId, version: 2, why: "再看三个月" });
  expect(await one(township, weakId)).toMatchObject({ status: "OPEN", returnedWhy: "再看三个月" });
  await reportWeak(township, { weakId, version: 3, summary: "已配齐" });
  await acceptWeak(county, { weakId, version: 4, documentNo: "察组验〔2026〕9号" });
  expect(await one(township, weakId)).toMatchObject({ status: "ACCEPTED", acceptedOn: WORLD_TODAY });
  expect(await figure("F1.5")).toBe("2/4");
  expect(await lacking(xuetong.id)).not.toContain("weakOverdue");
});

test("the database alone refuses acceptance by the one who reported", async () => {
  await expect(
    database.look(
      "update party_org_weak set status = 'ACCEPTED', accepted_on = $2, decided_by = reported_by where id = $1",
      [weak.barley.id, WORLD_TODAY],
    ),
  ).rejects.toThrow(/four_eyes/);
});

test("the list is seen within reach alone, and what was not accepted goes on in the new year with what is left to do", async () => {
  const seen = await reading(neighbor, (scope) => listWeak(scope, { year: 2026 }));
  expect(seen.rows.map(({ name }) => name)).toEqual([partyOrgs.xiangdui.name]);
  await expect(carryWeak(county, { weakId: weak.xiangdui.id, version: 1 })).rejects.toMatchObject({
    words: { key: "weak.stillRunning" },
  });
  holdToday("2027-01-10");
  try {
    await expect(carryWeak(neighbor, { weakId: weak.xiangdui.id, version: 1 })).rejects.toMatchObject({
      code: "refused",
    });
    const { id } = await carryWeak(county, { weakId: weak.xiangdui.id, version: 1 });
    const carried = await one(county, id);
    expect(carried).toMatchObject({
      year: 2027,
      status: "OPEN",
      carriedFrom: weak.xiangdui.id,
      foundOn: "2026-03-12",
    });
    expect(carried.list.map(({ what }) => what)).toEqual(["完成换届"]);
    expect(await one(county, weak.xiangdui.id)).toMatchObject({ status: "CARRIED", carriedTo: id });
  } finally {
    holdToday(WORLD_TODAY);
  }
});

test("every organization stands once on each of the three lines", async () => {
  const [{ orgs } = { orgs: 0 }] = await database.look<{ orgs: number }>(
    "select count(*)::int as orgs from party_org where closed_on is null",
  );
  // Counted by hand in tests/world/members.ts; nothing is reported there.
  const members = 12;
  for (const asked of [
    { by: "party" as const },
    { by: "party" as const, at: partyOrgs.prefecture.id },
    { by: "department" as const },
    { by: "place" as const },
  ]) {
    const { rows } = await reading(county, (scope) => sumUpOrgs(scope, asked));
    const sum = (part: "orgs" | "members") => rows.reduce((all, row) => all + row[part], 0);
    expect([asked, sum("orgs"), sum("members")]).toEqual([asked, orgs, members]);
  }
});

test("the department in charge is linked where its organization is registered, and kept as text where it is not", async () => {
  const bureau = await aPartyOrg(database, {
    ...{ name: "中共察雅县农业农村局支部委员会", setting: "AGENCY", divisionId: divisions.chaya.id },
    leaderId: partyOrgs.chaya.id,
  });
  const name = (supervisingDept: string) =>
    nameDepartment(township, { id: partyOrgs.barley.id, supervisingDept });
  await name("察雅县林草局");
  expect((await org(county, partyOrgs.barley.id)).affiliations[0]).toMatchObject({
    supervisingDept: "察雅县林草局",
    supervisingOrgId: null,
  });
  await name("察雅县农业农村局");
  expect((await org(county, partyOrgs.barley.id)).affiliations[0]).toMatchObject({
    supervisingOrgId: bureau.id,
  });
  const { rows } = await reading(county, (scope) => sumUpOrgs(scope, { by: "department" }));
  expect(rows.find(({ id }) => id === bureau.id)?.orgs).toBe(1);
  const behind = await reading(county, (scope) => listOrgs(scope, { department: { id: bureau.id } }));
  expect(behind.rows.map(({ id }) => id)).toEqual([partyOrgs.barley.id]);
});

test("a day of the past shows the name, the leader and the line of that day", async () => {
  const { barley, jitang } = partyOrgs;
  await renameOrg(county, {
    id: barley.id,
    name: "吉塘镇青稞产业联合党支部",
    effectiveOn: "今天",
    documentNo: "",
  });
  await database.look(
    "update tree_event set effective_on = '2026-07-01' where node_id = $1 and kind = 'RENAME'",
    [barley.id],
  );
  expect((await org(county, barley.id)).name).toBe("吉塘镇青稞产业联合党支部");
  const then = await org(county, barley.id, "2026-06-30");
  expect(then).toMatchObject({ name: barley.name, leaderName: jitang.name, stood: true, on: "2026-06-30" });
  expect(await org(county, barley.id, "2019-01-01")).toMatchObject({ stood: false, leaderId: null });
  const led = async (on?: string) =>
    (await reading(county, (scope) => showOrgTree(scope, { open: [1, 2, 4], on }))).map(({ name }) => name);
  expect(await led("2020-02-29")).not.toContain(barley.name);
  expect(await led("2026-06-30")).toContain(barley.name);
  expect(await led()).toContain("吉塘镇青稞产业联合党支部");
  const listed = await reading(county, (scope) => listOrgs(scope, { under: jitang.id, on: "2019-06-01" }));
  expect(listed.rows.map(({ id }) => id)).not.toContain(barley.id);
});
