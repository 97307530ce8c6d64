// The real app on a database of its own, as `npm start` brings it up: it can be killed like a power cut and started again.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runningDatabase } from "#tests/support/running-database.ts";

const ROOT = join(import.meta.dirname, "../..");
const FIRST_START_MS = 240_000;
const BACK_WITHIN_MS = 30_000;

export class AppUnderFire {
  #child: ChildProcess | undefined;
  #words = "";

  private constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {}

  static async start(dataDir: string): Promise<AppUnderFire> {
    const app = new AppUnderFire(dataDir, await freePort());
    app.#spawn();
    await app.ready(FIRST_START_MS);
    return app;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  #spawn() {
    const env = { ...process.env };
    for (const name of [
      "DATABASE_URL",
      "DATABASE_JOB_URL",
      "DATABASE_OWNER_URL",
      "KEYS_DIR",
      "NEXTAUTH_SECRET",
    ])
      delete env[name];
    const own = { DATA_DIR: this.dataDir, PORT: String(this.port), HOST: "127.0.0.1", ORIGIN: this.origin };
    this.#child = spawn(process.execPath, ["lib/operate/start.mjs"], {
      cwd: ROOT,
      env: { ...env, ...own, DEMO: "1", DEMO_SCALE: "0.05", LOG_LEVEL: "error", NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on("data", (chunk: Buffer) => {
        this.#words = (this.#words + chunk).slice(-6000);
      });
  }

  /** Gives how long it took until the app said that it is ready. */
  async ready(within = BACK_WITHIN_MS): Promise<number> {
    const began = Date.now();
    for (;;) {
      const ok = await fetch(`${this.origin}/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ok) return Date.now() - began;
      const ended = this.#child?.exitCode ?? null;
      if (ended !== null || Date.now() - began > within)
        throw new Error(`not ready after ${within} ms:\n${this.#words}`);
      await sleep(50);
    }
  }

  /** kill -9 of the server; the database lives on, as it would after a crash of ours. */
  async killServer(): Promise<void> {
    const gone = new Promise((resolve) => this.#child!.once("exit", resolve));
    process.kill(this.#child!.pid!, "SIGKILL");
    await gone;
    this.#spawn();
  }

  /** kill -9 of the postmaster, by the number in its own lock file; the server brings it back. */
  killDatabase(): void {
    const lock = readFileSync(join(this.dataDir, "pg", "postmaster.pid"), "utf8");
    process.kill(Number(lock.split("\n")[0]), "SIGKILL");
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 40_000);
    await gone;
    clearTimeout(late);
  }

  /** Addresses of its database for the roles, known once it has been ready. */
  urls() {
    return runningDatabase(this.dataDir);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
