// A visit in one step: recorded by whoever went, stored once, dated honestly, taken back the same day; refusals, reach and what is told.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { withdrawVisit } from "#lib/domains/visits/commands/withdraw-visit.ts";
import { visitFilterOf } from "#lib/domains/visits/input.ts";
import { getVisit, listVisits, visitsOfHousehold } from "#lib/domains/visits/queries/list-visits.ts";
import { householdsToVisit, justSaved } from "#lib/domains/visits/queries/visit-form.ts";
import { PAGE_SIZE } from "#lib/domains/visits/visit.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households, people } = world;
let secretary: Session;
let helper: Session;
let county: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  secretary = await signIn(database, "first-secretary");
  helper = await signIn(database, "paired-helper");
  county = await signIn(database, "county-admin");
});
afterAll(() => holdToday(null));

const visit = (householdId: string, more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  householdId,
  visitedOn: WORLD_TODAY,
  situation: "NORMAL",
  ...more,
});
const lastTold = async (verb: string) =>
  (
    await database.look<{ subject: string; division_id: number; facts: Record<string, unknown> }>(
      "select subject, division_id, facts from audit_event where verb = $1 order by id desc limit 1",
      [verb],
    )
  )[0];
const duty = async (householdId: string, helperId: string) =>
  (
    await database.look<{ done: number }>(
      "select done from fact_duties('2026-11-01', $1, '2026-11-30') where household_id = $2 and helper_id = $3",
      [WORLD_TODAY, householdId, helperId],
    )
  )[0]?.done;

test("a first secretary records a visit with one choice; it counts today, the list says when, and the trail tells it", async () => {
  const { id: home } = households.tashi;
  expect(await duty(home, people.firstSecretary.id)).toBe(0);
  const asked = visit(home, { topics: ["SCHOOL", "WATER"], note: "孩子开学了" });
  await recordVisit(secretary, asked);
  expect(await duty(home, people.firstSecretary.id)).toBe(1);
  const seen = await reading(secretary, (scope) => getVisit(scope, { id: asked.id }));
  expect(seen).toMatchObject({
    headName: "扎西次仁",
    visitors: "邓增罗布",
    kind: "HOME",
    metWith: "HEAD",
    topics: ["SCHOOL", "WATER"],
    late: false,
    withdrawable: true,
  });
  const [row] = await database.look<{ last: string }>(
    "select last_visit_on::text as last from household where id = $1",
    [home],
  );
  expect(row?.last).toBe(WORLD_TODAY);
  expect(await lastTold("visit.recorded")).toMatchObject({
    subject: `visit:${asked.id}`,
    division_id: divisions.xuetong.id,
    facts: { household: home, on: WORLD_TODAY, situation: "NORMAL", repeated: false },
  });
  expect(JSON.stringify(await lastTold("visit.recorded"))).not.toContain("孩子");
});

test("the same visit sent twice, also at the same moment, is stored once and answers the same", async () => {
  const asked = visit(households.drolma.id);
  const [one, two] = await Promise.all([recordVisit(helper, asked), recordVisit(helper, asked)]);
  const three = await recordVisit(helper, asked);
  for (const answer of [two, three])
    expect({ ...answer, repeated: null }).toEqual({ ...one, repeated: null });
  expect([one, two].filter((answer) => answer.repeated)).toHaveLength(1);
  expect(await database.look("select 1 from visit where id = $1", [asked.id])).toHaveLength(1);
  expect(await database.look("select 1 from visit_visitor where visit_id = $1", [asked.id])).toHaveLength(1);
  await expect(recordVisit(secretary, { ...asked, householdId: households.tashi.id })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a helper without any other role visits the households paired with them, and does not find others", async () => {
  await recordVisit(helper, visit(households.gonpo.id, { visitedOn: "昨天" }));
  await expect(recordVisit(helper, visit(households.dawa.id))).rejects.toMatchObject({ code: "not-found" });
});

test("who is not paired says why they stand in; the visit counts for whoever went", async () => {
  const { id: home } = households.gonpo;
  await expect(recordVisit(secretary, visit(home))).rejects.toMatchObject({
    fields: { standInReason: [{ key: "visit.standInReason" }] },
  });
  const before = await duty(home, people.pairedHelper.id);
  const asked = visit(home, { standInReason: "李雪梅在县里开会" });
  await recordVisit(secretary, asked);
  expect(await duty(home, people.pairedHelper.id)).toBe(before);
  expect(await reading(secretary, (scope) => getVisit(scope, { id: asked.id }))).toMatchObject({
    visitors: "邓增罗布",
    standInReason: "李雪梅在县里开会",
  });
});

test("yesterday is entered later and marked so; tomorrow and last week but one are refused", async () => {
  const { id: home } = households.dawa;
  const asked = visit(home, { visitedOn: "11-19" });
  expect(await recordVisit(secretary, asked)).toMatchObject({ visitedOn: "2026-11-19", late: true });
  await expect(recordVisit(secretary, visit(home, { visitedOn: "明天" }))).rejects.toMatchObject({
    fields: { visitedOn: [{ key: "visit.notYet" }] },
  });
  await expect(recordVisit(secretary, visit(home, { visitedOn: "2026-11-17" }))).rejects.toMatchObject({
    fields: { visitedOn: [{ key: "visit.tooLate", values: { days: 7 } }] },
  });
  await recordVisit(secretary, visit(home, { visitedOn: "2026-11-18" }));
  await expect(recordVisit(secretary, visit(home, { visitedOn: "某天" }))).rejects.toMatchObject({
    fields: { visitedOn: [{ key: "day" }] },
  });
});

test("without a situation nothing is stored, and the field says so; unknown choices are refused", async () => {
  const asked = { ...visit(households.dawa.id), situation: undefined };
  await expect(recordVisit(secretary, asked)).rejects.toMatchObject({
    fields: { situation: [{ key: "visit.chooseSituation" }] },
  });
  await expect(recordVisit(secretary, visit(households.dawa.id, { kind: "SELFIE" }))).rejects.toMatchObject({
    fields: { kind: expect.anything() },
  });
  await expect(recordVisit(secretary, visit(households.dawa.id, { photo: "x" }))).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await database.look("select 1 from visit where id = $1", [asked.id])).toEqual([]);
});

test("who only looks is refused by name; another county's household is not found", async () => {
  const viewer = await signIn(database, "prefecture-viewer");
  await expect(recordVisit(viewer, visit(households.dawa.id))).rejects.toMatchObject({ code: "refused" });
  await expect(recordVisit(county, visit(households.sonam.id))).rejects.toMatchObject({ code: "not-found" });
});

test("a telephone call is kept, but does not count as a visit in person", async () => {
  const { id: home } = households.pema;
  const cadre = await signIn(database, "township-admin");
  await recordVisit(cadre, visit(home, { kind: "PHONE", standInReason: "还没有责任人" }));
  const [row] = await database.look<{ remote: boolean }>(
    "select remote from visit_visitor where household_id = $1",
    [home],
  );
  expect(row?.remote).toBe(true);
});

test("a visit counts in the village of its day, also after the household moved", async () => {
  const other = await signIn(database, "other-county-admin");
  const asked = visit(households.tsering.id, { standInReason: "罗布顿珠出差" });
  await recordVisit(other, asked);
  const [row] = await database.look<{ counted_in: number }>("select counted_in from visit where id = $1", [
    asked.id,
  ]);
  expect(row?.counted_in).toBe(divisions.lieda.id);
});

test("a visit is taken back the same day by whoever wrote it: it counts no more and the last visit is the one before", async () => {
  const { id: home } = households.tashi;
  const second = visit(home, { situation: "DIFFICULT" });
  await recordVisit(secretary, second);
  await expect(withdrawVisit(county, { id: second.id })).rejects.toMatchObject({ code: "refused" });
  const mine = await reading(secretary, (scope) => visitsOfHousehold(scope, { household: home }));
  for (const one of mine.filter((row) => row.visitedOn === WORLD_TODAY))
    await withdrawVisit(secretary, { id: one.id });
  expect(await duty(home, people.firstSecretary.id)).toBe(0);
  const [row] = await database.look<{ last: string }>(
    "select last_visit_on::text as last from household where id = $1",
    [home],
  );
  expect(row?.last).toBe("2026-09-16");
  expect(await reading(secretary, (scope) => justSaved(scope, { id: second.id }))).toMatchObject({
    withdrawn: true,
  });
  await expect(withdrawVisit(secretary, { id: second.id })).rejects.toMatchObject({
    words: { key: "visit.withdrawnAlready" },
  });
  expect(await lastTold("visit.withdrawn")).toMatchObject({ division_id: divisions.xuetong.id });

  const { id: old } = await aVisit(database, {
    household: households.tashi,
    visitors: [people.firstSecretary],
    visitedOn: "2026-11-20",
    recordedBy: world.accounts.firstSecretary.id,
  });
  await expect(withdrawVisit(secretary, { id: old })).rejects.toMatchObject({
    words: { key: "visit.withdrawToday" },
  });
});

test("the picker offers my households first, and finds others by name or number within reach", async () => {
  const mine = await reading(secretary, (scope) => householdsToVisit(scope, { q: "" }));
  expect(mine.map((one) => one.headName).sort()).toEqual(["扎西次仁", "达瓦扎西"].sort());
  const found = await reading(secretary, (scope) => householdsToVisit(scope, { q: "gbdj" }));
  expect(found).toMatchObject([{ headName: "贡布多吉", mine: false }]);
  const none = await reading(secretary, (scope) =>
    householdsToVisit(scope, { q: households.sonam.householdNo }),
  );
  expect(none).toEqual([]);
});

test("turning the pages of the register shows every visit once, newest first", async () => {
  for (let at = 0; at < PAGE_SIZE + 20; at++)
    await aVisit(database, {
      household: households.lobsang,
      visitors: [people.townshipHelper],
      visitedOn: `2026-04-${String(1 + (at % 7)).padStart(2, "0")}`,
    });
  const ids: string[] = [];
  const days: string[] = [];
  let after = "&";
  for (;;) {
    const page = await reading(county, (scope) =>
      listVisits(scope, visitFilterOf(new URLSearchParams(`f.since=all${after}`))),
    );
    ids.push(...page.rows.map((row) => row.id));
    days.push(...page.rows.map((row) => row.visitedOn));
    if (!page.next) {
      expect(ids).toHaveLength(page.total);
      break;
    }
    after = `&after=${page.next}`;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(days).toEqual([...days].sort().reverse());
});
