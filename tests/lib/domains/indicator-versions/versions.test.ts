// Whatever the office publishes and whichever months are closed in between: what was told stands, and what is open is counted by the version of its day.
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstDay, type Period, periodOf, step } from "#lib/base/period.ts";
import { viewCockpit, viewRows } from "#lib/domains/cockpit/queries.ts";
import {
  declareIndicator,
  publishOwn,
  retireIndicator,
  setThreshold,
} from "#lib/domains/indicator-versions/commands/publish-version.ts";
import { withdrawVersion } from "#lib/domains/indicator-versions/commands/withdraw-version.ts";
import { indicatorJobs } from "#lib/domains/indicator-versions/jobs.ts";
import { showIndicator } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { previewOwn, previewThreshold } from "#lib/domains/indicator-versions/queries/preview-version.ts";
import { closePast } from "#lib/indicators/closing.ts";
import { countAtNodes, type Figure, type Run } from "#lib/indicators/count.ts";
import { spanOf } from "#lib/indicators/fact.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { workOnce } from "#lib/platform/jobs.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { deed, perform } from "../../indicators/deeds.ts";
import { plantSmallTree, UNITS } from "../../indicators/small-tree.ts";

const database = testDatabase();
const { look } = database;
const now = today();
const month = periodOf(now, "month");
const MONTHS = [-3, -2, -1, 0].map((back) => step(month, back));
const RUNS = Number(process.env.FIGURES_RUNS ?? 4);
const OWN = "R2.Z1";
const why = "试用新办法";

let jobs: pg.Pool;
let admin: Session;
const run: Run = async <Row>({ text, values }: Fragment) =>
  (await jobs.query(text, [...values])).rows as Row[];

beforeAll(async () => {
  jobs = openJobPool(database.job);
  await plantSmallTree(look);
  admin = await signIn(database, "lead");
  await rebuildAll(jobs);
});
afterAll(() => jobs.end());

const fields = {
  ...{
    measure: "share",
    name: "未脱贫户结对率",
    caseUnit: "户",
    missing: "未结对",
    definition: "未脱贫户中已结对的。",
  },
  ...{ scored: "yes", due: "fixed" },
};
const conditions = fc.record({
  "w.status": fc.subarray(["POOR", "PRE_EXIT", "EXITED", "RETURNED"]),
  "p.paired": fc.constantFrom("yes", "no"),
});
const step_ = fc.oneof(
  fc.record({ do: fc.constant("publish" as const), ahead: fc.nat(2), as: conditions }),
  fc.record({
    do: fc.constant("threshold" as const),
    ahead: fc.nat(2),
    watch: fc.integer({ min: 50, max: 99 }),
  }),
  fc.record({ do: fc.constant("deed" as const), deed }),
  fc.constant({ do: "close" as const }),
  fc.constant({ do: "recount" as const }),
  fc.constant({ do: "withdraw" as const }),
);

const drain = async () => {
  while (await workOnce(jobs, indicatorJobs, log));
};
const read = (periods: Period[]) =>
  reading(admin, async (scope) => {
    const catalog = await catalogOf(scope);
    const figures = await readFigures(scope, { indicators: [catalog.known(OWN)!], units: UNITS, periods });
    return Object.fromEntries(
      periods.flatMap((period) => UNITS.map((unit) => [`${period} ${unit}`, figures.of(OWN, unit, period)])),
    );
  });

/** By the version in force on the period's last day (of today while it runs), from the rows alone. */
async function recounted(declared: Ratio | null, period: Period): Promise<Record<string, Figure>> {
  const span = spanOf(period, now);
  const leaves = declared ? await countAtNodes(run, declared, span, null) : [];
  const under = await look<{ unit: number; node: number }>(
    "select ancestor_id as unit, node_id as node from division_closure where from_on <= $1 and (to_on is null or to_on > $1)",
    [span.asOf],
  );
  return Object.fromEntries(
    UNITS.map((unit) => {
      const mine = leaves.filter(({ divisionId }) =>
        under.some((one) => one.unit === unit && one.node === divisionId),
      );
      const sum = (side: "part" | "whole") => mine.reduce((all, leaf) => all + leaf[side], 0);
      return [`${period} ${unit}`, { part: sum("part"), whole: sum("whole") }];
    }),
  );
}

async function withdrawLast() {
  const shown = await reading(admin, (scope) => showIndicator(scope, { indicator: OWN }));
  const taken = shown.versions.find(
    ({ mayWithdraw, fromOn }) => mayWithdraw && fromOn > firstDay(MONTHS[0]!),
  );
  if (taken) await withdrawVersion(admin, { id: taken.id });
}

test("closed figures stand and open ones are counted by the version of their day, whatever is published", {
  timeout: RUNS * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step_, { minLength: 4, maxLength: 12 }), async (steps) => {
      await look("truncate closing cascade");
      await look("delete from indicator_version where origin = 'OFFICE'");
      await look("delete from job");
      await look("insert into closing (period, indicators) values ($1, '{}')", [step(MONTHS[0]!, -1)]);
      await declareIndicator(admin, {
        ...fields,
        item: "R2",
        fact: "households",
        from: MONTHS[0]!,
        "p.paired": "yes",
        why,
      });
      const told = new Map<string, Figure>();
      let open = 0;
      for (const one of steps) {
        const from = step(MONTHS[0]!, open + ("ahead" in one ? one.ahead : 0));
        try {
          if (one.do === "publish")
            await publishOwn(admin, { ...fields, ...one.as, indicator: OWN, from, why });
          if (one.do === "threshold")
            await setThreshold(admin, { indicator: "R2.1", from, watch: String(one.watch), why });
        } catch (error) {
          if (!(error instanceof Problem && error.code === "rule")) throw error;
        }
        if (one.do === "deed") await perform(look, jobs, one.deed);
        if (one.do === "recount") await drain();
        if (one.do === "withdraw") await withdrawLast();
        if (one.do === "close" && open < 3) {
          await drain();
          const period = MONTHS[open]!;
          await closePast(jobs, period, now);
          for (const [key, figure] of Object.entries(await read([period]))) told.set(key, figure);
          open += 1;
        }
        const figures = await read(MONTHS);
        for (const [key, figure] of told) expect({ [key]: figures[key] }).toEqual({ [key]: figure });
        for (const period of MONTHS.slice(open)) {
          const declared = await reading(admin, async (scope) =>
            (await catalogOf(scope)).on(OWN, spanOf(period, now).asOf),
          );
          for (const [key, figure] of Object.entries(await recounted(declared, period)))
            expect({ [key]: figures[key] }, JSON.stringify(one)).toEqual({ [key]: figure });
        }
      }
      await foldMarks(jobs);
      await drain();
      for (const [key, figure] of told) expect((await read(MONTHS))[key]).toEqual(figure);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

const registerOne = (status: "POOR" | "EXITED") =>
  perform(look, jobs, { do: "register", village: 8, days: 90, status });

test("an own indicator is on the board, its number is its rows, and retired it is there no more", async () => {
  await look("truncate closing cascade");
  await look("delete from indicator_version where origin = 'OFFICE'");
  await registerOne("POOR");
  const given = {
    ...fields,
    item: "M2",
    fact: "households",
    from: month,
    "w.status": ["POOR"],
    "p.paired": "no",
    why,
  };
  await expect(declareIndicator(admin, { ...given, from: step(month, -1) })).rejects.toMatchObject({
    words: { key: "indicators.closed" },
  });
  await expect(declareIndicator(admin, { ...given, "p.paired": "" })).rejects.toMatchObject({
    code: "invalid",
  });
  const { indicator } = await declareIndicator(admin, given);
  expect(indicator).toBe("M2.Z1");
  await reading(admin, async (scope) => {
    const board = await viewCockpit(scope, { p: month });
    const cell = board.own.find((one) => one.indicator.id === indicator)!;
    expect(cell.indicator.headline).toBe(true);
    const rows = await viewRows(scope, { indicator, p: month, part: "all" });
    expect(rows.total).toBe(cell.figure.whole);
    expect(rows.rows.length).toBe(cell.figure.whole);
    expect(cell.figure.whole).toBeGreaterThan(0);
  });
  await retireIndicator(admin, { indicator, from: step(month, 1), why });
  await expect(retireIndicator(admin, { indicator, from: step(month, 2), why })).rejects.toMatchObject({
    code: "not-found",
  });
  await reading(admin, async (scope) => {
    const catalog = await catalogOf(scope);
    expect(catalog.on(indicator, now)).not.toBeNull();
    expect(catalog.on(indicator, firstDay(step(month, 1)))).toBeNull();
  });
});

test("the look before it tells what comes and goes, and a threshold from next month changes no light of now", async () => {
  await look("truncate closing cascade");
  await look("delete from indicator_version where origin = 'OFFICE'");
  await registerOne("EXITED");
  await look("insert into closing (period, indicators) values ($1, array['R2.1'])", [step(month, -1)]);
  await declareIndicator(admin, {
    ...fields,
    item: "R2",
    fact: "households",
    from: month,
    "p.paired": "yes",
    why,
  });
  await reading(admin, async (scope) => {
    const given = {
      ...fields,
      indicator: OWN,
      from: step(month, 1),
      "w.status": ["POOR"],
      "p.paired": "yes",
    };
    const { periods, counts, closed } = await previewOwn(scope, given);
    expect([counts, closed]).toEqual([true, 1]);
    expect(periods.map(({ period, effect }) => `${period} ${effect}`)).toEqual([
      `${month} before`,
      `${step(month, -1)} closed`,
      `${step(month, -2)} before`,
    ]);
    const [line] = periods[0]!.lines;
    const { now: was, after, moves } = line!;
    expect(after.figure.whole).toBe(was!.figure.whole + moves.come - moves.gone);
    expect(after.figure.part).toBe(was!.figure.part + moves.metCome - moves.metGone);
    expect(moves.gone).toBeGreaterThan(0);
    const look = await previewThreshold(scope, { indicator: "R2.1", from: step(month, 1), watch: "60" });
    expect(look.counts).toBe(false);
    expect(look.periods[0]!.lines[0]!.after.figure).toEqual(look.periods[0]!.lines[0]!.now!.figure);
    await expect(
      previewThreshold(scope, { indicator: "R2.1", from: step(month, 1), watch: "90" }),
    ).resolves.toBeTruthy();
    await expect(
      previewThreshold(scope, { indicator: "R2.1", from: step(month, 1), watch: "12" }),
    ).rejects.toMatchObject({ code: "invalid" });
  });
  const watching = (day: string) =>
    reading(admin, async (scope) => (await catalogOf(scope)).on("R2.1", day)?.watchFrom ?? 9000);
  await setThreshold(admin, { indicator: "R2.1", from: step(month, 1), watch: "60", why });
  expect(await watching(now)).toBe(9000);
  expect(await watching(firstDay(step(month, 1)))).toBe(6000);
  await expect(
    setThreshold(admin, { indicator: "R2.1", from: month, watch: "70", why }),
  ).rejects.toMatchObject({
    words: { key: "indicators.laterVersion" },
  });
  const { versions } = await reading(admin, (scope) => showIndicator(scope, { indicator: "R2.1" }));
  expect(versions[0]).toMatchObject({ state: "toCome", mayWithdraw: true, why });
  await withdrawVersion(admin, { id: versions[0]!.id });
  expect(await watching(firstDay(step(month, 1)))).toBe(9000);
  await expect(withdrawVersion(admin, { id: versions[0]!.id })).rejects.toMatchObject({ code: "rule" });
});
