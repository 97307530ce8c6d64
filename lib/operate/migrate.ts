// Applies the migrations that a database has not seen, each whole or not at all, one runner at a time.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { MIGRATIONS, type Migration, migrationHistory } from "./migrations.ts";
import { withClient } from "./roles.ts";
import { StartProblem } from "./start-problem.ts";

type Options = {
  log?: (line: string) => void;
  folder?: string;
  /** For replays of a part of the history. */
  only?: string[];
};

export async function migrate(
  ownerUrl: string,
  { log = () => {}, folder = MIGRATIONS, only }: Options = {},
): Promise<{ applied: string[] }> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('qamdo.migrate'))");
    await client.query(HISTORY_TABLE);
    const { pending: all, changed, missing } = await migrationHistory(client, folder);
    refuseRewrittenHistory(changed, missing);
    const pending = all.filter(({ name }) => only?.includes(name) ?? true);
    for (const migration of pending) {
      await apply(client, migration);
      log(`已应用迁移 ${migration.name}`);
    }
    return { applied: pending.map((migration) => migration.name) };
  });
}

function refuseRewrittenHistory(changed: string[], missing: string[]) {
  if (changed.length > 0)
    throw new StartProblem(
      `迁移 ${changed.join("、")} 在应用之后被改动了。请恢复原文件，并把新的改动写成新的迁移；纯演示数据可以删除数据目录后重新启动。`,
    );
  if (missing.length > 0)
    throw new StartProblem(
      `数据库已应用的迁移 ${missing.join("、")} 在程序中找不到。程序版本可能比数据库旧，请换用新版本。`,
    );
}

async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration) {
  const started = new Date();
  await client.query("begin");
  try {
    await client.query(sql); // whole script at once: $$ bodies stay intact
    await client.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, started],
    );
    await client.query("commit");
  } catch (problem) {
    await client.query("rollback");
    throw new StartProblem(`迁移 ${name} 没有成功，数据库保持原样：${reasonOf(problem, sql)}`);
  }
}

function reasonOf(problem: unknown, sql: string): string {
  if (!(problem instanceof Error)) return String(problem);
  const position = "position" in problem ? Number(problem.position) : 0;
  const line = position ? `（第 ${sql.slice(0, position).split("\n").length} 行）` : "";
  const detail = "detail" in problem && problem.detail ? ` ${problem.detail}` : "";
  return `${problem.message}${detail}${line}`;
}

/** As the official Prisma tools make it. */
export const HISTORY_TABLE = `
  create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  );
  do $$ begin
    if exists (select 1 from pg_roles where rolname = 'app_job') then
      grant select on public._prisma_migrations to app_rw, app_job;
    end if;
  end $$;`;
