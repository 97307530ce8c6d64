// The second wall by itself: the program believes everybody to be the prefecture's administrator, and the database still shows and takes only what is in reach.
import { beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "#tests/support/database.ts";
import { leaks, SHARE, someOf, tryAll } from "./compare.ts";
import { allEntries } from "./entries.ts";
import { type Ground, HELD_AT, layGround, type Target } from "./ground.ts";
import { ROLES_TRIED, sees, under } from "./oracle.ts";

vi.mock("#lib/platform/scope.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/scope.ts")>();
  const { undone } = await import("./undone.ts");
  return { ...real, writing: undone(real.writing) };
});
vi.mock("#lib/platform/viewer.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/viewer.ts")>();
  const everything = { role: "PREFECTURE_ADMIN", divisionId: 80001, readsRegistry: true, nodes: null };
  const lifted: typeof real.asViewer = (row) => ({
    ...real.asViewer(row),
    grants: [everything],
    seesAll: true,
    reach: [],
  });
  return { ...real, asViewer: lifted, reaches: () => true };
});

const database = testDatabase();
let ground: Ground;

beforeAll(async () => {
  ground = await layGround(database);
}, 120_000);

test("no row outside of reach appears or is changed", { timeout: 1_200_000 }, async () => {
  const entries = await allEntries();
  const tried = await tryAll(entries, ground, ROLES_TRIED, SHARE);
  expect(
    tried.filter(({ outcome }) => outcome === "ok").length,
    "the policy is out of the way",
  ).toBeGreaterThan(500);
  expect(someOf(leaks(tried)), `of ${tried.length} calls`).toEqual([]);
  const through = tried.filter(
    ({ entry, role, target, outcome }) =>
      entry.kind === "command" &&
      outcome === "ok" &&
      ABOUT_AN_OBJECT(entry.name) &&
      !ofTheWhole(role, target) &&
      !sees(role, target) &&
      !under(role, target),
  );
  expect(someOf(through.map(({ at }) => at)), "commands that went through").toEqual([]);
});

/** Settings, code lists and the calendar belong to the whole prefecture: they are in reach of whoever reaches all of it. */
const ofTheWhole = (role: string, target: Target) => target.place === null && HELD_AT[role] === "top";

/** Commands about oneself have no object that could be out of reach. */
const ABOUT_AN_OBJECT = (name: string) => !name.startsWith("me.") && !WITHOUT_FOREIGN_ROWS.includes(name);
/** They write rows of one's own, or none: what they show is checked by the marks. */
const WITHOUT_FOREIGN_ROWS = [
  "listViews.save",
  "sync.tellTwisted",
  "listViews.chooseColumns",
  "search.idTail",
  "households.export",
  "members.export",
  "exports.start",
  "exports.ask",
  "imports.start",
  "imports.paste",
  // A job, which asks again for the rights of whoever asked for it.
  "closings.close",
  "divisions.rehearse",
  "orgs.rehearse",
  "orgs.rehearseOpening",
  "orgs.exportTerms",
  "audit.export",
];
