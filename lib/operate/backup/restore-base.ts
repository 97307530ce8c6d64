// Brings the embedded cluster back from a base copy and the log kept since: into an empty data folder, up to the last row that was kept.
import {
  chownSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type OsAccount, postgresAccount } from "../os-account.ts";
import { startPostgres } from "../postgres.ts";
import { withClient } from "../roles.ts";
import { StartProblem } from "../start-problem.ts";
import { readArchive } from "./archive.ts";
import { backupKey, refuseOtherKeys } from "./keys.ts";
import { openSegments, walIn } from "./wal.ts";

const REPLAY_WITHIN_MS = 3_600_000;

export type RestoredBase = {
  segments: number;
  takenAt: string;
  adminUrl: (database?: string) => string;
  stop: () => Promise<void>;
};

export async function restoreBase(
  file: string,
  { home, keysDir }: { home: string; keysDir: string },
): Promise<RestoredBase> {
  const key = backupKey(keysDir);
  const cluster = path.join(home, "pg");
  if (existsSync(cluster))
    throw new StartProblem(
      `${home} 里已有数据库，恢复只写进空目录，什么也没有改。请停止系统，用 DATA_DIR 指定一个新的目录，再运行一次。`,
    );
  const { head } = await readArchive(file, key); // to its last byte, before anything is begun
  if (!head.base) throw new StartProblem(`${file} 不是底本。`);
  refuseOtherKeys(keysDir, head.keys);
  mkdirSync(home, { recursive: true });
  const half = emptied(`${cluster}.restoring`);
  const log = emptied(path.join(home, "wal.restoring"));
  try {
    const segments = await openSegments(
      walIn(path.dirname(file), head.base.cluster),
      head.base.segment,
      log,
      key,
    );
    for (const folder of head.base.folders)
      mkdirSync(path.join(half, folder), { recursive: true, mode: 0o700 });
    await readArchive(file, key, {
      file: (name, data) =>
        pipeline(data, createWriteStream(placeOf(name, half, home), { mode: 0o600, flush: true })),
    });
    writeFileSync(path.join(half, "recovery.signal"), "");
    const account = postgresAccount();
    if (account) for (const folder of [half, log]) lend(folder, account);
    renameSync(half, cluster);
    const server = await replay(home, log);
    return { segments: segments.length, takenAt: head.takenAt, ...server };
  } catch (problem) {
    for (const left of [half, cluster, path.join(home, "pg.password")])
      rmSync(left, { recursive: true, force: true });
    throw problem;
  } finally {
    rmSync(log, { recursive: true, force: true });
  }
}

function placeOf(name: string, half: string, home: string): string {
  if (name === "pg.password") return path.join(home, name);
  const target = path.resolve(half, name.replace(/^pg\//, ""));
  if (!name.startsWith("pg/") || !target.startsWith(half + path.sep))
    throw new StartProblem(`底本中的文件名 ${name} 指向目录之外，已拒绝。`);
  return target;
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function lend(folder: string, { uid, gid }: OsAccount) {
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    chownSync(path.join(folder, name), uid, gid);
}

/** Reads the log to its end, and only then lets anybody write. */
async function replay(home: string, log: string) {
  if (/['"\\%]/.test(log)) throw new StartProblem(`目录名 ${home} 里有引号或百分号，请换一个。`);
  const postgres = await startPostgres({
    dataDir: home,
    settings: { restore_command: `cp "${log}/%f" "%p"`, recovery_target_timeline: "latest" },
  });
  try {
    const until = Date.now() + REPLAY_WITHIN_MS;
    for (;;) {
      const { rows } = await withClient(postgres.adminUrl(), (client) =>
        client.query("select pg_is_in_recovery() as reading"),
      );
      if (!rows[0].reading) return { adminUrl: postgres.adminUrl, stop: postgres.stop };
      if (Date.now() > until) throw new StartProblem("重放 WAL 超过一小时还没有完。请查看 pg.log。");
      await sleep(200);
    }
  } catch (problem) {
    await postgres.stop();
    throw problem;
  }
}
