// Writes the SQL that a change of prisma/schema needs, as the next numbered migration.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataHome } from "./data-home.ts";
import { startEmbedded } from "./database.ts";
import { schemaDrift } from "./drift.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS, migrationFiles } from "./migrations.ts";
import { ensureRoles, rolePasswords, withClient } from "./roles.ts";
import { root } from "./root.ts";
import { say, step } from "./say.ts";
import { StartProblem } from "./start-problem.ts";

export async function writeMigration(given: string | undefined): Promise<void> {
  const name = given
    ?.trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new StartProblem("请给迁移起一个英文名，说明改了什么，例如：npm run db:migration add_visit_photo");
  const sql = await step("比较 prisma/schema 与现有迁移", differences);
  if (!sql)
    return say(
      "prisma/schema 与现有迁移一致，没有要写的。约束、策略和函数不在 schema 中，请直接写 SQL 迁移。",
    );
  const file = path.join(MIGRATIONS, `${nextNumber()}_${name}`, "migration.sql");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${sql}\n`);
  say(
    `已写好 ${path.relative(root, file)}(${sql.split("\n").length} 行)。请检查一遍，补上约束、行级安全和外键索引，下次 npm start 时应用。`,
  );
}

const nextNumber = () =>
  String(Number.parseInt(migrationFiles().at(-1)?.name ?? "-1", 10) + 1).padStart(4, "0");

/** The migrations are replayed in a database of their own, so that what stands in the working one does not matter. */
async function differences(): Promise<string> {
  const dataDir = dataHome();
  const postgres = await startEmbedded(dataDir);
  const database = `shadow_${process.pid}`;
  const { ownerUrl } = await ensureRoles({
    adminUrl: postgres.adminUrl(),
    database,
    passwords: rolePasswords(dataDir),
  });
  try {
    await migrate(ownerUrl);
    return await schemaDrift(ownerUrl);
  } finally {
    await withClient(postgres.adminUrl(), (admin) => admin.query(`drop database ${database} with (force)`));
  }
}
