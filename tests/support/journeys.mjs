// Serves the built app twice, each from an empty database of its own on a free port, and lets people of the demo use it in browsers: what
// changes rows goes one by one on each, so that two halves of it may go at once.
import { createServer } from "node:net";
import { join } from "node:path";
import { startGroup, stopEveryGroup, stopGroup } from "./step.mjs";

const scratch = process.env.TEST_SCRATCH;
const say = (line) => process.stdout.write(`${line}\n`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, async () => {
    await stopEveryGroup();
    process.exit(1);
  });

const browser = JSON.parse(process.env.TEST_BROWSER);
const apps = [await startApp("app-1"), await startApp("app-2")];
const ready = (await Promise.all(apps.map(becomesReady))).every(Boolean);
let failed = ready ? 0 : 1;
if (ready) {
  failed += await runPlaywright("pages", apps[0]);
  const halves = apps.map((app, at) =>
    runPlaywright(`deeds-${at + 1}`, app, `--shard=${at + 1}/${apps.length}`),
  );
  for (const code of await Promise.all(halves)) failed += code;
}
for (const app of apps) {
  const ending = await stopGroup(app.child);
  if (ending?.code === 0 && ready) continue;
  failed += 1;
  say(ending ? `the app ended with code ${ending.code}` : "the app did not stop within 40 s of SIGTERM");
  say(`--- the app's last words ---\n${app.words().slice(-6000)}`);
}
process.exit(failed > 0 ? 1 : 0);

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}

async function startApp(name) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", ORIGIN: origin };
  const own = { DATA_DIR: join(scratch, name), DEMO: "1", DEMO_SCALE: process.env.DEMO_SCALE ?? "0.05" };
  // The server prints PDF with the same browser.
  const printer = { ...browser.env, CHROMIUM_PATH: browser.path };
  for (const name of ["DATABASE_URL", "DATABASE_JOB_URL", "DATABASE_OWNER_URL", "KEYS_DIR"]) delete env[name];
  const child = startGroup(process.execPath, ["lib/operate/start.mjs"], {
    env: { ...env, ...own, ...printer },
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (words = (words + chunk).slice(-100_000)));
  return { child, origin, dataDir: own.DATA_DIR, words: () => words };
}

async function becomesReady({ child, origin }) {
  const until = performance.now() + 240_000;
  let ended = false;
  child.ended.then(() => (ended = true));
  while (!ended && performance.now() < until) {
    if (
      await fetch(`${origin}/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return true;
    await pause(250);
  }
  say(ended ? "the app ended before it was ready" : "the app was not ready after 240 s");
  return false;
}

async function runPlaywright(part, { origin, dataDir }, ...more) {
  say(`the app serves the demo at ${origin}; browser: ${browser.path}; journeys: ${part}`);
  const env = {
    ...process.env,
    ...browser.env,
    CHROMIUM_PATH: browser.path,
    BASE_URL: origin,
    APP_DATA: dataDir,
    JOURNEYS_PART: part,
  };
  const args = ["node_modules/@playwright/test/cli.js", "test", "--config", "tests/playwright.config.ts"];
  const run = startGroup(process.execPath, [...args, ...more, ...process.argv.slice(2)], { env });
  for (const stream of [run.stdout, run.stderr]) stream.pipe(process.stdout);
  return (await run.ended).code;
}
