// Refuses to start when the keys are gone while the database holds what they sealed.
import { missingKeys } from "#lib/platform/keys.ts";
import { withClient } from "./roles.ts";
import { StartProblem } from "./start-problem.ts";

/**
 * New keys beside old data would make every sealed value unreadable and every password wrong, for good. Whether there are
 * persons or accounts is asked by the size of their tables, because a role below row-level security sees no rows.
 */
export async function refuseLostKeys(url: string, keysDir: string) {
  const missing = missingKeys(keysDir);
  if (missing.length === 0) return;
  const { rows } = await withClient(url, (client) =>
    client.query(`select coalesce(pg_relation_size(to_regclass('public.person')), 0)
        + coalesce(pg_relation_size(to_regclass('public.account')), 0) > 0 as filled`),
  );
  if (rows[0].filled)
    throw new StartProblem(
      `密钥目录 ${keysDir} 中缺少 ${missing.join("、")}，而数据库里已有用这些密钥保护的人员信息或账号密码。请从密钥备份中恢复整个目录后再启动；没有原来的密钥，证件号码无法解密，密码全部失效。`,
    );
}
