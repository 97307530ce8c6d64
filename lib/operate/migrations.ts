// The migrations as files, and what a database says about having applied them.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { root } from "./root.ts";

export const MIGRATIONS = path.join(root, "prisma", "migrations");

export type Migration = { name: string; sql: string; checksum: string };

export function migrationFiles(folder = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

export type History = { pending: Migration[]; changed: string[]; missing: string[] };

/** Compares the files with the table that the official Prisma tools use, too. */
export async function migrationHistory(client: pg.ClientBase, folder = MIGRATIONS): Promise<History> {
  const files = migrationFiles(folder);
  const { rows: table } = await client.query("select to_regclass('public._prisma_migrations') as there");
  const { rows: done } = table[0].there
    ? await client.query<{ name: string; checksum: string }>(
        `select migration_name as name, checksum from public._prisma_migrations
          where finished_at is not null and rolled_back_at is null`,
      )
    : { rows: [] };
  const checksums = new Map(done.map((row) => [row.name, row.checksum]));
  return {
    pending: files.filter((file) => !checksums.has(file.name)),
    changed: files
      .filter((file) => (checksums.get(file.name) ?? file.checksum) !== file.checksum)
      .map((file) => file.name),
    missing: done.map((row) => row.name).filter((name) => !files.some((file) => file.name === name)),
  };
}
