// The long battery of the trees: a thousand random lives, and no total of a past day changes.
import { expect, test } from "vitest";
import { liveAndCompare } from "#tests/lib/domains/divisions/live-and-compare.ts";
import { plantSmallTree } from "#tests/lib/domains/divisions/small-tree.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();

test("1,000 random lives of a tree leave every past day as it was", async () => {
  const { 市: root } = await plantSmallTree(database);
  const prefecture = await signIn(database, "t-prefecture");
  await expect(
    liveAndCompare(database, prefecture, root!, { runs: 1000, most: 14 }),
  ).resolves.toBeGreaterThan(1000);
});
