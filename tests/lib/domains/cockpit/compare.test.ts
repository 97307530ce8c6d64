// Units beside each other: those below with live figures, those beside without small cells, and never fewer than two.
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewCompare } from "#lib/domains/cockpit/compare-query.ts";
import { startExport } from "#lib/domains/exports/commands/start-export.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, accounts } = world;
beforeAll(() => holdToday(WORLD_TODAY));
afterAll(() => holdToday(null));

type Asked = Omit<Parameters<typeof viewCompare>[1], "u"> & { u?: { id: number } };
const compared = async (username: string, { u, ...asked }: Asked) =>
  reading(await signIn(database, username), (scope) =>
    viewCompare(scope, { p: "2026-10", ...asked, ...(u ? { u: String(u.id) } : {}) }),
  );

test("the units below bear the figures of their rows, and their places are told among all of them", async () => {
  const view = await compared(accounts.leader.username, { item: "R2" });
  const session = await signIn(database, accounts.leader.username);
  expect(view.group.map(({ id }) => id)).toEqual([divisions.chaya.id, divisions.zuogong.id]);
  await reading(session, async (scope) => {
    const figures = await readFigures(scope, {
      indicators: view.indicators,
      units: view.group.map(({ id }) => id),
      periods: ["2026-10"],
    });
    for (const { indicator, cells } of view.rows)
      for (const { unit, figure } of cells)
        expect(figure).toEqual(figures.of(indicator.id, unit.id, "2026-10"));
  });
  // Counted by hand in figures.ts: 6/7 in 察雅, 2/3 in 左贡.
  const coverage = view.rows.find(({ indicator }) => indicator.id === "R2.1");
  expect(coverage?.cells.map(({ place }) => place)).toEqual([
    { place: 1, among: 2, tied: 1 },
    { place: 2, among: 2, tied: 1 },
  ]);
  expect(coverage?.cells[0]?.series).toHaveLength(12);
});

test("a county beside its peers: its own figure is whole, of the other nothing under five cases", async () => {
  const view = await compared(accounts.countySecretary.username, { i: "R2.1,R2.3", peers: "1" });
  expect(view.peers).toBe(true);
  expect(view.group.map(({ id, reached }) => [id, reached])).toEqual([
    [divisions.chaya.id, true],
    [divisions.zuogong.id, false],
  ]);
  expect(view.indicators.map(({ id }) => id)).toEqual(["R2.1", "R2.3"]);
  const [own, other] = view.rows[0]!.cells;
  expect(own).toMatchObject({ figure: { part: 6, whole: 7 }, place: { place: 1, among: 2 } });
  expect(other).toMatchObject({ figure: null, light: "none", place: { place: 2, among: 2 } });
  expect(other!.series.every(({ figure }) => figure === null || figure.whole >= 5)).toBe(true);
});

test("one unit is no comparison; two are; units of elsewhere are not there", async () => {
  const one = await compared(accounts.leader.username, { i: "R2.1", units: `${divisions.chaya.id}` });
  expect(one).toMatchObject({ tooFew: true });
  const { jitang, xiangdui, wangda } = divisions;
  const two = await compared(accounts.countySecretary.username, {
    i: "R2.1",
    units: `${jitang.id},${xiangdui.id},${wangda.id}`,
  });
  expect(two.tooFew).toBe(false);
  expect(new Set(two.rows[0]?.cells.map(({ unit }) => unit.id))).toEqual(new Set([jitang.id, xiangdui.id]));
  await expect(compared(accounts.countySecretary.username, { u: divisions.zuogong })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a village has nobody to be compared with", async () => {
  const view = await compared(accounts.firstSecretary.username, { peers: "1" });
  expect(view).toMatchObject({ peers: false, group: [] });
});

test("whoever sees a board takes its figures along, and the audit knows", async () => {
  const leader = await signIn(database, accounts.leader.username);
  await startExport(leader, { what: "compare", divisionId: divisions.prefecture.id, conditions: "i=R2.1" });
  // The list of households stays with those who may export.
  await expect(
    startExport(leader, { what: "households", divisionId: divisions.prefecture.id, conditions: "" }),
  ).rejects.toMatchObject({ code: "refused" });
  const told = await database.look("select facts from audit_event where verb = 'export.started'");
  expect(told).toMatchObject([{ facts: { what: "compare" } }]);
});
