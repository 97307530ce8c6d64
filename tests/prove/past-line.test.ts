// The long battery of the Party line: hundreds of random lives, and no roster, post or figure of a past day changes.
import { expect, test } from "vitest";
import { plantSmallTree } from "#tests/lib/domains/divisions/small-tree.ts";
import { liveTheLine } from "#tests/lib/domains/party-orgs/random-line.ts";
import { plantLine } from "#tests/lib/domains/party-orgs/small-line.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();

test("1,000 random lives of a Party line leave every past day as it was", async () => {
  const at = await plantSmallTree(database);
  const line = await plantLine(database, at);
  const county = await signIn(database, "t-county");
  await expect(liveTheLine(database, county, at, line, { runs: 1000, most: 12 })).resolves.toBeGreaterThan(
    2000,
  );
});
