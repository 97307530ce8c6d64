// The program refuses a role for which row-level security would not hold, and tables that are not up to date.
import { expect, inject, test } from "vitest";
import { refuseUnfitDatabase } from "#lib/operate/own-database.ts";
import { on } from "#lib/operate/roles.ts";
import { testDatabase } from "../../support/database.ts";

const { adminUrl } = inject("cluster");
const database = testDatabase();

test("the runtime and the job role are fit", async () => {
  await refuseUnfitDatabase(database.rw);
  await refuseUnfitDatabase(database.job);
});

test("a superuser and the owner are not", async () => {
  await expect(refuseUnfitDatabase(on(adminUrl, { database: database.name }))).rejects.toThrow(/超级用户/);
  await expect(refuseUnfitDatabase(database.owner)).rejects.toThrow(/拥有数据表/);
});

test("a database that lacks a migration is refused and the command is named", async () => {
  await database.asAdmin(
    "delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)",
  );
  await expect(refuseUnfitDatabase(database.rw)).rejects.toThrow(/npm run db:deploy/);
});

test("a server that does not answer is told in words", async () => {
  await expect(refuseUnfitDatabase("postgresql://a:b@127.0.0.1:1/x")).rejects.toThrow(/连接不上数据库/);
});
