// Where the data of this checkout lies: DATA_DIR, else .data beside the sources, else a place that the lent account can enter.
import { createHash } from "node:crypto";
import path from "node:path";
import { canReach, postgresAccount } from "./os-account.ts";
import { root } from "./root.ts";
import { say } from "./say.ts";

export function dataHome(): string {
  const { DATA_DIR, DATABASE_URL } = process.env;
  if (DATA_DIR) return path.resolve(root, DATA_DIR);
  const beside = path.join(root, ".data");
  if (DATABASE_URL || canReach(postgresAccount(), beside)) return beside;
  const id = createHash("sha256").update(root).digest("hex").slice(0, 8);
  const elsewhere = `/var/lib/qamdo-334/data-${id}`;
  say(`! ${root} 不允许数据库账户进入，数据改放在 ${elsewhere}`);
  return elsewhere;
}
