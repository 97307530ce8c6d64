// A sample check from the order to the end: drawn from a seed that draws the same again, carried out by whom it names, closed by another, and counted from then on.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { closeCheck } from "#lib/domains/sample-checks/commands/close.ts";
import { addMissed, withdrawMissed } from "#lib/domains/sample-checks/commands/missed.ts";
import { orderCheck } from "#lib/domains/sample-checks/commands/order.ts";
import { recordFinding } from "#lib/domains/sample-checks/commands/record-finding.ts";
import { orderForm } from "#lib/domains/sample-checks/queries/form.ts";
import { listChecks } from "#lib/domains/sample-checks/queries/list.ts";
import { showCheck, showDraw } from "#lib/domains/sample-checks/queries/show.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { chaya, jitang, xuetong, laxi } = world.divisions;
const { accounts } = world;
const jobs = openJobPool(database.job, 1);
let office: Session;
let lead: Session;
let reviewer: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  office = await signIn(database, accounts.povertyOfficer.username);
  lead = await signIn(database, accounts.countyAdmin.username);
  reviewer = await signIn(database, accounts.reviewer.username);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const order = (more: Partial<Parameters<typeof orderCheck>[1]> = {}) =>
  orderCheck(office, {
    ...{ divisionId: chaya.id, kind: "EXIT", referenceOn: WORLD_TODAY, stratum: "TOWNSHIP", size: "3" },
    ...{ seed: "witnessed-2026-11", checkers: [String(accounts.reviewer.id)] },
    ...more,
  });
const show = (session: Session, id: string) => reading(session, (scope) => showCheck(scope, { id }));
const figure = async (indicator: string, unit: { id: number } = chaya) => {
  const { figure: told } = await reading(lead, (scope) =>
    viewRows(scope, { indicator, u: String(unit.id), p: "2026-11", part: "all" }),
  );
  return `${told.part}/${told.whole}`;
};
const found = { visitedOn: WORLD_TODAY, note: "" };

test("the seed draws the same households as by hand: hashes queue within each township, all queues threaded into one line", async () => {
  const { id } = await order({ size: "4" });
  const { draws, redrawn, check } = await show(office, id);
  expect(check.pool, "exited in 察雅县").toBe(5);
  expect(redrawn).toBe(true);
  const pool = await database.look<{ id: string; head: string; township: number }>(
    `select h.id, h.head_name as head, d.parent_id as township from household h join division d on d.id = h.division_id
     where h.status = 'EXITED' and d.parent_id in (select id from division where parent_id = $1)`,
    [chaya.id],
  );
  const hash = (one: { id: string }) =>
    createHash("sha256").update(`witnessed-2026-11${one.id}`).digest("hex");
  const townships = [...new Set(pool.map(({ township }) => township))];
  const line = townships
    .map((at) => pool.filter(({ township }) => township === at))
    .flatMap((queue) =>
      queue
        .toSorted((a, b) => hash(a).localeCompare(hash(b)))
        .map((one, at) => ({ ...one, key: (at + 0.5) / queue.length })),
    )
    .sort((a, b) => a.key - b.key || hash(a).localeCompare(hash(b)));
  expect(draws.toSorted((a, b) => a.position - b.position).map(({ headName }) => headName)).toEqual(
    line.slice(0, 4).map(({ head }) => head),
  );
  const again = await show(office, (await order({ size: "4" })).id);
  expect(again.draws.map(({ headName }) => headName)).toEqual(draws.map(({ headName }) => headName));
});

test("who works in a drawn village, who helps a drawn household and who is not there are refused; so is more than can be drawn", async () => {
  await expect(order({ size: "5", checkers: [String(accounts.firstSecretary.id)] })).rejects.toMatchObject({
    words: { key: "sample.ownVillage", values: { name: "邓增罗布", village: "雪通村" } },
  });
  await expect(order({ size: "5", checkers: [String(accounts.pairedHelper.id)] })).rejects.toMatchObject({
    words: { key: "sample.ownHousehold" },
  });
  await expect(order({ checkers: [String(accounts.otherCountyAdmin.id)] })).rejects.toMatchObject({
    fields: { checkers: [{ key: "unknownChoice" }] },
  });
  await expect(order({ checkers: [] })).rejects.toMatchObject({ fields: { checkers: expect.anything() } });
  await expect(order({ size: "６" })).rejects.toMatchObject({
    fields: { size: [{ key: "sample.pool", values: { count: 5 } }] },
  });
  await expect(order({ divisionId: xuetong.id })).rejects.toMatchObject({ code: "not-found" });
  await expect(
    orderCheck(reviewer, {
      ...{ divisionId: jitang.id, kind: "EXIT", referenceOn: WORLD_TODAY, stratum: "VILLAGE", size: "1" },
      checkers: [String(accounts.reviewer.id)],
    }),
  ).rejects.toMatchObject({ code: "refused" });
  const { candidates } = await reading(office, (scope) => orderForm(scope, { unit: String(chaya.id) }));
  expect(candidates.map(({ name }) => name)).toContain("白玛措姆");
});

test("from visit to end: absence calls the next of the line, corrections stay behind, another closes, and then it counts and the village sees it", async () => {
  const village = await signIn(database, accounts.firstSecretary.username);
  const { id } = await order({ size: "3" });
  await expect(show(village, id), "a village does not know who will be visited").rejects.toMatchObject({
    code: "not-found",
  });
  const before = await show(reviewer, id);
  expect(before.mayRecord && !before.mayClose).toBe(true);
  const [first, second, third] = before.draws;

  await expect(
    recordFinding(office, { id: first!.id, outcome: "CORRECT", ...found }),
    "only whom it names",
  ).rejects.toMatchObject({ code: "refused" });
  await expect(recordFinding(reviewer, { id: first!.id, outcome: "WRONG", ...found })).rejects.toMatchObject({
    fields: { note: [{ key: "sample.why" }] },
  });
  await expect(
    recordFinding(reviewer, { id: first!.id, outcome: "CORRECT", ...found, visitedOn: "2026-11-01" }),
  ).rejects.toMatchObject({ fields: { visitedOn: [{ key: "sample.beforeReference" }] } });

  await recordFinding(reviewer, { id: first!.id, outcome: "ABSENT", ...found });
  const called = (await show(reviewer, id)).draws.find(({ replaces }) => replaces === first!.position);
  expect(called, "the next of the line stands in").toBeDefined();
  expect(
    (await reading(office, (scope) => listChecks(scope, {}))).rows.find((row) => row.id === id),
  ).toMatchObject({
    done: 1,
    left: 3,
  });
  await expect(closeCheck(lead, { id })).rejects.toMatchObject({
    words: { key: "sample.left", values: { count: 3 } },
  });

  await recordFinding(reviewer, {
    id: called!.id,
    outcome: "CORRECT",
    satisfaction: "SATISFIED",
    helperKnown: "YES",
    ...found,
  });
  await recordFinding(reviewer, {
    id: second!.id,
    outcome: "CORRECT",
    satisfaction: "DISSATISFIED",
    ...found,
  });
  await recordFinding(reviewer, { id: third!.id, outcome: "CORRECT", ...found });
  await recordFinding(reviewer, { id: third!.id, outcome: "WRONG", ...found, note: "收入低于当年标准" });
  const { history } = await reading(reviewer, (scope) => showDraw(scope, { id: third!.id }));
  expect(
    history.map(({ outcome }) => outcome),
    "the row before stays",
  ).toEqual(["WRONG", "CORRECT"]);

  expect(await figure("M4.4"), "nothing counts yet").toBe("0/0");
  await expect(closeCheck(reviewer, { id })).rejects.toMatchObject({ code: "refused" });
  await closeCheck(lead, { id });
  const folded = async () => [await figure("M4.4"), await figure("R2.7"), await figure("M4.3")];
  const counted = ["2/3", "1/2", "0/0"];
  expect(await folded()).toEqual(counted);
  await foldMarks(jobs);
  expect(await folded()).toEqual(counted);

  await expect(
    recordFinding(reviewer, { id: third!.id, outcome: "CORRECT", ...found }),
  ).rejects.toMatchObject({ words: { key: "sample.closed" } });
  const own = await show(village, id);
  expect(own.draws.length).toBeGreaterThan(0);
  expect(new Set(own.draws.map(({ place }) => place)), "its own village alone").toEqual(new Set(["雪通村"]));
  expect(own.redrawn, "the whole draw is not its to see").toBeNull();
});

test("who orders and checks cannot close, not in the database either", async () => {
  const { id } = await order({ checkers: [String(accounts.povertyOfficer.id)], size: "1" });
  const [draw] = (await show(office, id)).draws;
  await recordFinding(office, { id: draw!.id, outcome: "CORRECT", ...found });
  expect((await show(office, id)).mayClose).toBe(false);
  await expect(closeCheck(office, { id })).rejects.toMatchObject({ words: { key: "sample.ownCheck" } });
});

test("a family that the registry missed lowers the accuracy of identification; one noted by mistake does not", async () => {
  await aHousehold(database, { divisionId: laxi.id, status: "POOR" });
  const { id } = await order({ kind: "IDENTIFICATION", size: "1", referenceOn: WORLD_TODAY });
  const { draws } = await show(reviewer, id);
  await recordFinding(reviewer, { id: draws[0]!.id, outcome: "CORRECT", ...found });
  const note = (village: { id: number }, words: string) =>
    addMissed(reviewer, { id, village: String(village.id), foundOn: WORLD_TODAY, words });
  await note(xuetong, "二组一户，因灾失去牲畜");
  await note(laxi, "记错了的一户");
  await expect(note(world.divisions.lieda, "别县的一户")).rejects.toMatchObject({
    words: { key: "sample.village" },
  });
  const wrong = (await show(reviewer, id)).missed.find(({ place }) => place === "拉西村");
  await withdrawMissed(reviewer, { id: wrong!.id });
  await closeCheck(lead, { id });
  expect(await figure("M4.3")).toBe("1/2");
  expect(await figure("M4.3", xuetong)).toMatch(/^[01]\/[12]$/);
  const rows = await reading(lead, (scope) =>
    viewRows(scope, { indicator: "M4.3", u: String(chaya.id), p: "2026-11", part: "missing" }),
  );
  expect(rows.subjects?.map(({ name, subjectId }) => [name, subjectId])).toEqual([
    ["二组一户，因灾失去牲畜", id],
  ]);
});

test("a check waits in the inbox of whom it names until all are found, then in that of who ordered it until it is closed", async () => {
  const named = async (session: Session, id: string) =>
    (await reading(session, (scope) => listWaiting(scope, {})))
      .flatMap(({ rows }) => rows)
      .filter(({ href }) => href === `/sample-checks/${id}`)
      .map(({ kind }) => kind);
  const { id } = await order({ size: "2" });
  expect(await named(reviewer, id)).toEqual(["sampleCheck"]);
  expect(await named(office, id)).toEqual([]);
  for (const draw of (await show(office, id)).draws)
    await recordFinding(reviewer, { id: draw.id, outcome: "CORRECT", satisfaction: "SATISFIED", ...found });
  expect(await named(reviewer, id)).toEqual([]);
  expect(await named(office, id)).toEqual(["sampleCheckFound"]);
  await closeCheck(office, { id });
  expect(await named(office, id)).toEqual([]);
});
