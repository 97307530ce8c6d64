// The server process of PostgreSQL: started apart from our own group, found again by its lock file, asked, stopped.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { OsAccount } from "./os-account.ts";
import { databaseLog, flagsOf } from "./postgres-settings.ts";
import { StartProblem } from "./start-problem.ts";

export type Server = {
  home: string;
  cluster: string;
  native: string;
  sockets: string;
  account: OsAccount | null;
  settings: Record<string, string>;
  adminUrl: () => string;
};

const STOP_WITHIN_MS = 20_000;

export function spawnServer({ home, cluster, native, sockets, account, settings }: Server): number {
  const log = openSync(databaseLog(home), "a", 0o600);
  const child = spawn(
    path.join(native, "bin", "postgres"),
    ["-D", cluster, ...flagsOf({ sockets, settings })],
    {
      ...(account && { uid: account.uid, gid: account.gid }),
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV },
      cwd: "/",
      stdio: ["ignore", log, log],
      detached: true, // a Ctrl-C in the terminal must reach us, not the database below us
    },
  );
  closeSync(log);
  child.unref();
  if (!child.pid)
    throw new StartProblem("数据库程序无法运行，请检查 node_modules 是否完整(重新运行 npm install)。");
  return child.pid;
}

/** The lock file may be stale, and its number may belong to another program by now. */
export function runningPid(cluster: string): number | null {
  const lock = path.join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return null;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`\0${cluster}\0`) ? pid : null;
  } catch {
    return null;
  }
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "28P01")
      throw new StartProblem("数据库的管理口令与数据目录中的 pg.password 不一致。请恢复该文件。");
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function stopServer(pid: number, cluster: string) {
  signal(pid, "SIGINT"); // "fast": rolls open transactions back and disconnects
  for (let waited = 0; runningPid(cluster) === pid; waited += 50) {
    if (waited === STOP_WITHIN_MS) signal(pid, "SIGQUIT");
    if (waited > STOP_WITHIN_MS * 2) return;
    await sleep(50);
  }
}

export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

export const tailOf = (home: string) => readFileSync(databaseLog(home), "utf8").slice(-3000);

/** Another instance won the lock, or the last processes of a killed server are still leaving. */
export const mayTryAgain = (home: string) =>
  /lock file .* already exists|shared memory block .* still in use/.test(tailOf(home).slice(-800));
