// Whatever happens to households, pairings, visits and the tree, folded or not yet: the number equals a recount by hand, and its rows.
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Period } from "#lib/base/period.ts";
import { INDICATORS as CATALOG } from "#lib/indicators/catalog.ts";
import { CASE_OF } from "#lib/indicators/fact.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks, foldNewDay, rebuildAll } from "#lib/indicators/fold.ts";
import { orgsBehind } from "#lib/indicators/org-rows.ts";
import { peopleBehind } from "#lib/indicators/person-rows.ts";
import { postsBehind } from "#lib/indicators/post-rows.ts";
import {
  casesBehind,
  longestWaits,
  type Part,
  ROWS_A_PAGE,
  rowsBehind,
  slicesOf,
} from "#lib/indicators/rows.ts";
import { subjectsBehind } from "#lib/indicators/subject-rows.ts";
import { villagesBehind } from "#lib/indicators/village-rows.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { byHand } from "./by-hand.ts";
import { daysAgo, deed, perform } from "./deeds.ts";
import { plantSmallTree, UNITS } from "./small-tree.ts";

const database = testDatabase();
/** The others have tests of their own. */
const INDICATORS = CATALOG.filter(
  ({ of }) =>
    !["entity", "entityOrg"].includes(CASE_OF[of]) &&
    of !== "ledHouseholds" &&
    !["memberDuties", "pledges"].includes(of),
);
const now = today();
const month = now.slice(0, 7) as Period;
const before =
  `${new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7)}` as Period;
const year = now.slice(0, 4) as Period;
const quarter = `${year}Q${Math.ceil(Number(now.slice(5, 7)) / 3)}` as Period;
const PERIODS: Period[] = [month, before, quarter, year];

/** The long battery asks for hundreds. */
const RUNS = Number(process.env.FIGURES_RUNS ?? 12);

let jobs: pg.Pool;
let admin: Session;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  await plantSmallTree(database.look);
  admin = await signIn(database, "lead");
  await rebuildAll(jobs);
});
afterAll(() => jobs.end());

/** The longest waits of all units, read as a board does: several units and both indicators by one call. */
const waitsNow = (period: Period) =>
  reading(admin, async (scope) => {
    const asked = INDICATORS.flatMap((indicator) => UNITS.map((unit) => ({ indicator, unit })));
    const told = await longestWaits(scope, period, asked);
    return Object.fromEntries(asked.map(({ indicator, unit }, at) => [`${indicator.id} ${unit}`, told[at]]));
  });

const figuresNow = () =>
  reading(admin, async (scope) => {
    const figures = await readFigures(scope, { indicators: INDICATORS, units: UNITS, periods: PERIODS });
    return Object.fromEntries(
      INDICATORS.flatMap(({ id }) =>
        UNITS.flatMap((unit) =>
          PERIODS.map((period) => [`${id} ${unit} ${period}`, figures.of(id, unit, period)]),
        ),
      ),
    );
  });

test("after any deeds, folded or not, every figure and every longest wait equals a recount by hand", {
  timeout: RUNS * 20_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      for (const one of deeds) await perform(database.look, jobs, one);
      const expected = await byHand(database, now);
      const read = await figuresNow();
      for (const { id } of INDICATORS)
        for (const unit of UNITS)
          for (const period of PERIODS) {
            const { part, whole } = expected(id, unit, period);
            expect({ [`${id} ${unit} ${period}`]: read[`${id} ${unit} ${period}`] }).toEqual({
              [`${id} ${unit} ${period}`]: { part, whole },
            });
          }
      const checkWaits = async () => {
        for (const period of PERIODS) {
          const waits = await waitsNow(period);
          for (const { id } of INDICATORS)
            for (const unit of UNITS)
              expect({ [`${id} ${unit} ${period}`]: waits[`${id} ${unit}`] }).toEqual({
                [`${id} ${unit} ${period}`]: expected(id, unit, period).wait,
              });
        }
      };
      await checkWaits();
      await foldMarks(jobs);
      expect(await figuresNow()).toEqual(read);
      await checkWaits();
      const folded = await database.look(
        "select indicator, period, division_id, numerator, denominator from rollup where denominator > 0 order by 1, 2, 3",
      );
      await rebuildAll(jobs);
      expect(
        await database.look(
          "select indicator, period, division_id, numerator, denominator from rollup where denominator > 0 order by 1, 2, 3",
        ),
      ).toEqual(folded);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("a visit written down late shortens the wait of the months after it, before the fold and after it", async () => {
  await perform(database.look, jobs, { do: "register", village: 7, days: 400, status: "POOR" });
  const [home] = await database.look<{ id: string; at: number }>(
    "select id, (row_number() over (order by id) - 1)::int as at from household order by id desc limit 1",
  );
  const at = home?.at ?? 0;
  await database.look(
    "insert into pairing (household_id, division_id, helper_id, helper_name, kind, from_on) values ($1, 7, '00000000-0000-7000-8000-000000000001', 'x', 'FIRST_HELPER', $2)",
    [home?.id, daysAgo(390)],
  );
  await foldMarks(jobs);
  const told = async () => (await waitsNow(month))["R2.3 7"]?.days;
  const long = await told();
  expect(long).toBeGreaterThanOrEqual(390);
  await perform(database.look, jobs, { do: "visit", household: at, helper: 1, days: 62, remote: false });
  const expected = (await byHand(database, now))("R2.3", 7, month).wait.days;
  expect(expected).toBeLessThan(long ?? 0);
  expect(await told(), "before the fold").toBe(expected);
  await foldMarks(jobs);
  expect(await told(), "after it").toBe(expected);
});

test("the rows behind a number are as many as the number says, for every part", async () => {
  await reading(admin, async (scope) => {
    const figures = await readFigures(scope, { indicators: INDICATORS, units: UNITS, periods: PERIODS });
    for (const indicator of INDICATORS)
      for (const unit of UNITS)
        for (const period of PERIODS) {
          const figure = figures.of(indicator.id, unit, period);
          const counts = indicator.adds
            ? await casesBehind(scope, { indicator, period, unit })
            : { all: figure.whole, met: figure.part, missing: figure.whole - figure.part };
          expect(counts.all).toBe(figure.whole);
          const read = {
            household: rowsBehind,
            person: peopleBehind,
            partyOrg: orgsBehind,
            post: postsBehind,
            subject: subjectsBehind,
            village: villagesBehind,
          }[
            CASE_OF[indicator.of] as "household" | "person" | "partyOrg" | "post" | "subject" | "village"
          ] as typeof rowsBehind;
          // Each slice of those that are met opens as many rows as it says.
          for (const [by, count] of Object.entries(await slicesOf(scope, { indicator, period, unit })))
            expect(await read(scope, { indicator, period, unit, part: "met", by }, 1)).toHaveLength(
              Math.min(count, ROWS_A_PAGE),
            );
          for (const [part, count] of Object.entries(counts) as [Part, number][]) {
            const given = { indicator, period, unit, part };
            const rows: { id: string; days?: number | null; tenths?: number }[] = [];
            for (let page = 1; rows.length === (page - 1) * ROWS_A_PAGE; page += 1)
              rows.push(...(await read(scope, given, page)));
            // Of a sum the rows add up to the number.
            if (indicator.adds && part !== "met")
              expect(rows.reduce((sum, row) => sum + (row.days ?? row.tenths ?? 0), 0)).toBe(figure.part);
            expect([indicator.id, unit, period, part, rows.length]).toEqual([
              indicator.id,
              unit,
              period,
              part,
              count,
            ]);
            expect(new Set(rows.map((row) => row.id)).size).toBe(count);
          }
        }
  });
});

test("a new day is counted again by the midnight fold, and the figures of the day before stay out of it", async () => {
  await database.look("update rollup set as_of = as_of - 1 where period = any ($1)", [
    [month, quarter, year],
  ]);
  const live = await figuresNow();
  expect(await foldNewDay(jobs)).toBeGreaterThan(0);
  expect(await foldNewDay(jobs)).toBe(0);
  expect(await figuresNow()).toEqual(live);
  const [stale] = await database.look<{ n: number }>(
    "select count(*)::int n from rollup where period = any ($1) and as_of <> $2",
    [[month, quarter, year], now],
  );
  expect(stale?.n).toBe(0);
});

test("a deed that is folded right after midnight does not stand in the way of the new day", async () => {
  await database.look("update rollup set as_of = as_of - 1 where period = any ($1)", [
    [month, quarter, year],
  ]);
  await database.look("insert into rollup_mark (fact, division_id, from_on) values ('households', 7, $1)", [
    now,
  ]);
  await foldMarks(jobs);
  expect(await foldNewDay(jobs)).toBeGreaterThan(0);
  const [stale] = await database.look<{ n: number }>(
    "select count(*)::int n from rollup where period = any ($1) and as_of <> $2",
    [[month, quarter, year], now],
  );
  expect(stale?.n).toBe(0);
});
