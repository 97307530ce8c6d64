// Every command and query × every role × objects near and far: what happens is what the table says, and no mark comes out that should not.
import { beforeAll, expect, test, vi } from "vitest";
import type { Entry } from "#lib/platform/registry.ts";
import { testDatabase } from "#tests/support/database.ts";
import { leaks, otherwise, someOf, tryAll } from "./compare.ts";
import { allEntries, call } from "./entries.ts";
import { type Ground, layGround } from "./ground.ts";
import { ROLES_TRIED } from "./oracle.ts";
import { SAMPLES } from "./samples.ts";

// What a command did is undone, so that the next one finds the same ground.
vi.mock("#lib/platform/scope.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/scope.ts")>();
  const { undone } = await import("./undone.ts");
  return { ...real, writing: undone(real.writing) };
});

const database = testDatabase();
let ground: Ground;
let entries: Entry[];

beforeAll(async () => {
  entries = (await allEntries()).filter((e) => /^(relocations|printing)./.test(e.name));
  ground = await layGround(database);
}, 120_000);

test("the outcome is what the table says, and no row of others comes along", {
  timeout: 600_000,
}, async () => {
  const tried = await tryAll(entries, ground, ROLES_TRIED);
  expect(someOf(otherwise(tried)), `of ${tried.length} calls`).toEqual([]);
  expect(someOf(leaks(tried)), `of ${tried.length} calls`).toEqual([]);
  expect(tried.length).toBeGreaterThan(0);
});

test("without a session nothing answers", async () => {
  const target = ground.targets[0];
  for (const entry of entries) {
    const sample = SAMPLES[entry.name];
    if (!sample || !target) continue;
    const { outcome } = await call(entry, { token: "forged" }, sample.input(target));
    expect(outcome, entry.name).toBe("signed-out");
  }
});
