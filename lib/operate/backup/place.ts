// Where backup and restore work: the operator's own database as its owner, or the embedded one; the keys; the files.
import { existsSync } from "node:fs";
import path from "node:path";
import { env } from "node:process";
import { dataHome } from "../data-home.ts";
import { DATABASE, startEmbedded } from "../database.ts";
import { on, rolePasswords, withClient } from "../roles.ts";
import { StartProblem } from "../start-problem.ts";

export type Place = {
  ownerUrl: string;
  keysDir: string;
  home: string;
  /** The embedded cluster alone: its superuser's address. */
  adminUrl?: string;
};

/** Keys and files alone: what looking into a backup needs. */
export function keysAndHome(): Omit<Place, "ownerUrl"> {
  const own = Boolean(env.DATABASE_OWNER_URL || env.DATABASE_URL);
  const home = dataHome();
  if (own && !env.KEYS_DIR) throw new StartProblem("请设置 KEYS_DIR(密钥目录)，与服务的环境文件相同。");
  const keysDir = env.KEYS_DIR || path.join(home, "keys");
  Object.assign(env, { DATA_DIR: home, KEYS_DIR: keysDir });
  return { home, keysDir };
}

/** The operator's own, when one is set; null means the embedded one. */
export function ownOwnerUrl(): string | null {
  if (env.DATABASE_OWNER_URL) return env.DATABASE_OWNER_URL;
  if (!env.DATABASE_URL) return null;
  throw new StartProblem("请设置 DATABASE_OWNER_URL(拥有数据库的角色 app_owner 的连接地址)，再运行一次。");
}

export async function placeToKeep(): Promise<Place> {
  const own = ownOwnerUrl();
  const where = keysAndHome();
  if (own) {
    await refuseNoAnswer(own);
    return { ...where, ownerUrl: own };
  }
  if (!existsSync(path.join(where.home, "pg", "PG_VERSION")))
    throw new StartProblem(
      `${where.home} 里还没有数据库，没有可备份的。请设置 DATA_DIR，或用 DATABASE_OWNER_URL 指明自己的 PostgreSQL。`,
    );
  const postgres = await startEmbedded(where.home);
  const { app_owner: password } = rolePasswords(where.home);
  const adminUrl = postgres.adminUrl();
  return { ...where, adminUrl, ownerUrl: on(adminUrl, { database: DATABASE, user: "app_owner", password }) };
}

export async function refuseNoAnswer(url: string) {
  await withClient(url, (client) => client.query("select 1")).catch((problem) => {
    throw new StartProblem(
      `连接不上数据库：${problem instanceof Error ? problem.message : problem}。请检查 DATABASE_OWNER_URL。`,
    );
  });
}

export const uploadsIn = (home: string) => path.join(home, "uploads");
