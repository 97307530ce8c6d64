// Builds the application when its sources differ from those of the last whole build.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.ts";
import { step } from "./say.ts";
import { onStop } from "./shutdown.ts";
import { StartProblem } from "./start-problem.ts";

const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
];
// Not part of the application: what runs around it, and what is generated from the schema.
const APART = new Set(["lib/operate", "lib/platform/prisma"]);
const builtFrom = path.join(root, ".next", "built-from");

export async function buildIfChanged(): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(builtFrom) && readFileSync(builtFrom, "utf8") === sources) return;
  rmSync(builtFrom, { force: true });
  await step("构建页面(源文件有变化)", build);
  writeFileSync(builtFrom, sources);
}

export function hashOfSources(): string {
  const hash = createHash("sha256");
  const add = (file: string) => {
    const full = path.join(root, file);
    if (APART.has(file) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${file}/${name}`);
    else hash.update(`${file}\0`).update(readFileSync(full)).update("\0");
  };
  for (const source of SOURCES) add(source);
  return hash.digest("hex");
}

function build(): Promise<void> {
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  onStop("构建", async () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new StartProblem(`构建没有成功：\n${output.slice(-6000)}`));
    });
  });
}
