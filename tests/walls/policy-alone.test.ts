// The first wall by itself: with row-level security taken away, every query and command still keeps to the table.
import { beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "#tests/support/database.ts";
import { leaks, SHARE, someOf, tryAll, wronglyOpen } from "./compare.ts";
import { allEntries } from "./entries.ts";
import { type Ground, layGround } from "./ground.ts";
import { ROLES_TRIED } from "./oracle.ts";

vi.mock("#lib/platform/scope.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/scope.ts")>();
  const { undone } = await import("./undone.ts");
  return { ...real, writing: undone(real.writing) };
});

const database = testDatabase();
let ground: Ground;

beforeAll(async () => {
  ground = await layGround(database);
  await database.asAdmin(`do $$ declare t text; begin
    for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
      execute format('alter table %I disable row level security', t);
    end loop; end $$`);
}, 120_000);

test("no row outside of reach appears, and no deed goes through", { timeout: 1_200_000 }, async () => {
  const tried = await tryAll(await allEntries(), ground, ROLES_TRIED, SHARE);
  expect(someOf(leaks(tried)), `of ${tried.length} calls`).toEqual([]);
  expect(someOf(wronglyOpen(tried)), `of ${tried.length} calls`).toEqual([]);
});
