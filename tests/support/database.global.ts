// Once per run: starts an embedded PostgreSQL in a scratch folder and prepares the template that every test file clones.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#lib/operate/migrate.ts";
import { startPostgres } from "#lib/operate/postgres.ts";
import { ensureRoles, on, ROLES, type RolePasswords } from "#lib/operate/roles.ts";
import { loadKeys } from "#lib/platform/keys.ts";
import { closeScratch, openScratch } from "./scratch.mjs";
import { setServerEnvironment } from "./server-environment.ts";

export type Cluster = {
  adminUrl: string;
  passwords: RolePasswords;
  folder: string;
  /** Why there is no template, when there is none: tests without a database still run, the others say this. */
  problem: string | null;
};

declare module "vitest" {
  export interface ProvidedContext {
    cluster: Cluster;
  }
}

const IN_MEMORY_SPEED = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** A superuser's address of another PostgreSQL to run on, empty of us: the battery gives Debian's oldest that we promise. */
const { TEST_POSTGRES } = process.env;

export default async function prepare(project: TestProject) {
  const folder = openScratch();
  const clear = () => closeScratch(folder);
  process.once("exit", clear);
  try {
    const postgres = TEST_POSTGRES
      ? { adminUrl: (database: string) => on(TEST_POSTGRES, { database }), stop: async () => {} }
      : await startPostgres({ dataDir: join(folder, "data"), settings: IN_MEMORY_SPEED });
    const cluster = { adminUrl: postgres.adminUrl("postgres"), passwords: somePasswords(), folder };
    const problem = await buildTemplate(cluster).then(() => null, tellWhy);
    project.provide("cluster", { ...cluster, problem });
    return async () => {
      await postgres.stop();
      clear();
    };
  } catch (failure) {
    clear();
    throw failure;
  }
}

/** Roles, migrations and the named world, then closed to visitors: a template with a guest cannot be cloned. */
async function buildTemplate({ adminUrl, passwords, folder }: Omit<Cluster, "problem">) {
  loadKeys(join(folder, "keys"));
  const urls = await ensureRoles({ adminUrl, database: "tpl", passwords });
  setServerEnvironment({ urls, folder });
  await migrate(urls.ownerUrl);
  const world = new URL("../world/seed.ts", import.meta.url);
  if (existsSync(world)) await (await import(world.href)).seedWorld(urls.ownerUrl);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("alter database tpl with is_template true allow_connections false");
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'tpl'");
  await admin.end();
}

function somePasswords(): RolePasswords {
  const made = ROLES.map((role) => [role, randomBytes(12).toString("hex")]);
  return Object.fromEntries(made);
}

const tellWhy = (failure: unknown) =>
  failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
