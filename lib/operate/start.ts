// What each command of package.json does once dependencies are there; start.mjs hands over to it in the same process.
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.ts";
import { say } from "./say.ts";
import { isStopping, listenForSignals, stop } from "./shutdown.ts";
import { StartProblem } from "./start-problem.ts";

const COMMANDS: Record<string, (rest: string[]) => Promise<void>> = {
  serve: async () => (await import("./serve.ts")).serve({ dev: false }),
  dev: async () => (await import("./serve.ts")).serve({ dev: true }),
  build: async () => {
    await (await import("./build.ts")).buildIfChanged();
    await stop(0);
  },
  bench: async () => {
    await bench();
    await stop(0);
  },
  "write-migration": async ([name]) => {
    await (await import("./write-migration.ts")).writeMigration(name);
    await stop(0);
  },
  deploy: async (rest) => {
    await (await import("./deploy.ts")).deploy(rest);
    await stop(0);
  },
  backup: async ([folder]) => {
    await (await import("./backup/commands.ts")).backup(folder);
    await stop(0);
  },
  "verify-backup": async ([file]) => {
    await (await import("./backup/commands.ts")).verify(file);
    await stop(0);
  },
  "verify-audit": async ([file]) => {
    await (await import("./audit/commands.ts")).verifyAudit(file);
    await stop(0);
  },
  "audit-roots": async ([folder]) => {
    await (await import("./audit/commands.ts")).auditRoots(folder);
    await stop(0);
  },
  nightly: async ([folder]) => {
    await (await import("./backup/nightly.ts")).nightly(folder);
    await stop(0);
  },
  bundle: async ([folder]) => {
    await (await import("./bundle/bundle.ts")).bundle(folder);
    await stop(0);
  },
  restore: async ([file]) => {
    await (await import("./backup/commands.ts")).restore(file);
    await stop(0);
  },
};

async function bench() {
  const file = path.join(root, "lib/operate/bench/bench.ts");
  if (!existsSync(file)) throw new StartProblem("性能测试还没有。");
  const { bench }: { bench: () => Promise<void> } = await import(file);
  await bench();
}

export async function run(command: string, rest: string[]): Promise<void> {
  listenForSignals();
  try {
    await COMMANDS[command]!(rest);
  } catch (problem) {
    if (isStopping()) return; // what was under way was cut off by the stop
    const known =
      problem instanceof StartProblem || (problem instanceof Error && problem.name === "KeyProblem");
    const text = problem instanceof Error ? (known ? problem.message : problem.stack) : String(problem);
    say(`\n✗ ${text}`);
    await stop(1);
  }
}
