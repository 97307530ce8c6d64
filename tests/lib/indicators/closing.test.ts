// What was told of a closed month stands, whatever is done afterwards; and told + corrections = the rows of today, at every unit.
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastDay, type Period, periodOf, previous } from "#lib/base/period.ts";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { closeMonth, closePast, nextToClose } from "#lib/indicators/closing.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks, rebuildAll, recountIfDeclaredAnew } from "#lib/indicators/fold.ts";
import { lightOf } from "#lib/indicators/light.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { deed, perform } from "./deeds.ts";
import { plantSmallTree, UNITS } from "./small-tree.ts";

const database = testDatabase();
const { look } = database;
const now = today();
const month = periodOf(now, "month");
const before = previous(month);
const year = Number(before.slice(0, 4));
const monthly = INDICATORS.filter(({ periods }) => periods.includes("month"));
/** The long battery asks for hundreds. */
const RUNS = Number(process.env.FIGURES_RUNS ?? 6);

let jobs: pg.Pool;
let admin: Session;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  await plantSmallTree(look);
  admin = await signIn(database, "lead");
  await rebuildAll(jobs);
});
afterAll(() => jobs.end());

const figures = (as: "told" | "live", period: Period = before) =>
  reading(admin, async (scope) => {
    const read = await readFigures(scope, { indicators: monthly, units: UNITS, periods: [period], as });
    return Object.fromEntries(
      monthly.flatMap(({ id }) => UNITS.map((unit) => [`${id} ${unit}`, read.of(id, unit, period)])),
    );
  });

/** What the corrections below a unit add up to. */
async function corrected() {
  const rows = await look<{ key: string; part: number; whole: number }>(
    `select x.indicator || ' ' || c.ancestor_id as key, sum(x.part_change)::int as part, sum(x.whole_change)::int as whole
     from closed_correction x join division_closure c on c.node_id = x.division_id and c.from_on <= $2 and (c.to_on is null or c.to_on > $2)
     where x.period = $1 group by 1`,
    [before, lastDay(before)],
  );
  return new Map(rows.map(({ key, part, whole }) => [key, { part, whole }]));
}

test("whatever is written after a closing, what was told stands, and with the corrections it is the rows of today", {
  timeout: RUNS * 30_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 5, maxLength: 15 }),
      fc.array(deed, { minLength: 5, maxLength: 15 }),
      async (earlier, later) => {
        await look("truncate closing cascade");
        for (const one of earlier) await perform(look, jobs, one);
        await closePast(jobs, before, now);
        const told = await figures("told");
        expect(told).toEqual(await figures("live"));
        for (const one of later) await perform(look, jobs, one);
        expect(await figures("told"), "before the fold").toEqual(told);
        await foldMarks(jobs);
        expect(await figures("told"), "after it").toEqual(told);
        const [live, sums] = [await figures("live"), await corrected()];
        for (const [key, { part, whole }] of Object.entries(told)) {
          const change = sums.get(key) ?? { part: 0, whole: 0 };
          expect({ [key]: live[key] }).toEqual({
            [key]: { part: part + change.part, whole: whole + change.whole },
          });
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("each correction names what brought it about, and counting everything anew adds none", async () => {
  await look("truncate closing cascade");
  await look("update setting set value = '{}' where key = 'counted-by'");
  await closePast(jobs, before, now);
  expect(await recountIfDeclaredAnew(jobs, now)).toBe(true);
  expect(await look("select 1 from closed_correction")).toEqual([]);
  await perform(look, jobs, { do: "register", village: 8, days: 90, status: "POOR" });
  await foldMarks(jobs);
  const noted = await look<{ indicator: string; division_id: number; whole: number; causes: string[] }>(
    "select indicator, division_id, whole_change::int as whole, causes from closed_correction where indicator = 'R2.1'",
  );
  expect(noted).toEqual([{ indicator: "R2.1", division_id: 8, whole: 1, causes: ["households"] }]);
});

test("a target that is set later judges no month that is closed", async () => {
  await look("truncate closing cascade");
  await look("delete from target");
  await look(
    "insert into target (indicator, division_id, year, value, steps) values ('R2.1', 1, $1, 8000, '{2500,5000,7500,10000}')",
    [year],
  );
  await closePast(jobs, before, now);
  await look("update target set value = 9900, steps = null where indicator = 'R2.1'");
  await reading(admin, async (scope) => {
    const told = await readFigures(scope, { indicators: monthly, units: [8], periods: [before] });
    expect(told.told("R2.1", 8, before)).toMatchObject({ target: 8000, steps: [2500, 5000, 7500, 10_000] });
    expect((await readTargets(scope, [before], [8])).of("R2.1", 8, before)?.value).toBe(9900);
  });
});

test("another threshold begins with its month; another formula of the program with the first open one", async () => {
  await look("truncate closing cascade");
  await closePast(jobs, before, now);
  await look(
    `insert into indicator_version (indicator, from_on, declaration, digest, origin, account_id, account_name, why)
     select indicator, date_trunc('month', $1::date), declaration || '{"watchFrom": 5000}', digest, 'OFFICE', 1, 'lead', '试用' from indicator_version where indicator = 'R2.1'`,
    [now],
  );
  await reading(admin, async (scope) => {
    const catalog = await catalogOf(scope);
    const light = (day: string) => lightOf({ part: 60, whole: 100 }, 10_000, catalog.on("R2.1", day)!);
    expect(light(lastDay(before))).toBe("behind");
    expect(light(now)).toBe("watch");
  });
  // A program of another day counted visits otherwise.
  await look("update indicator_version set digest = 'other' where indicator = 'R2.3'");
  expect(await recountIfDeclaredAnew(jobs, now)).toBe(true);
  expect(
    await look(
      "select from_on::text as day, origin from indicator_version where indicator = 'R2.3' order by 1",
    ),
  ).toEqual([
    { day: "2014-01-01", origin: "PROGRAM" },
    { day: `${month}-01`, origin: "PROGRAM" },
  ]);
  expect(await look("select 1 from closed_correction")).toEqual([]);
});

test("months are closed one after the other, none before it has ended, and none twice", async () => {
  await look("truncate closing cascade");
  const run = async <Row>({ text, values }: Fragment) => (await jobs.query(text, [...values])).rows as Row[];
  expect(await nextToClose(run, now)).toBe(month);
  expect(await closeMonth(jobs, month, null, now)).toBeNull();
  await closePast(jobs, previous(before), now);
  expect(await nextToClose(run, now)).toBe(before);
  expect(await closeMonth(jobs, month, null, now)).toBeNull();
  expect(await closeMonth(jobs, before, { accountId: 1, name: "lead" }, now)).toBeGreaterThan(0);
  expect(await closeMonth(jobs, before, null, now)).toBeNull();
  expect(await look("select period, account_name from closing where period = $1", [before])).toEqual([
    { period: before, account_name: "lead" },
  ]);
  // Nobody changes what was told: neither people nor jobs.
  await expect(jobs.query("update closed_figure set numerator = 0")).rejects.toThrow(/permission denied/);
  await expect(jobs.query("delete from closing")).rejects.toThrow(/permission denied/);
});
