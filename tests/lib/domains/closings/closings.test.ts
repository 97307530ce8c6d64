// The prefecture closes a month by hand, a late visit becomes a correction that names its village, each office signs for its own unit alone.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeMonthByHand } from "#lib/domains/closings/commands/close-month.ts";
import { signClosing } from "#lib/domains/closings/commands/sign-closing.ts";
import { closingJobs } from "#lib/domains/closings/jobs.ts";
import { listClosings } from "#lib/domains/closings/queries/list-closings.ts";
import { viewClosing } from "#lib/domains/closings/queries/view-closing.ts";
import { closeDueMonths } from "#lib/domains/closings/ticks.ts";
import { viewCockpit, viewRows } from "#lib/domains/cockpit/queries.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { workOnce } from "#lib/platform/jobs.ts";
import { log } from "#lib/platform/log.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { look } = database;
const { prefecture, chaya, xuetong } = world.divisions;
const { accounts } = world;
let jobs: pg.Pool;
let city: Session;
let county: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job, 2);
  city = await signIn(database, accounts.organizer.username);
  county = await signIn(database, accounts.countyAdmin.username);
  // Figures have been counted here since October.
  await look("update indicator_version set created_at = '2026-10-03 09:00+08'");
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const view = (session: Session, unit: { id: number }) =>
  reading(session, (scope) => viewClosing(scope, { period: "2026-10", u: String(unit.id) }));
const visits = (lines: Awaited<ReturnType<typeof view>>["lines"]) =>
  lines.find(({ indicator }) => indicator.id === "R2.3");

test("the prefecture closes October by hand, and not November, which runs, nor October again", async () => {
  await expect(closeMonthByHand(county, { period: "2026-10" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(closeMonthByHand(city, { period: "2026-11" })).rejects.toMatchObject({ code: "rule" });
  await closeMonthByHand(city, { period: "2026-10" });
  await expect(closeMonthByHand(city, { period: "2026-10" })).rejects.toMatchObject({ code: "rule" });
  await workOnce(jobs, closingJobs, log);
  const { months, next } = await reading(city, (scope) => listClosings(scope, {}));
  expect(months).toMatchObject([{ period: "2026-10", signed: 0, corrections: 0 }]);
  expect(months[0]?.by).toBeTruthy();
  expect(next).toMatchObject({ period: "2026-11", on: "2026-12-05", ended: false, running: false });
  const [told] = await look(
    "select numerator::int as part, denominator::int as whole from closed_figure where division_id = $1 and indicator = 'R2.3' and period = '2026-10'",
    [chaya.id],
  );
  expect(told, "as figures.ts counts it by hand").toEqual({ part: 4, whole: 6 });
});

test("a visit that is written down late changes no told number, and stands as a correction of its village", async () => {
  // Whose visit of October is not in the books.
  const [owed] = await look<{ household: string; helper: string; name: string }>(
    `select p.household_id as household, p.helper_id as helper, p.helper_name as name from pairing p
     where p.division_id = $1 and p.kind = 'FIRST_HELPER' and p.from_on < '2026-10-01' and p.to_on is null and not exists (
       select 1 from visit_visitor v where v.household_id = p.household_id and v.person_id = p.helper_id and v.visited_on between '2026-10-01' and '2026-10-31')`,
    [xuetong.id],
  );
  await aVisit(database, {
    household: { id: owed!.household, divisionId: xuetong.id },
    visitors: [{ id: owed!.helper, name: owed!.name }],
    visitedOn: "2026-10-20",
  });
  await foldMarks(jobs, WORLD_TODAY);
  const { lines, corrections } = await view(county, chaya);
  const line = visits(lines)!;
  expect(line.told).toMatchObject({ part: 4, whole: 6 });
  expect(line.corrected.part).toBe(line.now.part - 4);
  expect(line.moved).toEqual({ part: 0, whole: 0 });
  expect(line.now.part).toBeGreaterThan(4);
  expect(corrections.find(({ indicator }) => indicator === "R2.3")).toMatchObject({
    place: "雪通村",
    causes: ["duties"],
  });
  const board = await reading(county, (scope) => viewCockpit(scope, { u: String(chaya.id), p: "2026-10" }));
  expect(board.closed).toBe(true);
  expect(board.own.find(({ indicator }) => indicator.id === "R2.3")?.figure).toEqual({ part: 4, whole: 6 });
  const rows = await reading(county, (scope) =>
    viewRows(scope, { indicator: "R2.3", u: String(chaya.id), p: "2026-10", part: "met" }),
  );
  expect(rows.told).toMatchObject({ part: 4, whole: 6 });
  expect(rows.rows).toHaveLength(line.now.part);
});

test("an office signs for its own unit, once; the prefecture does not sign for a county; what is signed waits no more", async () => {
  const waiting = async () =>
    (await reading(county, (scope) => listWaiting(scope, {})))
      .flatMap(({ rows }) => rows)
      .filter(({ kind }) => kind === "closingToSign");
  expect(await waiting()).toHaveLength(1);
  await expect(signClosing(city, { period: "2026-10", unit: chaya.id })).rejects.toMatchObject({
    code: "refused",
  });
  await signClosing(county, { period: "2026-10", unit: chaya.id, note: "已核对" });
  await expect(signClosing(county, { period: "2026-10", unit: chaya.id })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await waiting()).toEqual([]);
  const { signatures, maySign } = await view(county, chaya);
  expect(signatures).toMatchObject([{ unit: chaya.id, note: "已核对" }]);
  expect(maySign).toBe(false);
  await signClosing(city, { period: "2026-10", unit: prefecture.id });
});

test("the clock closes what nobody closed, on the day that the setting names", async () => {
  await closeDueMonths(jobs, "2026-12-04");
  expect(await look("select 1 from closing where period = '2026-11'")).toEqual([]);
  await closeDueMonths(jobs, "2026-12-05");
  expect(await look("select account_name from closing where period = '2026-11'")).toEqual([
    { account_name: null },
  ]);
});
