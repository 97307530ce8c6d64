// Makes the files of a new PostgreSQL cluster, whole or not at all.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { OsAccount } from "./os-account.ts";
import { StartProblem } from "./start-problem.ts";

type NewCluster = { home: string; cluster: string; native: string; account: OsAccount | null };

/** True when one was made. It is built beside its place and moved there, so that a kill leaves no half cluster. */
export async function createCluster({ home, cluster, native, account }: NewCluster): Promise<boolean> {
  if (existsSync(path.join(cluster, "PG_VERSION"))) return false;
  for (const file of readdirSync(home))
    if (file.startsWith("pg.new.")) rmSync(path.join(home, file), { recursive: true, force: true });
  const half = path.join(home, `pg.new.${process.pid}`);
  const password = existsSync(passwordFile(home)) ? superuserPassword(home) : writePassword(home);
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  // --pwfile wants a file that the lent account can read, so it lies inside the cluster's own closed parent for a moment.
  const passed = path.join(home, `pg.new.${process.pid}.password`);
  writeFileSync(passed, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passed, account.uid, account.gid);
  const made = spawnSync(
    path.join(native, "bin", "initdb"),
    [
      "-D",
      half,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passed}`,
      "--encoding=UTF8",
      "--locale=C",
    ].concat(["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"]),
    {
      ...(account && { uid: account.uid, gid: account.gid }),
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV },
      cwd: "/",
      encoding: "utf8",
    },
  );
  rmSync(passed, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new StartProblem(`数据库目录没有建成：${made.error?.message ?? ""}\n${made.stderr ?? ""}`);
  }
  if (existsSync(path.join(cluster, "PG_VERSION"))) rmSync(half, { recursive: true, force: true });
  else renameSync(half, cluster);
  return true;
}

const passwordFile = (home: string) => path.join(home, "pg.password");

export const superuserPassword = (home: string) => readFileSync(passwordFile(home), "utf8").trim();

function writePassword(home: string): string {
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile(home), password, { mode: 0o600 });
  return password;
}
