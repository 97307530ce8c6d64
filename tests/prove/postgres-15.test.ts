// The same tests once more on PostgreSQL 15, the oldest that an operator may bring (Debian's): what we write must not need a newer one.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresAccount } from "#lib/operate/os-account.ts";

const PROGRAMS = "/usr/lib/postgresql/15/bin";
const PORT = "5415";
const SUITES = ["tests/lib/domains", "tests/lib/indicators", "tests/lib/platform", "tests/world"];
const account = postgresAccount();
let folder = "";

/** Debian's package, where we may install it; elsewhere an operator's machine without it is no failure of ours. */
function haveIt(): boolean {
  if (existsSync(PROGRAMS)) return true;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) => spawnSync("apt-get", words, { env, stdio: "ignore" }).status === 0;
  const install = () => apt("install", "-y", "--no-install-recommends", "postgresql-15");
  return (install() || (apt("update") && install())) && existsSync(PROGRAMS);
}
const found = haveIt();

function run(program: string, ...words: string[]) {
  const done = spawnSync(join(PROGRAMS, program), words, {
    ...(account && { uid: account.uid, gid: account.gid }),
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", NODE_ENV: process.env.NODE_ENV },
    cwd: "/",
    encoding: "utf8",
    // The server that pg_ctl leaves behind would keep our pipes open.
    stdio: program === "pg_ctl" ? "ignore" : "pipe",
  });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr ?? done.error}`);
}

beforeAll(() => {
  if (!found) return;
  folder = mkdtempSync(join(tmpdir(), "pg15-"));
  const cluster = join(folder, "pg");
  mkdirSync(cluster);
  if (account) for (const path of [folder, cluster]) chownSync(path, account.uid, account.gid);
  run("initdb", "-D", cluster, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
  const settings = `-c listen_addresses= -c port=${PORT} -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200 -c timezone=Asia/Shanghai`;
  run("pg_ctl", "-D", cluster, "-l", join(folder, "log"), "-o", settings, "-w", "start");
});

afterAll(() => {
  if (!found) return;
  run("pg_ctl", "-D", join(folder, "pg"), "-m", "immediate", "-w", "stop");
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!found)("migrations and tests pass on PostgreSQL 15", () => {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith("VITEST")) delete env[name];
  const report = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "tests/vitest.config.ts",
      "--project",
      "main",
    ].concat(SUITES.filter((suite) => existsSync(suite))),
    {
      env: {
        ...env,
        TEST_POSTGRES: `postgresql://postgres@localhost:${PORT}/postgres?host=${encodeURIComponent(folder)}`,
        NO_COLOR: "1",
      },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const words = `${report.stdout}\n${report.stderr}`;
  const totals = words.match(/^\s*(?:Test Files|Tests)\s.*$/gm)?.join("\n") ?? "no totals";
  process.stdout.write(`on PostgreSQL 15:\n${totals}\n`);
  expect(report.status, words.slice(-8000)).toBe(0);
});
