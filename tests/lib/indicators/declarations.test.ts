// A program that counts in another way than the one before recounts what it finds, once, and the job role can note nothing else.
import { afterAll, beforeAll, expect, test } from "vitest";
import { INDICATORS, indicatorsOf } from "#lib/indicators/catalog.ts";
import { recountIfDeclaredAnew } from "#lib/indicators/fold.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY } from "#tests/world/world.ts";

const database = testDatabase();
const jobs = openJobPool(database.job, 1);
const recount = () => recountIfDeclaredAnew(jobs, WORLD_TODAY);
const figure = async () =>
  (
    await database.look<{ n: number }>(
      "select numerator::int as n from rollup where indicator = 'R2.1' and period = '2026-11' and division_id = 1",
    )
  )[0]?.n;
let right: number | undefined;

beforeAll(async () => {
  right = await figure();
});
afterAll(() => jobs.end());

test("figures that were counted in today's way are left alone", async () => {
  expect(right).toBeGreaterThan(0);
  await database.look("update rollup set numerator = numerator + 7 where indicator = 'R2.1'");
  expect(await recount()).toBe(false);
  expect(await figure()).toBe((right ?? 0) + 7);
});

test("a fact that is counted otherwise makes them count anew, once", async () => {
  const [fact] = await database.look<{ made: string }>(
    "select pg_get_functiondef('fact_households'::regproc) as made",
  );
  await database.look((fact?.made ?? "").replace(/from household_spell s/, "$& /* another reading */"));
  expect(await recount()).toBe(true);
  expect(await figure()).toBe(right);
  expect(await recount()).toBe(false);
});

test("an indicator that is declared no more leaves no figures behind", async () => {
  await database.look(
    "insert into rollup (indicator, period, division_id, numerator, denominator, as_of) values ('X9.9', '2026-11', 1, 1, 1, $1)",
    [WORLD_TODAY],
  );
  await database.look("delete from setting where key = 'counted-by'");
  expect(await recount()).toBe(true);
  expect(await database.look("select 1 from rollup where indicator = 'X9.9'")).toEqual([]);
});

test("the job role writes that note, and no other setting", async () => {
  const write = (key: string) =>
    jobs.query("insert into setting (key, from_on, value) values ($1, '2026-01-01', '{}')", [key]);
  await expect(write("policy-period-end")).rejects.toThrow(/row-level security/);
  await write("counted-by");
});

test("each item that is in use has one headline, and its page goes by code", () => {
  for (const { code } of ITEMS) {
    const own = indicatorsOf(code);
    if (own.length === 0) continue;
    expect(
      own.filter(({ headline }) => headline).map(({ id }) => id),
      `headlines of ${code}`,
    ).toHaveLength(1);
    expect(own.map(({ id }) => id)).toEqual(own.map(({ id }) => id).sort());
  }
  expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
});
