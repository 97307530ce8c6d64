// No roster, post or figure of a past day changes through moves, mergers, splits and takings back of Party organizations.
import { expect, test } from "vitest";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { plantSmallTree } from "../divisions/small-tree.ts";
import { liveTheLine } from "./random-line.ts";
import { plantLine } from "./small-line.ts";

const database = testDatabase();

test("30 random lives of a Party line leave every past day as it was", { timeout: 240_000 }, async () => {
  const at = await plantSmallTree(database);
  const line = await plantLine(database, at);
  const county = await signIn(database, "t-county");
  await expect(liveTheLine(database, county, at, line, { runs: 30, most: 12 })).resolves.toBeGreaterThan(50);
});
