// Runs the embedded PostgreSQL of one data directory: makes it, starts it, joins or adopts a running one, stops it last.
import { spawn } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createCluster, superuserPassword } from "./cluster.ts";
import { enroll } from "./data-users.ts";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { canReach, mayPass, type OsAccount, postgresAccount } from "./os-account.ts";
import { databaseLog, flagsOf, socketFolder } from "./postgres-settings.ts";
import { StartProblem } from "./start-problem.ts";

export type Postgres = {
  /** A superuser's address of a database, for making roles and databases only. */
  adminUrl: (database?: string) => string;
  pid: number;
  /** True when it ran already: another instance's, or left behind by one that was killed. */
  attached: boolean;
  /** Leaves; whoever leaves last stops the server. */
  stop: () => Promise<void>;
};

export type PostgresOptions = {
  dataDir: string;
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 20_000;

export async function startPostgres({
  dataDir,
  settings = {},
  log = () => {},
}: PostgresOptions): Promise<Postgres> {
  const account = postgresAccount();
  const home = path.resolve(dataDir);
  openHome(home, account);
  const user = enroll(path.join(home, "pg.users"));
  try {
    const native = embeddedBinaries(account);
    const cluster = path.join(home, "pg");
    if (await createCluster({ home, cluster, native, account })) log("数据库目录已建立");
    const sockets = socketFolder(cluster, account);
    const password = superuserPassword(home);
    const adminUrl = (database = "postgres") =>
      `postgresql://postgres:${password}@localhost:5432/${database}?host=${encodeURIComponent(sockets)}`;
    const { pid, attached } = await runOrJoin({
      home,
      cluster,
      native,
      sockets,
      account,
      settings,
      adminUrl,
    });
    const lastOneOut = () => {
      user.leave();
      return user.others().length === 0;
    };
    const onExit = () => lastOneOut() && signal(pid, "SIGINT");
    process.once("exit", onExit);
    const stop = async () => {
      process.off("exit", onExit);
      if (lastOneOut()) await stopServer(pid, cluster);
    };
    return { adminUrl, pid, attached, stop };
  } catch (problem) {
    user.leave();
    throw problem;
  }
}

function openHome(home: string, account: OsAccount | null) {
  if (!existsSync(home)) mkdirSync(home, { recursive: true });
  if (!account) return;
  if (!mayPass(account, home)) chmodSync(home, 0o711);
  if (!canReach(account, home))
    throw new StartProblem(
      `数据目录 ${home} 的上级目录不允许账户 ${account.name} 进入。请用 DATA_DIR 指定别处，例如 /var/lib/qamdo-334。`,
    );
}

type Server = {
  home: string;
  cluster: string;
  native: string;
  sockets: string;
  account: OsAccount | null;
  settings: Record<string, string>;
  adminUrl: () => string;
};

async function runOrJoin(server: Server): Promise<{ pid: number; attached: boolean }> {
  const until = Date.now() + READY_WITHIN_MS;
  let spawned: number | null = null;
  while (Date.now() < until) {
    const running = runningPid(server.cluster);
    if (running && (await answers(server.adminUrl()))) return { pid: running, attached: running !== spawned };
    if (!running && !(spawned && isAlive(spawned))) {
      // Two instances may start at once: the lock of PostgreSQL lets one win, the other joins it in the next round.
      if (spawned && !lostTheRace(server.home))
        throw new StartProblem(`数据库没有启动。日志末尾：\n${tailOf(server.home)}`);
      rmSync(path.join(server.cluster, "postmaster.pid"), { force: true });
      spawned = spawnServer(server);
    }
    await sleep(40);
  }
  throw new StartProblem(
    `数据库在 ${READY_WITHIN_MS / 1000} 秒内没有应答。日志末尾：\n${tailOf(server.home)}`,
  );
}

function spawnServer({ home, cluster, native, sockets, account, settings }: Server): number {
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
function runningPid(cluster: string): number | null {
  const lock = path.join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return null;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`\0${cluster}\0`) ? pid : null;
  } catch {
    return null;
  }
}

async function answers(url: string): Promise<boolean> {
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

async function stopServer(pid: number, cluster: string) {
  signal(pid, "SIGINT"); // "fast": rolls open transactions back and disconnects
  for (let waited = 0; runningPid(cluster) === pid; waited += 50) {
    if (waited === STOP_WITHIN_MS) signal(pid, "SIGQUIT");
    if (waited > STOP_WITHIN_MS * 2) return;
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

const tailOf = (home: string) => readFileSync(databaseLog(home), "utf8").slice(-3000);
const lostTheRace = (home: string) => /lock file .* already exists/.test(tailOf(home).slice(-800));
