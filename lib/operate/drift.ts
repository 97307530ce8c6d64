// Tells when a database, the migrations and the schema files stop saying the same.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { catalogOf } from "./catalog.ts";
import { migrate } from "./migrate.ts";
import { startPostgres } from "./postgres.ts";
import { ensureRoles, rolePasswords, withClient } from "./roles.ts";
import { sqlTowardsSchema } from "./schema-engine.ts";

/** What a migrated database lacks or has too much against prisma/schema, as SQL; empty when they agree. */
export const schemaDrift = (url: string): Promise<string> => sqlTowardsSchema(url);

/**
 * What a live database has too much (+) or lacks (-) against its own applied migrations. It sees what Prisma cannot:
 * policies, functions, triggers, constraints, grants. The migrations are replayed in a scratch PostgreSQL of our own,
 * because the owner of a live database need not be allowed to create another.
 */
export async function liveDrift(live: pg.ClientBase, applied: string[]): Promise<string[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "qamdo-drift-"));
  try {
    const postgres = await startPostgres({ dataDir, settings: { fsync: "off" } });
    try {
      const { ownerUrl } = await ensureRoles({
        adminUrl: postgres.adminUrl(),
        database: "replay",
        passwords: rolePasswords(dataDir),
      });
      await migrate(ownerUrl, { only: applied });
      return await withClient(ownerUrl, (replay) => compare(live, replay));
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compare(live: pg.ClientBase, replay: pg.ClientBase): Promise<string[]> {
  // Two major versions print the same definition differently, so between them only names are compared.
  const precise = (await majorVersion(live)) === (await majorVersion(replay));
  const there = await catalogOf(live, precise);
  const expected = await catalogOf(replay, precise);
  return [
    ...[...there].filter((line) => !expected.has(line)).map((line) => `+ ${line}`),
    ...[...expected].filter((line) => !there.has(line)).map((line) => `- ${line}`),
  ];
}

async function majorVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  return rows[0].major;
}
