// Opens the database that this installation works with: the embedded one, made ready by itself, or the operator's own.
import { existsSync } from "node:fs";
import path from "node:path";
import { backupKey, makeBackupKey } from "./backup/keys.ts";
import { archiveSettings, sealSegments } from "./backup/wal.ts";
import { dataHome } from "./data-home.ts";
import { readScale } from "./demo/scale.ts";
import { refuseLostKeys } from "./lost-keys.ts";
import { migrate } from "./migrate.ts";
import { refuseUnfitDatabase } from "./own-database.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { ensureRoles, type RoleUrls, rolePasswords, withClient } from "./roles.ts";
import { root } from "./root.ts";
import { say, step } from "./say.ts";
import { onStop } from "./shutdown.ts";
import { StartProblem } from "./start-problem.ts";

export const DATABASE = "qamdo";
const UNFINISHED = "qamdo_unfinished";

/** Leaves the environment as the application expects it: two roles' addresses, keys, data. */
export async function openDatabase(): Promise<{ embedded: boolean }> {
  const { env } = process;
  env.DATA_DIR = dataHome();
  if (!env.DATABASE_URL) {
    env.KEYS_DIR ||= path.join(env.DATA_DIR, "keys");
    await openEmbedded(env.DATA_DIR, env.KEYS_DIR);
    return { embedded: true };
  }
  const { DATABASE_URL, DATABASE_JOB_URL, KEYS_DIR } = env;
  if (!DATABASE_JOB_URL || !KEYS_DIR || !env.ORIGIN)
    throw new StartProblem(
      "使用自己的 PostgreSQL 时，除 DATABASE_URL 外还要设置 DATABASE_JOB_URL(任务角色)、KEYS_DIR(密钥目录)和 ORIGIN(用户访问的网址，如 https://fupin.example)。",
    );
  await step("检查数据库", async () => {
    await refuseUnfitDatabase(DATABASE_URL);
    await refuseUnfitDatabase(DATABASE_JOB_URL);
    await refuseLostKeys(DATABASE_URL, KEYS_DIR);
  });
  return { embedded: false };
}

export async function startEmbedded(dataDir: string): Promise<Postgres> {
  const settings = process.env.BACKUP_DIR ? archiveSettings(dataDir) : {};
  const postgres = await step("启动内置数据库", () => startPostgres({ dataDir, settings, log: say }));
  onStop("数据库", () => stopEmbedded(postgres, dataDir));
  return postgres;
}

/** PostgreSQL hands over its last segment when it stops, when nobody looks any more. */
export async function stopEmbedded(postgres: Postgres, dataDir: string) {
  await postgres.stop();
  if (process.env.BACKUP_DIR) await sealLast(dataDir, path.resolve(root, process.env.BACKUP_DIR));
}

async function sealLast(dataDir: string, folder: string) {
  const keysDir = process.env.KEYS_DIR || path.join(dataDir, "keys");
  if (!existsSync(keysDir)) return;
  makeBackupKey(keysDir);
  await sealSegments(dataDir, folder, backupKey(keysDir));
}

async function openEmbedded(dataDir: string, keysDir: string) {
  // Before anything is made: afterwards it has no say.
  if (!existsSync(path.join(dataDir, "pg"))) readScale(process.env.DEMO_SCALE);
  const postgres = await startEmbedded(dataDir);
  const passwords = rolePasswords(dataDir);
  const rolesOf = (database: string) => ensureRoles({ adminUrl: postgres.adminUrl(), database, passwords });
  await withClient(postgres.adminUrl(), async (admin) => {
    // Two first starts at once: one prepares, the other waits and finds it done.
    await admin.query("select pg_advisory_lock(hashtext('qamdo.prepare'))");
    const found = await admin.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount) return;
    readScale(process.env.DEMO_SCALE);
    // Prepared under another name and renamed when whole, so that a kill in between is not taken for finished.
    await admin.query(`drop database if exists ${UNFINISHED} with (force)`);
    const urls = await rolesOf(UNFINISHED);
    await step("建立数据表", () => migrate(urls.ownerUrl));
    setAddresses(urls);
    await seed(urls);
    await admin.query(`alter database ${UNFINISHED} rename to ${DATABASE}`);
  });
  const urls = await rolesOf(DATABASE);
  await refuseLostKeys(urls.ownerUrl, keysDir);
  const { applied } = await migrate(urls.ownerUrl, { log: say });
  if (applied.length > 0) say(`✓ 数据表已更新(${applied.length} 个迁移)`);
  setAddresses(urls);
}

function setAddresses({ rwUrl, jobUrl }: RoleUrls) {
  Object.assign(process.env, { DATABASE_URL: rwUrl, DATABASE_JOB_URL: jobUrl, DEMO: "1" });
}

type Seeder = {
  seedDemo: (options: {
    ownerUrl: string;
    scale: string | undefined;
    log: (line: string) => void;
  }) => Promise<void>;
};

async function seed({ ownerUrl }: RoleUrls) {
  const file = path.join(root, "lib/operate/demo/seed.ts");
  if (!existsSync(file)) return say("! 演示数据的生成程序还没有，数据库是空的");
  const { seedDemo }: Seeder = await import(file);
  await step("生成演示数据(仅首次启动)", () =>
    seedDemo({ ownerUrl, scale: process.env.DEMO_SCALE, log: say }),
  );
  await withClient(ownerUrl, (client) => client.query("analyze"));
}
