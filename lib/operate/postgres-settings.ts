// How the embedded PostgreSQL is set: for a shared machine of two cores, reached by unix socket only.
import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, renameSync, statfsSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { OsAccount } from "./os-account.ts";
import { StartProblem } from "./start-problem.ts";

const DEFAULTS: Record<string, string> = {
  listen_addresses: "",
  max_connections: "80",
  shared_buffers: "256MB",
  effective_cache_size: "2GB",
  work_mem: "16MB",
  maintenance_work_mem: "256MB",
  random_page_cost: "1.1",
  jit: "off", // it costs more than it saves on queries of milliseconds
  max_parallel_workers_per_gather: "1",
  wal_compression: "on",
  max_wal_size: "2GB",
  timezone: "Asia/Shanghai",
  log_timezone: "Asia/Shanghai",
  logging_collector: "off",
  // No personal data in the log: neither statements nor the "Key (…)=(…)" of a violated constraint.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
};

export function flagsOf({
  sockets,
  settings,
}: {
  sockets: string;
  settings: Record<string, string>;
}): string[] {
  const all = {
    ...DEFAULTS,
    unix_socket_directories: sockets,
    dynamic_shared_memory_type: hasSharedMemory() ? "posix" : "mmap",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Containers often give /dev/shm 64 MB, too little for parallel queries. */
function hasSharedMemory(): boolean {
  try {
    const { bsize, bavail } = statfsSync("/dev/shm");
    return bsize * bavail > 256 * 1024 * 1024;
  } catch {
    return false;
  }
}

const LONGEST_SOCKET_PATH = 107;

/** The socket lies in the cluster's own closed folder, or, when that path is too long for one, in a short closed one. */
export function socketFolder(cluster: string, account: OsAccount | null): string {
  if (Buffer.byteLength(path.join(cluster, ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH) return cluster;
  const folder = path.join(
    os.tmpdir(),
    `qamdo-${createHash("sha256").update(cluster).digest("hex").slice(0, 16)}`,
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = process.getuid?.() ?? 0;
  const { uid } = lstatSync(folder);
  if (uid !== own && uid !== account?.uid)
    throw new StartProblem(`${folder} 属于别的账户，请删除它或改用较短的 DATA_DIR。`);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

const LOG_LIMIT = 20 * 1024 * 1024;

/** One log file, and the one before it. */
export function databaseLog(home: string): string {
  const file = path.join(home, "pg.log");
  try {
    if (statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  } catch {
    // none yet
  }
  return file;
}
