// No total of a past day changes through openings, moves and closings, and today's tree is what the parents say.
import { beforeAll, expect, test } from "vitest";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { liveAndCompare } from "./live-and-compare.ts";
import { plantSmallTree } from "./small-tree.ts";

const database = testDatabase();
let prefecture: Session;
let root: number;

beforeAll(async () => {
  const at = await plantSmallTree(database);
  root = at.市 as number;
  prefecture = await signIn(database, "t-prefecture");
});

test("50 random lives of a tree leave every past day as it was", { timeout: 120_000 }, async () => {
  await expect(liveAndCompare(database, prefecture, root, { runs: 50, most: 14 })).resolves.toBeGreaterThan(
    50,
  );
});
