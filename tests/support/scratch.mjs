// The scratch folder of one test run: everything temporary lies in it, and closing it stops a database left behind in it.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "qamdo-tests-";

/** Opens a folder named after this process; folders of runs that died are cleared away first. */
export function openScratch() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split("-")[0]) : 0;
    if (owner > 0 && !alive(owner)) closeScratch(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755); // run by root, the database works as another account and must get in
  return folder;
}

export function closeScratch(folder) {
  for (const pid of databasesIn(folder)) stopDatabase(pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function databasesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((path) => String(path).endsWith("postmaster.pid"))
      .map((path) => Number(readFileSync(join(folder, String(path)), "utf8").split("\n")[0]));
  } catch {
    return []; // it vanished while we looked: another run cleared it
  }
}

function stopDatabase(pid) {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")) return;
    process.kill(pid, "SIGQUIT");
    for (let i = 0; i < 50 && alive(pid); i++)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  } catch {
    // it ended by itself
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
