// A migration is applied whole or not at all, once, and history cannot be rewritten.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "#lib/operate/migrate.ts";
import { ensureRoles, on, withClient } from "#lib/operate/roles.ts";

const { adminUrl, passwords } = inject("cluster");
const database = `m_${process.pid}`;
const folder = mkdtempSync(path.join(os.tmpdir(), "migrations-"));
let ownerUrl = "";

const write = (name: string, sql: string) => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
};
const tables = () =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map((row) => row.tablename).filter((name) => name !== "_prisma_migrations");
  });

beforeAll(async () => {
  ({ ownerUrl } = await ensureRoles({ adminUrl, database, passwords }));
});
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await withClient(on(adminUrl, { database }), (admin) =>
    admin.query(
      "drop owned by app_owner cascade; create schema if not exists public; alter schema public owner to app_owner",
    ),
  );
  write("0000_first", "create table first (id int);");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await withClient(adminUrl, (admin) => admin.query(`drop database ${database} with (force)`));
});

test("what is missing is applied in order, and only once", async () => {
  write(
    "0001_second",
    "create table second (id int); create function f() returns int language sql as $$ select 1; $$;",
  );
  expect(await migrate(ownerUrl, { folder })).toEqual({ applied: ["0000_first", "0001_second"] });
  expect(await migrate(ownerUrl, { folder })).toEqual({ applied: [] });
  expect(await tables()).toEqual(["first", "second"]);
});

test("one that fails in the middle leaves nothing behind, and says where", async () => {
  write("0001_second", "create table second (id int);\nselect 1 from nowhere;");
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/0001_second.*nowhere.*第 2 行/s);
  expect(await tables()).toEqual(["first"]);
  write("0001_second", "create table second (id int);");
  expect((await migrate(ownerUrl, { folder })).applied).toEqual(["0001_second"]);
});

test("an applied file that was changed or is gone stops everything", async () => {
  await migrate(ownerUrl, { folder });
  write("0001_second", "create table second (id int);");
  write("0000_first", "create table first (id bigint);");
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/0000_first.*改动/);
  rmSync(path.join(folder, "0000_first"), { recursive: true });
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/0000_first.*找不到/);
  expect(await tables()).toEqual(["first"]);
});

test("two at once apply each migration once", async () => {
  const both = await Promise.all([migrate(ownerUrl, { folder }), migrate(ownerUrl, { folder })]);
  expect(both.flatMap(({ applied }) => applied)).toEqual(["0000_first"]);
});
