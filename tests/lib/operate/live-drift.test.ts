// What somebody changed by hand in a live database is found before anything is applied to it.
import { expect, test } from "vitest";
import { liveDrift } from "#lib/operate/drift.ts";
import { migrationFiles } from "#lib/operate/migrations.ts";
import { withClient } from "#lib/operate/roles.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
const applied = migrationFiles().map(({ name }) => name);
const drift = () => withClient(database.owner, (client) => liveDrift(client, applied));

test("a database as its migrations made it has none; each change by hand is one", async () => {
  expect(await drift()).toEqual([]);
  await database.asAdmin(
    "alter table household add column planted int",
    "alter table household disable row level security",
    "grant delete on household to public",
    "create policy planted on household to app_rw using (true)",
  );
  const found = (await drift()).join("\n");
  expect(found).toContain("+ column public.household.planted integer");
  expect(found).toContain("- table public.household rls t");
  expect(found).toContain("+ grant DELETE on public.household to public");
  expect(found).toContain("+ policy planted on public.household");
}, 60_000);
