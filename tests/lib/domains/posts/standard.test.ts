// The usual team is the office's own: a county's from its day on, and what is set up before keeps its places and its figures.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { setUpChoices } from "#lib/domains/posts/queries/choices.ts";
import { setSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, accounts } = world;
let city: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  city = await signIn(database, accounts.organizer.username);
});
afterAll(() => holdToday(null));

const usual = async (unit: { id: number }) =>
  (await reading(city, (scope) => setUpChoices(scope, { divisionId: unit.id }))).usualVillage;
const village = (more: Record<string, string>) => ({
  ...{
    SECRETARY: "1",
    DEPUTY_SECRETARY: "1",
    PARTY_COMMITTEE_MEMBER: "1",
    DIRECTOR: "1",
    DEPUTY_DIRECTOR: "1",
  },
  ...{ VILLAGE_COMMITTEE_MEMBER: "1", SUPERVISION_DIRECTOR: "1", SUPERVISION_MEMBER: "0" },
  ...more,
});
const teams = () =>
  reading(city, async (scope) => {
    const figures = await readFigures(scope, {
      indicators: INDICATORS.filter(({ id }) => id === "F2.1"),
      units: [1],
      periods: ["2026-09", "2026-11", "2026"],
    });
    return (["2026-09", "2026-11", "2026"] as const).map((period) => figures.of("F2.1", 1, period));
  });

test("a county's own numbers are proposed there from their day on, the prefecture's elsewhere; no figure moves", async () => {
  const before = await teams();
  expect(await usual(divisions.chaya)).toMatchObject({ DEPUTY_DIRECTOR: 1, SUPERVISION_MEMBER: 0 });
  const set = (value: Record<string, string>, fromOn: string, unit?: { id: number }) =>
    setSetting(city, {
      ...{ key: "team-village", fromOn, ...village(value) },
      ...(unit ? { unit: String(unit.id) } : {}),
    });
  await set({ DEPUTY_DIRECTOR: "2" }, WORLD_TODAY, divisions.chaya);
  await set({ VILLAGE_COMMITTEE_MEMBER: "3" }, addDays(WORLD_TODAY, 5));
  expect(await usual(divisions.jitang)).toMatchObject({ DEPUTY_DIRECTOR: 2, VILLAGE_COMMITTEE_MEMBER: 1 });
  expect(await usual(divisions.wangda)).toMatchObject({ DEPUTY_DIRECTOR: 1, VILLAGE_COMMITTEE_MEMBER: 1 });
  holdToday(addDays(WORLD_TODAY, 5));
  expect(await usual(divisions.wangda)).toMatchObject({ VILLAGE_COMMITTEE_MEMBER: 3 });
  expect(await usual(divisions.jitang)).toMatchObject({ DEPUTY_DIRECTOR: 2, VILLAGE_COMMITTEE_MEMBER: 1 });
  holdToday(WORLD_TODAY);
  expect(await teams()).toEqual(before);
  await expect(set({ SECRETARY: "2" }, WORLD_TODAY)).rejects.toMatchObject({ code: "invalid" });
});
