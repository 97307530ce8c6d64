// The processes under measurement: the app as anybody starts it, and the floors; how long they took to answer and how much memory they hold.
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../root.ts";
import { onStop } from "../shutdown.ts";
import { StartProblem } from "../start-problem.ts";

export type Served = { origin: string; pid: number; startedIn: number; stop: () => Promise<void> };

type Wanted = {
  name: string;
  args: string[];
  env: Record<string, string | undefined>;
  /** What answers with 200 when it is up. */
  ready: string;
};

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export async function serveApart({ name, args, env, ready }: Wanted, port: number): Promise<Served> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      words = (words + chunk).slice(-4000);
    });
  const stop = () => end(child);
  onStop(name, stop);
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin + ready))) {
    if (child.exitCode !== null) throw new StartProblem(`${name} did not start:\n${words}`);
    await sleep(20);
  }
  return { origin, pid: child.pid!, startedIn: performance.now() - began, stop };
}

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.body?.cancel().then(() => answer.ok),
    () => false,
  );

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** The app as `npm start` brings it up, on the bench's own data; its database is running already. */
export async function serveApp(dataDir: string): Promise<Served> {
  const port = await freePort();
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: "127.0.0.1",
    ORIGIN: `http://127.0.0.1:${port}`,
    LOG_FILE: path.join(dataDir, "app.log"),
    DATABASE_URL: undefined,
    DATABASE_JOB_URL: undefined,
    KEYS_DIR: undefined,
  };
  return serveApart({ name: "app", args: ["lib/operate/start.mjs"], env, ready: "/ready" }, port);
}

export async function serveFloor(kind: "next" | "thin"): Promise<Served> {
  const port = await freePort();
  const args = ["--import", "tsx", "lib/operate/bench/floor-server.ts", kind, String(port)];
  return serveApart({ name: `floor ${kind}`, args, env: {}, ready: "/" }, port);
}

/** The worker of background jobs: the child of the app that runs worker.ts. */
export function workerOf(pid: number): number {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]);
      if (parent === pid && readFileSync(`/proc/${name}/cmdline`, "utf8").includes("operate/worker.ts"))
        return Number(name);
    } catch {
      // it ended while we looked
    }
  }
  throw new Error("the app has no worker");
}

const statusOf = (pid: number, field: string) =>
  Number(
    readFileSync(`/proc/${pid}/status`, "utf8").match(new RegExp(`^${field}:\\s+(\\d+)`, "m"))?.[1] ?? 0,
  ) / 1024;

/** Megabytes held now, and the most held since the peak was last forgotten. */
export const memoryOf = (pid: number) => statusOf(pid, "VmRSS");
export const peakOf = (pid: number) => statusOf(pid, "VmHWM");
export const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** Milliseconds of processor that it has used so far (ticks of a hundredth of a second). */
export function processorOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
