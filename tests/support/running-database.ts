// The embedded database of an app that runs: where it answers and for whom, as its own lock file and passwords tell.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { on, rolePasswords } from "#lib/operate/roles.ts";

/** Addresses for the three roles, known once the app has been ready. */
export function runningDatabase(dataDir: string) {
  const lock = readFileSync(join(dataDir, "pg", "postmaster.pid"), "utf8");
  const [, , , port, folder = ""] = lock.split("\n");
  const passwords = rolePasswords(dataDir);
  const base = `postgresql://app_rw@localhost:${port}/qamdo?host=${encodeURIComponent(folder)}`;
  const of = (user: keyof typeof passwords) => on(base, { user, password: passwords[user] });
  return { rw: of("app_rw"), job: of("app_job"), owner: of("app_owner") };
}
