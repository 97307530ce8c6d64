// Proves a backup by restoring it: into a PostgreSQL of our own that is thrown away, whatever server the data came from.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { brokenSeal } from "#lib/platform/audit-seal.ts";
import { liveDrift } from "../drift.ts";
import { canReach, postgresAccount } from "../os-account.ts";
import { startPostgres } from "../postgres.ts";
import { ensureRoles, rolePasswords, withClient } from "../roles.ts";
import { onStop } from "../shutdown.ts";
import { StartProblem } from "../start-problem.ts";
import { type Closing, type Head, readArchive } from "./archive.ts";
import { backupKey, refuseOtherKeys } from "./keys.ts";
import { load, migrationsOf } from "./load.ts";
import type { Place } from "./place.ts";
import { checkFiles } from "./stored-files.ts";
import { measureTable, speakPlainly, tablesOf } from "./tables.ts";

/** So many photos and papers are opened to the last byte; all must be there. */
const FILES_OPENED = 500;

type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** Reads the whole file once, so that nothing is begun with a bad one. */
export async function readWhole(file: string, keysDir: string): Promise<{ head: Head; closing: Closing }> {
  const read = await readArchive(file, backupKey(keysDir));
  migrationsOf(read.head);
  refuseOtherKeys(keysDir, read.head.keys);
  return read;
}

export async function verifyBackup(
  { keysDir, home }: Omit<Place, "ownerUrl">,
  file: string,
  step: Step = (_, work) => work(),
): Promise<{ head: Head; closing: Closing }> {
  const read = await step("通读备份文件", () => readWhole(file, keysDir));
  const { head, closing } = read;
  const scratch = await openScratch(home);
  try {
    await step("恢复到临时数据库", () =>
      load({ ownerUrl: scratch.ownerUrl, file, key: backupKey(keysDir), ...read }),
    );
    await step("核对照片和文件", () =>
      checkFiles({ folder: path.dirname(file), key: backupKey(keysDir) }, closing.stored ?? [], FILES_OPENED),
    );
    await step("逐表核对", () => refuseOtherRows(scratch.ownerUrl, closing));
    await step("核对审计封存", () => refuseBrokenSeal(scratch.ownerUrl));
    await step("核对结构、行级安全和授权", () => refuseDrift(scratch.ownerUrl, head));
  } finally {
    await scratch.close();
  }
  return read;
}

/** Not beside the live data of a busy server, and needing no right on it; a killed one is swept away by the next. */
async function openScratch(home: string) {
  mkdirSync(home, { recursive: true });
  const parent = canReach(postgresAccount(), home) ? home : os.tmpdir();
  sweep(parent);
  const dataDir = mkdtempSync(path.join(parent, `verify-${process.pid}-`));
  let stop = async () => {};
  const close = async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  onStop("临时数据库", close);
  try {
    const postgres = await startPostgres({ dataDir, settings: { fsync: "off" } });
    stop = async () => {
      stop = async () => {};
      await postgres.stop();
    };
    const passwords = rolePasswords(dataDir);
    const { ownerUrl } = await ensureRoles({
      adminUrl: postgres.adminUrl(),
      database: "restored",
      passwords,
    });
    return { ownerUrl, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

function sweep(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^verify-(\d+)-/.exec(name)?.[1]);
    if (pid && !lives(pid)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

async function refuseOtherRows(ownerUrl: string, closing: Closing) {
  await withClient(ownerUrl, async (client) => {
    await speakPlainly(client);
    for (const table of await tablesOf(client)) {
      const found = await measureTable(client, table);
      const kept = closing.tables.find(({ name }) => name === table.name);
      if (found.rows !== kept?.rows || found.sha256 !== kept.sha256)
        throw new StartProblem(
          `恢复出的表 ${table.name} 与备份时不同(${found.rows} 行，应为 ${kept?.rows ?? 0} 行)。这份备份不能用。`,
        );
    }
  });
}

async function refuseDrift(ownerUrl: string, { migrations }: Head) {
  const applied = migrations.map(({ name }) => name);
  const drift = await withClient(ownerUrl, (client) => liveDrift(client, applied));
  if (drift.length > 0)
    throw new StartProblem(
      `恢复出的结构与迁移不同(+ 多出，- 缺少)：\n${drift
        .slice(0, 20)
        .map((line) => `  ${line}`)
        .join("\n")}`,
    );
}

async function refuseBrokenSeal(ownerUrl: string) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on("error", () => {}); // the server may stop before the connection has ended
  try {
    const broken = await brokenSeal(pool);
    if (broken)
      throw new StartProblem(
        `审计记录 ${broken.fromId} 至 ${broken.uptoId} 与封存不符：备份之前已有人改动或删除过审计。请保留现场并上报；数据本身可以恢复。`,
      );
  } finally {
    await pool.end();
  }
}
