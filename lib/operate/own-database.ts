// Refuses to run on a database of the operator's own that would let the second wall fall, or that is not up to date.
import type pg from "pg";
import { migrationHistory } from "./migrations.ts";
import { withClient } from "./roles.ts";
import { StartProblem } from "./start-problem.ts";

export async function refuseUnfitDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await refuseStrongRole(client);
    await refuseOldTables(client);
  }).catch((problem) => {
    if (problem instanceof StartProblem) throw problem;
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new StartProblem(`连接不上数据库：${reason}。请检查 DATABASE_URL、DATABASE_JOB_URL 和数据库服务。`);
  });
}

/** Row-level security does not hold for superusers, for BYPASSRLS, and for whoever owns a table. */
export async function refuseStrongRole(client: pg.ClientBase) {
  const { rows } = await client.query<{ role: string; strong: boolean; owns: boolean }>(`
    select current_user as role, rolsuper or rolbypassrls as strong,
           exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                      and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
      from pg_roles where rolname = current_user`);
  const { role, strong, owns } = rows[0]!;
  if (strong || owns)
    throw new StartProblem(
      `数据库角色 ${role} ${strong ? "是超级用户或可绕过行级安全" : "拥有数据表"}，行级安全对它不起作用。请改用只读写、不拥有数据表的角色(见 docs 中的运维手册)。`,
    );
}

async function refuseOldTables(client: pg.ClientBase) {
  const { pending, changed, missing } = await migrationHistory(client);
  if (pending.length > 0)
    throw new StartProblem(
      `数据库还有 ${pending.length} 个迁移没有应用(${pending.map(({ name }) => name).join("、")})。请设置 DATABASE_OWNER_URL 后运行：npm run db:deploy`,
    );
  const strange = [...changed, ...missing];
  if (strange.length > 0)
    throw new StartProblem(`数据库与程序的迁移不一致(${strange.join("、")})。请使用与数据库相符的程序版本。`);
}

/** Asked by the table's size, because a role below row-level security sees no accounts. */
export async function hasAccounts(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query("select pg_relation_size('public.account') > 0 as filled");
    return rows[0].filled;
  });
}
