// Proves that the world is what its papers say: the figures counted by hand are the figures that the program counts.
import { expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { unsealIdNo } from "#lib/platform/seal.ts";
import { testDatabase } from "../support/database.ts";
import { FIGURE_PERIODS, FIGURES } from "./figures.ts";
import { WORLD_TODAY, world } from "./world.ts";

const database = testDatabase();

test.each(Object.keys(FIGURES) as (keyof typeof FIGURES)[])(
  "%s is as counted by hand, at every place and in every period",
  async (indicator) => {
    const rows = await database.look<{ place: number; period: string; figure: string }>(
      `select division_id as place, period, numerator || '/' || denominator as figure from rollup
     where indicator = $1 and period = any ($2)`,
      [indicator, FIGURE_PERIODS],
    );
    const counted = new Map(rows.map(({ place, period, figure }) => [`${place} ${period}`, figure]));
    for (const [place, { id, name }] of Object.entries(world.divisions))
      for (const period of FIGURE_PERIODS)
        expect(`${name} ${period} ${counted.get(`${id} ${period}`)}`).toBe(
          `${name} ${period} ${FIGURES[indicator][place as keyof typeof world.divisions][period]}`,
        );
  },
);

test("nobody has the visits of the whole year", async () => {
  const rows = await database.look(
    "select numerator::int as part, denominator::int as whole, as_of::text from rollup where indicator = 'R2.3' and period = '2026' and division_id = $1",
    [world.divisions.prefecture.id],
  );
  expect(rows).toEqual([{ part: 0, whole: 9, as_of: WORLD_TODAY }]);
});

test("every head can be found by the ID number that is written in the world", async () => {
  for (const { headId, headName, idNo } of Object.values(world.households)) {
    expect(checkDigit(idNo.slice(0, 17))).toBe(idNo[17]);
    const [row] = await database.look<{ name: string; sealed: Buffer; digest: Buffer }>(
      "select name, id_no_sealed as sealed, id_no_digest as digest from person where id = $1",
      [headId],
    );
    expect(row?.name).toBe(headName);
    expect(row && unsealIdNo(row.sealed, row.digest)).toBe(idNo);
  }
});

test("the last visit of each household is its last one that counts", async () => {
  const rows = await database.look<{ name: string; kept: string; last: string }>(
    `select head_name as name, last_visit_on::text as kept, (select max(visited_on)::text from visit v
       where v.household_id = h.id and v.status in ('SUBMITTED', 'CONFIRMED')) as last from household h`,
  );
  expect(rows).toHaveLength(12);
  for (const { name, kept, last } of rows) expect(`${name} ${kept}`).toBe(`${name} ${last}`);
});
