// The indicators on the named world: every place and period as counted by hand, and the same number for whoever may see it.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Period } from "#lib/base/period.ts";
import { viewCockpit, viewRows } from "#lib/domains/cockpit/queries.ts";
import { INDICATORS, indicatorById } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { dueByNow, lightOf } from "#lib/indicators/light.ts";
import { longestWaits } from "#lib/indicators/rows.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { FIGURE_PERIODS, FIGURES } from "#tests/world/figures.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
beforeAll(() => holdToday("2026-11-25"));
afterAll(() => holdToday(null));

const places = Object.keys(FIGURES["R2.1"]) as (keyof (typeof FIGURES)["R2.1"])[];

test("every figure of the world is the one counted by hand", async () => {
  const session = await signIn(database, world.accounts.organizer.username);
  const units = places.map((place) => world.divisions[place].id);
  await reading(session, async (scope) => {
    const figures = await readFigures(scope, {
      indicators: INDICATORS,
      units,
      periods: FIGURE_PERIODS as unknown as Period[],
    });
    for (const { id } of INDICATORS)
      for (const place of places)
        for (const period of FIGURE_PERIODS) {
          const { part, whole } = figures.of(id, world.divisions[place].id, period);
          expect(`${id} ${place} ${period}: ${part}/${whole}`).toBe(
            `${id} ${place} ${period}: ${FIGURES[id as "R2.1"][place][period]}`,
          );
        }
  });
});

test("a light compares with what is due by the day of the figure", () => {
  const [coverage, visits] = [indicatorById("R2.1"), indicatorById("R2.3")];
  if (!coverage || !visits) throw new Error("the catalog lost an indicator");
  expect(dueByNow(coverage, 9800, "2026-11", "2026-11-15")).toBe(9800);
  expect(dueByNow(visits, 9000, "2026-11", "2026-11-15")).toBe(4500);
  expect(dueByNow(visits, 9000, "2026Q4", "2026-11-15")).toBe(9000);
  expect(dueByNow(visits, 9000, "2026-12", "2026-11-15")).toBeNull();
  const trained = INDICATORS.find(({ id }) => id === "F2.3")!;
  expect(dueByNow(trained, 7300, "2026-03", "2026-11-15")).toBe(1800);
  expect(dueByNow(trained, 7300, "2026", "2026-03-31")).toBe(1800);
  expect(dueByNow(trained, 7300, "2025", "2026-11-15")).toBe(7300);
  expect(lightOf({ part: 98, whole: 100 }, 9800)).toBe("ok");
  expect(lightOf({ part: 97, whole: 100 }, 9800)).toBe("watch");
  expect(lightOf({ part: 88, whole: 100 }, 9800)).toBe("behind");
  expect(lightOf({ part: 0, whole: 0 }, 9800)).toBe("none");
  expect(lightOf({ part: 1, whole: 2 }, null)).toBe("none");
});

test("a county sees its own board and not its neighbor's; a helper sees none", async () => {
  const secretary = await signIn(database, world.accounts.countySecretary.username);
  await reading(secretary, async (scope) => {
    const board = await viewCockpit(scope, { u: String(world.divisions.chaya.id), p: "2026-10" });
    expect(board.own[0]?.figure).toEqual({ part: 6, whole: 7 });
    expect(board.children.map((child) => child.name).sort()).toEqual(
      [world.divisions.jitang.name, world.divisions.xiangdui.name].sort(),
    );
    await expect(
      viewCockpit(scope, { u: String(world.divisions.zuogong.id), p: "2026-10" }),
    ).rejects.toMatchObject({ code: "not-found" });
    const rows = await viewRows(scope, {
      indicator: "R2.1",
      u: String(world.divisions.chaya.id),
      p: "2026-10",
      part: "missing",
    });
    expect(rows.total).toBe(1);
    expect(rows.rows).toHaveLength(1);
  });
});

test("a household that was never paired counts no days, one that lost its helper counts from then", async () => {
  const indicator = INDICATORS.find((one) => one.id === "R2.1");
  if (!indicator) throw new Error("the catalog lost R2.1");
  const session = await signIn(database, world.accounts.organizer.username);
  const unit = world.divisions.prefecture.id;
  const wait = async () => {
    const [told] = await reading(session, (scope) => longestWaits(scope, "2026-10", [{ indicator, unit }]));
    return told;
  };
  expect(await wait()).toEqual({ days: null, never: 2 });
  const home = await aHousehold(database, { divisionId: world.divisions.renda.id });
  expect(await wait()).toEqual({ days: null, never: 3 });
  await aPairing(database, {
    household: home,
    helper: world.people.townshipHelper,
    fromOn: "2026-01-01",
    toOn: "2026-10-01",
  });
  expect(await wait()).toEqual({ days: 30, never: 2 });
});
