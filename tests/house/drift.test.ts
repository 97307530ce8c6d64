// Proves that the migrations make exactly the schema that the Prisma files describe.
import { expect, test } from "vitest";
import { schemaDrift } from "#lib/operate/drift.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();

test("schema and migrations say the same", async () => {
  expect(await schemaDrift(database.owner)).toBe("");
});

test("it bites: a column that only the database has", async () => {
  await database.asAdmin("alter table household add column planted int");
  expect(await schemaDrift(database.owner)).toContain("planted");
});
