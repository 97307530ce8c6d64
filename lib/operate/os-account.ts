// The account of the operating system that PostgreSQL runs as: it refuses root, so root lends it another.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "./start-problem.ts";

export type OsAccount = { name: string; uid: number; gid: number };

const numberOf = (flag: string, name: string) => {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
};

/** Null for an ordinary user, who runs PostgreSQL as oneself. */
export function postgresAccount(): OsAccount | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const uid = numberOf("-u", name);
    const gid = numberOf("-g", name);
    if (uid && gid) return { name, uid, gid };
  }
  throw new StartProblem(
    "以 root 运行时需要一个普通系统账户(postgres 或 nobody)来运行数据库，本机没有找到。请改用普通用户运行。",
  );
}

/** Can this account walk down to the target, that is: may it pass every folder above it? */
export function canReach(account: OsAccount | null, target: string): boolean {
  if (!account) return true;
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && !mayPass(account, folder)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

export function mayPass(account: OsAccount, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}
