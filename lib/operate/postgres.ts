// Runs the embedded PostgreSQL of one data directory: makes it, starts it, joins or adopts a running one, stops it last.
import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCluster, superuserPassword } from "./cluster.ts";
import { enroll } from "./data-users.ts";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { canReach, mayPass, type OsAccount, postgresAccount } from "./os-account.ts";
import {
  answers,
  isAlive,
  mayTryAgain,
  runningPid,
  type Server,
  signal,
  spawnServer,
  stopServer,
  tailOf,
} from "./postgres-process.ts";
import { socketFolder } from "./postgres-settings.ts";
import { StartProblem } from "./start-problem.ts";

export type Postgres = {
  /** A superuser's address of a database, for making roles and databases only. */
  adminUrl: (database?: string) => string;
  readonly pid: number;
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

const GUARD_EVERY_MS = 500;
const READY_WITHIN_MS = 120_000;

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
    const server = { home, cluster, native, sockets, account, settings, adminUrl };
    const running = await runOrJoin(server);
    const guard = keepRunning(server, running, log);
    const lastOneOut = () => {
      user.leave();
      return user.others().length === 0;
    };
    const onExit = () => lastOneOut() && signal(running.pid, "SIGINT");
    process.once("exit", onExit);
    return {
      adminUrl,
      get pid() {
        return running.pid;
      },
      attached: running.attached,
      stop: async () => {
        process.off("exit", onExit);
        await guard.end();
        if (lastOneOut()) await stopServer(running.pid, cluster);
      },
    };
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

type Running = { pid: number; attached: boolean };

async function runOrJoin(server: Server): Promise<Running> {
  const until = Date.now() + READY_WITHIN_MS;
  let spawned: number | null = null;
  while (Date.now() < until) {
    const running = runningPid(server.cluster);
    if (running && (await answers(server.adminUrl()))) return { pid: running, attached: running !== spawned };
    if (!running && !(spawned && isAlive(spawned))) {
      // Two instances may start at once: the lock of PostgreSQL lets one win, the other joins it in the next round.
      if (spawned && !mayTryAgain(server.home))
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

/** PostgreSQL killed under us comes back by itself; what was acknowledged is in its write-ahead log. */
function keepRunning(server: Server, running: Running, log: (line: string) => void) {
  let reviving: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (reviving || isAlive(running.pid)) return;
    log("数据库意外停止，正在重新启动…");
    reviving = runOrJoin(server)
      .then(({ pid }) => {
        running.pid = pid;
        log("数据库已恢复");
      })
      .catch((problem: Error) => log(problem.message))
      .finally(() => {
        reviving = null;
      });
  }, GUARD_EVERY_MS).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await reviving;
    },
  };
}
