// Lighthouse, fetched once into a folder of its own: 200 packages that only this measuring needs are nobody's dependency.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../root.ts";
import { StartProblem } from "../start-problem.ts";

/** The last that runs on Node 20. */
const VERSION = "12.8.2";
const HOME = path.join(root, ".data", "lighthouse");

/** What is used of its answer; times in milliseconds. */
export type Lookout = { score: number; fcp: number; lcp: number; tbt: number; cls: number };
type Result = {
  lhr: {
    runtimeError?: { message: string };
    audits: Record<string, { numericValue?: number }>;
    categories: { performance: { score: number | null } };
  };
};
type Run = (url: string, flags: object, config: object) => Promise<Result | undefined>;

export async function fetchLighthouse(): Promise<void> {
  const found = path.join(HOME, "node_modules/lighthouse/package.json");
  if (existsSync(found)) return;
  mkdirSync(HOME, { recursive: true });
  writeFileSync(path.join(HOME, "package.json"), '{ "name": "bench-lighthouse", "private": true }\n');
  const npm = process.env.npm_execpath;
  const words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `lighthouse@${VERSION}`];
  const got = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: HOME, encoding: "utf8" })
    : spawnSync("npm", words, { cwd: HOME, encoding: "utf8" });
  if (got.status !== 0) throw new StartProblem(`Lighthouse could not be fetched from npm:\n${got.stderr}`);
}

/** The phone of the paper: a processor four times slower, 150 ms, 1.6 and 0.75 Mbit/s, 360 × 640; the slowness is applied, not computed. */
const PHONE = {
  extends: "lighthouse:default",
  settings: {
    onlyCategories: ["performance"],
    formFactor: "mobile",
    throttlingMethod: "devtools",
    throttling: {
      cpuSlowdownMultiplier: 4,
      requestLatencyMs: 150 * 3.75,
      downloadThroughputKbps: 1600 * 0.9,
      uploadThroughputKbps: 750 * 0.9,
      rttMs: 150,
      throughputKbps: 1600,
    },
    screenEmulation: { mobile: true, width: 360, height: 640, deviceScaleFactor: 2, disabled: false },
  },
};

export async function lookThrough(url: string, port: number): Promise<Lookout> {
  const core = pathToFileURL(path.join(HOME, "node_modules/lighthouse/core/index.js")).href;
  const { default: run } = (await import(core)) as { default: Run };
  const result = await run(url, { port, logLevel: "error" }, PHONE);
  const lhr = result?.lhr;
  if (!lhr || lhr.runtimeError) throw new Error(`Lighthouse at ${url}: ${lhr?.runtimeError?.message}`);
  const of = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    score: (lhr.categories.performance.score ?? 0) * 100,
    fcp: of("first-contentful-paint"),
    lcp: of("largest-contentful-paint"),
    tbt: of("total-blocking-time"),
    cls: of("cumulative-layout-shift"),
  };
}
