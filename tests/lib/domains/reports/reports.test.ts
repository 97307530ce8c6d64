// A county writes the report of a closed month: the figures are those that were told, the words are its own; issued, it stands, and a correction is another revision.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { correctReport } from "#lib/domains/reports/commands/correct-report.ts";
import { makeReport } from "#lib/domains/reports/commands/make-report.ts";
import { dropReport, issueReport, saveReport } from "#lib/domains/reports/commands/write-report.ts";
import { listReports } from "#lib/domains/reports/queries/list-reports.ts";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { closePast } from "#lib/indicators/closing.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { look } = database;
const { accounts, divisions } = world;
const { chaya, xuetong } = divisions;
let jobs: pg.Pool;
let county: Session;
let city: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job, 2);
  county = await signIn(database, accounts.countyAdmin.username);
  city = await signIn(database, accounts.organizer.username);
  for (const month of ["2026-07", "2026-08", "2026-09"] as const)
    await closePast(jobs, month, WORLD_TODAY, `${month === "2026-09" ? "2026-10" : month}-28 02:00+08`);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const get = (session: Session, id: string) => reading(session, (scope) => getReport(scope, { id }));
const list = (session: Session, more: Parameters<typeof listReports>[1] = {}) =>
  reading(session, (scope) => listReports(scope, more));
const waiting = async (session: Session) =>
  (await reading(session, (scope) => listWaiting(scope, {})))
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind === "reportDue");
const made = (session: Session, period: string, unit: { id: number }) =>
  makeReport(session, { period, unit: unit.id });

test("the closed periods wait to be reported; a county makes its own report, once, and nobody else's", async () => {
  const due = await waiting(county);
  expect(due.map(({ name }) => name).sort()).toEqual(["2026-09", "2026Q3"]);
  const { toMake } = await list(county, { u: String(chaya.id) });
  expect(toMake.map(({ period }) => period)).toEqual(
    expect.arrayContaining(["2026-07", "2026-08", "2026-09", "2026Q3", "2026-11", "2026Q4"]),
  );
  expect(toMake.find(({ period }) => period === "2026-09")).toMatchObject({
    closed: true,
    dueOn: "2026-11-02",
  });
  const first = await made(county, "2026-09", chaya);
  expect(await made(county, "2026-09", chaya)).toMatchObject({ id: first.id, repeated: true });
  await expect(made(city, "2026-09", chaya)).rejects.toMatchObject({ code: "refused" });
  await expect(made(county, "2026-09", xuetong)).rejects.toMatchObject({ code: "not-found" });
  await expect(made(county, "2027-01", chaya)).rejects.toMatchObject({ code: "rule" });
  await expect(made(county, "2026", chaya)).rejects.toMatchObject({ code: "invalid" });
  expect((await waiting(county)).find(({ name }) => name === "2026-09")?.href).toBe(`/reports/${first.id}`);
});

test("its figures are those that were told, whatever is written down later, and what is typed is kept", async () => {
  const { id } = await made(county, "2026-09", chaya);
  const lineOf = async (session: Session) =>
    (await get(session, id)).content.lines.find(({ indicator }) => indicator.id === "R2.3")!;
  const before = await lineOf(county);
  const board = await reading(county, (scope) => viewCockpit(scope, { u: String(chaya.id), p: "2026-09" }));
  expect(before.figure).toEqual(board.own.find(({ indicator }) => indicator.id === "R2.3")?.figure);
  const [owed] = await look<{ household: string; helper: string; name: string }>(
    `select p.household_id as household, p.helper_id as helper, p.helper_name as name from pairing p
     where p.division_id = $1 and p.from_on < '2026-09-01' and p.to_on is null limit 1`,
    [xuetong.id],
  );
  await aVisit(database, {
    household: { id: owed!.household, divisionId: xuetong.id },
    visitors: [{ id: owed!.helper, name: owed!.name }],
    visitedOn: "2026-09-20",
  });
  expect((await lineOf(county)).figure).toEqual(before.figure);

  await saveReport(county, {
    id,
    version: 1,
    problems: "走访偏少",
    addProblems: ["记录不细"],
    plans: "补走访",
  });
  const { report } = await get(county, id);
  expect(report.texts).toEqual({ problems: "走访偏少\n记录不细", plans: "补走访" });
  // From a screen that has grown old.
  await expect(saveReport(county, { id, version: 1, plans: "别的" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await get(county, id)).report.texts.plans).toBe("补走访");
});

test("issued, it stands word by word; a correction is another revision with its reason, and the county's superior sees who has issued", async () => {
  const { id } = await made(county, "2026-09", chaya);
  await expect(issueReport(city, { id, version: 2 })).rejects.toMatchObject({ code: "refused" });
  const { content: draft } = await get(county, id);
  await issueReport(county, { id, version: 2 });
  const { report, content, may } = await get(city, id);
  expect(report).toMatchObject({
    status: "ISSUED",
    issuedName: "嘎松曲珍",
    issuedOn: WORLD_TODAY,
  });
  expect(content).toEqual(JSON.parse(JSON.stringify(draft)));
  expect(may).toEqual({ write: false, correct: false });
  await expect(saveReport(county, { id, version: 3, plans: "改" })).rejects.toMatchObject({ code: "rule" });
  await expect(dropReport(county, { id, version: 3 })).rejects.toMatchObject({ code: "rule" });
  const { gather } = await list(city, { p: "2026-09" });
  expect(gather?.units.find(({ unit }) => unit === chaya.id)).toMatchObject({
    id,
    issued: "嘎松曲珍",
  });
  expect(gather?.units.filter(({ issued }) => issued === null).length).toBe((gather?.units.length ?? 0) - 1);
  expect((await waiting(county)).map(({ name }) => name)).toEqual(["2026Q3"]);

  const next = await correctReport(county, { id, reason: "补录走访" });
  await expect(correctReport(county, { id, reason: "再一次" })).rejects.toMatchObject({ code: "rule" });
  const corrected = await get(county, next.id);
  expect(corrected.report).toMatchObject({ revision: 2, corrects: id, reason: "补录走访", status: "DRAFT" });
  expect(corrected.report.texts.plans).toBe("补走访");
  expect((await get(city, id)).report.correctedBy).toBe(next.id);
  // While it is written the earlier one is what was reported.
  expect((await list(city, { p: "2026-09" })).gather?.units.find(({ unit }) => unit === chaya.id)?.id).toBe(
    id,
  );
  await dropReport(county, { id: next.id, version: 1 });
  expect((await get(city, id)).report.correctedBy).toBeNull();
});

test("what is not closed is a draft with the figures of now, and cannot be issued; a quarter shows its three months", async () => {
  const { id } = await made(county, "2026-11", chaya);
  expect((await get(county, id)).content.closed).toBe(false);
  await expect(issueReport(county, { id, version: 1 })).rejects.toMatchObject({ code: "rule" });
  const quarter = await made(county, "2026Q3", chaya);
  const { content } = await get(county, quarter.id);
  expect(content.closed).toBe(true);
  for (const { indicator, months } of content.lines) {
    expect(months.map(({ period }) => period)).toEqual(["2026-07", "2026-08", "2026-09"]);
    const told = await look<{ period: string; part: number; whole: number }>(
      `select period, numerator::int as part, denominator::int as whole from closed_figure
       where division_id = $1 and indicator = $2 and period = any ($3::text[]) order by period`,
      [chaya.id, indicator.id, months.map(({ period }) => period)],
    );
    for (const { period, part, whole } of told)
      expect(months.find((month) => month.period === period)?.figure, indicator.id).toEqual({ part, whole });
  }
});

test("the list counts what it shows, by kind and state, for the unit and those below", async () => {
  const all = await list(city);
  expect(all.total).toBe(all.rows.length);
  const quarters = await list(city, { kind: "quarter" });
  expect(quarters.rows.map(({ period }) => period)).toEqual(["2026Q3"]);
  const issued = await list(city, { status: "ISSUED", year: "2026" });
  expect(issued.rows).toMatchObject([{ period: "2026-09", unit: chaya.name, status: "ISSUED" }]);
});
