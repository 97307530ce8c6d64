// The whole proof in one command: installs what is missing, then types, lint, tests, build and journeys, and counts them truly.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, refuseOldNode } from "#lib/operate/install.mjs";
import { closeScratch, openScratch } from "./support/scratch.mjs";
import { runStep, stopEveryGroup } from "./support/step.mjs";
import { ofCheck, ofPlaywright, ofVitest, sum } from "./support/totals.mjs";

const wants = (flag) => process.argv.includes(flag);
const say = (line) => process.stdout.write(`${line}\n`);
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const scratch = openScratch();
const totals = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, async () => {
    await stopEveryGroup();
    totals.push(ofCheck(`stopped by ${signal}`, false));
    process.exit(1);
  });
process.once("exit", (code) => {
  closeScratch(scratch);
  tell(code);
});

const { NODE_ENV: _, ...outer } = process.env;
const env = {
  ...outer,
  TMPDIR: scratch,
  TEST_SCRATCH: scratch,
  NEXT_TELEMETRY_DISABLED: "1",
  ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
  TZ: "Asia/Shanghai",
};
const node = (name, ...args) => runStep(name, process.execPath, args, { env });

/** Where we may, the journeys get a network of their own that leads nowhere: a county has no internet either. */
const cutOff =
  spawnSync("unshare", ["-n", "ip", "link", "set", "lo", "up"], { stdio: "ignore" }).status === 0;

refuseOldNode();
await ensureInstalled({ withTools: true });
totals.push(await types());
totals.push(await lint());
totals.push(await tests());
if (!wants("--check")) {
  const built = await node("build", "lib/operate/start.mjs", "--build");
  totals.push(ofCheck("build", built.ok));
  if (built.ok) totals.push(await journeys());
}

await stopEveryGroup();

/** The last words, also when we are cut short: the closing line is always true. */
function tell(code) {
  if (code !== 0 && totals.every((one) => one.failed === 0))
    totals.push(ofCheck("the run was cut short", false));
  const { passed, failed, skipped, failures } = sum(totals);
  if (skipped) say(`${skipped} skipped`);
  for (const failure of failures) say(`failed: ${failure.replace(`${process.cwd()}/`, "")}`);
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

async function types() {
  const routes = await node("types of the routes", "node_modules/next/dist/bin/next", "typegen");
  const sound = await node("types", "node_modules/typescript/bin/tsc", "--noEmit");
  return ofCheck("types", routes.ok && sound.ok);
}

async function lint() {
  const tidy = await node(
    "lint",
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--max-diagnostics=60",
    ".",
  );
  return ofCheck("lint", tidy.ok);
}

async function tests() {
  const report = join(scratch, "vitest.json");
  const projects = wants("--long") ? ["--project", "main", "--project", "prove"] : ["--project", "main"];
  const words = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const name = wants("--long") ? "house, unit, integration, battery" : "house, unit, integration";
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts"];
  const run = await runStep(name, process.execPath, [...vitest, ...projects, ...words], {
    env: { ...env, ...(wants("--long") ? { WHOLE_WALLS: "1" } : {}) },
  });
  return ofVitest(report, run.ok);
}

async function journeys() {
  const browser = await runStep(
    "browser",
    process.execPath,
    ["--import", "tsx", "tests/support/chromium.ts"],
    {
      env: outer, // a browser that is fetched stays for the next run, so not in the scratch folder
    },
  );
  if (!browser.ok) return ofCheck("browser", false);
  const [name, command, ...args] = cutOff
    ? [
        "journeys, without a network",
        "unshare",
        "-n",
        "sh",
        "-c",
        'ip link set lo up && exec "$0" "$@"',
        process.execPath,
      ]
    : ["journeys", process.execPath];
  const run = await runStep(name, command, [...args, "tests/support/journeys.mjs"], {
    env: { ...env, TEST_BROWSER: browser.text.split("\n").findLast((line) => line.startsWith("{")) },
  });
  return ofPlaywright(
    ["pages", "deeds-1", "deeds-2"].map((part) => join(scratch, `playwright-${part}.json`)),
    run.ok,
  );
}
