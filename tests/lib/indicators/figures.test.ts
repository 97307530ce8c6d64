// Whatever happens to households, pairings, visits and the tree, folded or not yet: the number equals a recount by hand, and its rows.
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Period } from "#lib/base/period.ts";
import { INDICATORS as CATALOG } from "#lib/indicators/catalog.ts";
import { CASE_OF } from "#lib/indicators/fact.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks, foldNewDay, rebuildAll } from "#lib/indicators/fold.ts";
import { peopleBehind } from "#lib/indicators/person-rows.ts";
import { postsBehind } from "#lib/indicators/post-rows.ts";
import {
  casesBehind,
  longestWaits,
  orgsBehind,
  type Part,
  ROWS_A_PAGE,
  rowsBehind,
  slicesOf,
} from "#lib/indicators/rows.ts";
import { subjectsBehind } from "#lib/indicators/subject-rows.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { byHand } from "./by-hand.ts";
import { type PostDeed, performOnPosts, plantPosts, postDeed } from "./post-deeds.ts";
import { performOnTrainings, type TrainingDeed, trainingDeed } from "./training-deeds.ts";

const database = testDatabase();
/** The others have tests of their own. */
const INDICATORS = CATALOG.filter(
  ({ of }) => !["entity", "entityOrg"].includes(CASE_OF[of]) && of !== "ledHouseholds",
);
const now = today();
const month = now.slice(0, 7) as Period;
const before =
  `${new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7)}` as Period;
const year = now.slice(0, 4) as Period;
const quarter = `${year}Q${Math.ceil(Number(now.slice(5, 7)) / 3)}` as Period;
const PERIODS: Period[] = [month, before, quarter, year];
const daysAgo = (n: number) =>
  new Date(Date.parse(`${now}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);

/** The long battery asks for hundreds. */
const RUNS = Number(process.env.FIGURES_RUNS ?? 12);

const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const VILLAGES = [7, 8, 9];
const PARENT: Record<number, number> = { 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 4, 8: 5, 9: 6 };

let jobs: pg.Pool;
let admin: Session;

beforeAll(async () => {
  const { look } = database;
  jobs = openJobPool(database.job);
  await look(
    "truncate division, division_closure, household, person, account, role_grant, rollup, rollup_leaf, rollup_mark, visit_rule, target cascade",
  );
  const level = (id: number) =>
    id === 1 ? "PREFECTURE" : id < 4 ? "COUNTY" : id < 7 ? "TOWNSHIP" : "VILLAGE";
  for (const id of UNITS) {
    await look(
      "insert into division (id, name, level, parent_id, opened_on) values ($1::int, 'u' || $1::int, $2, $3::int, '2014-01-01')",
      [id, level(id), PARENT[id] ?? null],
    );
    for (let up: number | undefined = id, depth = 0; up !== undefined; up = PARENT[up], depth += 1)
      await look("insert into division_closure values ($1, $2, $3, '2014-01-01', null)", [up, id, depth]);
  }
  await look(
    "insert into visit_rule (helper_kind, period, min_count, from_on) values ('FIRST_HELPER', 'MONTH', 1, '2014-01-01'), ('SECOND_HELPER', 'QUARTER', 1, '2014-01-01')",
  );
  await look("insert into account (id, username, name, division_id) values (1, 'lead', 'lead', 1)");
  await look("insert into role_grant (account_id, role, division_id) values (1, 'PREFECTURE_ADMIN', 1)");
  await look(
    "insert into person (id, name, division_id) select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'helper ' || n, 1 from generate_series(1, 4) n",
  );
  await plantPosts(look, VILLAGES);
  admin = await signIn(database, "lead");
  await rebuildAll(jobs);
});
afterAll(() => jobs.end());

type Deed =
  | { do: "register"; village: number; days: number; status: string }
  | { do: "pair"; household: number; helper: number; kind: string; days: number }
  | { do: "end"; pairing: number; days: number }
  | { do: "visit"; household: number; helper: number; days: number; remote: boolean }
  | { do: "withdraw"; visit: number }
  | { do: "move"; household: number; village: number }
  | { do: "replant"; village: number; township: number }
  | { do: "found"; village: number; days: number }
  | { do: "elect"; term: number; days: number }
  | { do: "close"; term: number; days: number }
  | { do: "list"; term: number; days: number }
  | { do: "accept"; weak: number; days: number }
  | PostDeed
  | TrainingDeed
  | { do: "fold" };

const small = fc.nat({ max: 7 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant("register" as const),
    village: fc.constantFrom(...VILLAGES),
    days: fc.nat({ max: 400 }),
    status: fc.constantFrom("POOR", "EXITED", "REMOVED"),
  }),
  fc.record({
    do: fc.constant("pair" as const),
    household: small,
    helper: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom("FIRST_HELPER", "SECOND_HELPER"),
    days: fc.nat({ max: 300 }),
  }),
  fc.record({ do: fc.constant("end" as const), pairing: small, days: fc.nat({ max: 60 }) }),
  fc.record({
    do: fc.constant("visit" as const),
    household: small,
    helper: fc.integer({ min: 1, max: 4 }),
    days: fc.nat({ max: 100 }),
    remote: fc.boolean(),
  }),
  fc.record({ do: fc.constant("withdraw" as const), visit: small }),
  fc.record({ do: fc.constant("move" as const), household: small, village: fc.constantFrom(...VILLAGES) }),
  fc.record({
    do: fc.constant("replant" as const),
    village: fc.constantFrom(...VILLAGES),
    township: fc.constantFrom(4, 5, 6),
  }),
  fc.record({
    do: fc.constant("found" as const),
    village: fc.constantFrom(...VILLAGES),
    days: fc.integer({ min: -40, max: 300 }),
  }),
  fc.record({ do: fc.constant("elect" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("close" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("list" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("accept" as const), weak: small, days: fc.nat({ max: 60 }) }),
  { arbitrary: postDeed(Number(year)), weight: 4 },
  { arbitrary: trainingDeed(VILLAGES), weight: 5 },
  fc.record({ do: fc.constant("fold" as const) }),
);

/** Does it as the programs do, by rows; what the database refuses (an overlap) simply does not happen. */
async function perform(one: Deed) {
  const { look } = database;
  const nth = async (table: string, index: number) => {
    const rows = await look<Record<string, string>>(`select * from ${table} order by 1, 2`);
    return rows.length === 0 ? undefined : rows[index % rows.length];
  };
  switch (one.do) {
    case "register": {
      const [row] = await look<{ id: string }>(
        "insert into household (household_no, division_id, head_name, status) values (gen_random_uuid()::text, $1, 'h', $2) returning id",
        [one.village, one.status],
      );
      return look("insert into household_spell values ($1, $2, $3, $4, null)", [
        row?.id,
        one.village,
        one.status,
        daysAgo(one.days),
      ]);
    }
    case "pair": {
      const home = await nth("household", one.household);
      if (!home) return;
      return look(
        "insert into pairing (household_id, division_id, helper_id, helper_name, kind, from_on) values ($1, $2, ('00000000-0000-7000-8000-00000000000' || $3)::uuid, 'x', $4, $5)",
        [home.id, home.division_id, String(one.helper), one.kind, daysAgo(one.days)],
      ).catch(() => undefined);
    }
    case "end": {
      const pairing = await nth("pairing", one.pairing);
      if (!pairing) return;
      return look("update pairing set to_on = greatest($2::date, from_on) where id = $1 and to_on is null", [
        pairing.id,
        daysAgo(one.days),
      ]);
    }
    case "visit": {
      const home = await nth("household", one.household);
      if (!home) return;
      const [visit] = await look<{ id: string }>(
        "insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation) values (gen_random_uuid(), $1, $2, $2, $3, 'HOME', 'NORMAL') returning id",
        [home.id, home.division_id, daysAgo(one.days)],
      );
      return look(
        "insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on, remote) values ($1, ('00000000-0000-7000-8000-00000000000' || $2)::uuid, 'x', $3, $4, $5, $6)",
        [visit?.id, String(one.helper), home.id, home.division_id, daysAgo(one.days), one.remote],
      );
    }
    case "found": {
      // Its term ends so many days ago, or in days to come.
      const [org] = await look<{ id: number }>(
        "insert into party_org (name, kind, setting, division_id, opened_on) values ('o', 'BRANCH', 'TERRITORIAL', $1, '2014-01-01') returning id",
        [one.village],
      );
      return look(
        "insert into party_org_term (org_id, division_id, elected_on, years, ends_on, due_on) values ($1, $2, $3::date - 1000, 3, $3, $3)",
        [org?.id, one.village, daysAgo(one.days)],
      );
    }
    case "elect": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look(
        "update party_org_term set reelected_on = $2, result = case when $2::date > due_on then 'LATE' else 'ON_TIME' end where id = $1",
        [term.id, daysAgo(one.days)],
      ).catch(() => undefined);
    }
    case "close": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look("update party_org set closed_on = $2 where id = $1", [term.org_id, daysAgo(one.days)]);
    }
    case "list": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look(
        "insert into party_org_weak (org_id, division_id, year, cause, found_on) values ($1, $2, extract(year from $3::date), 'COMPLAINTS', $3) on conflict do nothing",
        [term.org_id, term.division_id, daysAgo(one.days)],
      );
    }
    case "accept": {
      const listing = await nth("party_org_weak", one.weak);
      if (!listing) return;
      return look(
        "update party_org_weak set status = 'ACCEPTED', accepted_on = $2, reported_by = 1, decided_by = 2 where id = $1",
        [listing.id, daysAgo(one.days)],
      );
    }
    case "withdraw": {
      const visitor = await nth("visit_visitor", one.visit);
      if (visitor)
        return look("update visit_visitor set counts = false where visit_id = $1", [visitor.visit_id]);
      return;
    }
    case "move": {
      const home = await nth("household", one.household);
      if (!home) return;
      await look("delete from household_spell where household_id = $1 and to_on is null and from_on >= $2", [
        home.id,
        now,
      ]);
      await look("update household_spell set to_on = $2 where household_id = $1 and to_on is null", [
        home.id,
        now,
      ]);
      await look("insert into household_spell values ($1, $2, $3, $4, null)", [
        home.id,
        one.village,
        home.status,
        now,
      ]);
      return look("update household set division_id = $2 where id = $1", [home.id, one.village]);
    }
    case "replant":
      await look("select sec.move_subtree('division_closure', $1, $2, $3)", [one.village, one.township, now]);
      return look("insert into rollup_mark (fact, division_id, from_on) values ('tree', $1, $2)", [
        one.village,
        now,
      ]);
    case "fold":
      return foldMarks(jobs);
    case "places":
    case "appoint":
    case "leave":
    case "assess":
      return performOnPosts(look, one, daysAgo);
    default:
      return performOnTrainings(look, one, daysAgo);
  }
}

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
      for (const one of deeds) await perform(one);
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
  await perform({ do: "register", village: 7, days: 400, status: "POOR" });
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
  await perform({ do: "visit", household: at, helper: 1, days: 62, remote: false });
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
          }[
            CASE_OF[indicator.of] as "household" | "person" | "partyOrg" | "post" | "subject"
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
