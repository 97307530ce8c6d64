// The embedded database survives being killed, being shared and being left behind.
import { type ChildProcess, fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { startPostgres } from "#lib/operate/postgres.ts";
import { isAlive } from "#lib/operate/postgres-process.ts";
import { withClient } from "#lib/operate/roles.ts";

const scratch = mkdtempSync(path.join(os.tmpdir(), "pg-test-"));
chmodSync(scratch, 0o755); // root lends the server another account, which must get in
const dataDir = path.join(scratch, "data");
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  await (await startPostgres({ dataDir })).stop(); // adopts what a failed test left behind
  rmSync(scratch, { recursive: true, force: true });
});

/** Another process that starts the same database and holds it. */
async function neighbor(): Promise<{ child: ChildProcess; pid: number }> {
  const holder = new URL("./hold-postgres.ts", import.meta.url).pathname;
  const child = fork(holder, [dataDir], { execArgv: ["--import", "tsx"] });
  children.push(child);
  const pid = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("exit", () => reject(new Error("the neighbor could not start the database")));
  });
  return { child, pid };
}

const answers = (url: string) =>
  withClient(url, async (client) => (await client.query("select 1")).rowCount === 1);
test("two share one server, and the last to leave stops it", async () => {
  const { child, pid } = await neighbor();
  const ours = await startPostgres({ dataDir });
  expect([ours.attached, ours.pid]).toEqual([true, pid]);
  const left = new Promise((resolve) => child.once("exit", resolve));
  child.send("stop");
  await left;
  expect(await answers(ours.adminUrl())).toBe(true);
  await ours.stop();
  // An orphan is buried by the system's first process, which may take a moment.
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
}, 60_000);

test("a server whose owner was killed is adopted with its data, and stopped at the end", async () => {
  const { child, pid } = await neighbor();
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(isAlive(pid)).toBe(true);
  const ours = await startPostgres({ dataDir });
  expect([ours.attached, ours.pid]).toEqual([true, pid]);
  await ours.stop();
  // An orphan is buried by the system's first process, which may take a moment.
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
}, 60_000);

test("a server killed under us comes back with what was committed", async () => {
  const ours = await startPostgres({ dataDir });
  const url = ours.adminUrl();
  await withClient(url, (client) => client.query("create table if not exists kept as select 7 as seven"));
  const killed = ours.pid;
  process.kill(killed, "SIGKILL");
  await expect.poll(() => ours.pid, { timeout: 20_000 }).not.toBe(killed);
  const { rows } = await withClient(url, (client) => client.query("select seven from kept"));
  expect(rows).toEqual([{ seven: 7 }]);
  await ours.stop();
}, 60_000);

test("a lock file left by a crash, its number now another program's, does not matter", async () => {
  const ours = await startPostgres({ dataDir });
  await ours.stop();
  writeFileSync(path.join(dataDir, "pg", "postmaster.pid"), `${process.pid}\n${path.join(dataDir, "pg")}\n`);
  const again = await startPostgres({ dataDir });
  expect(again.attached).toBe(false);
  expect(await answers(again.adminUrl())).toBe(true);
  await again.stop();
}, 60_000);

test("a path too long for a socket works, too", async () => {
  const long = path.join(scratch, "x".repeat(100));
  const ours = await startPostgres({ dataDir: long });
  expect(await answers(ours.adminUrl())).toBe(true);
  await ours.stop();
}, 60_000);
