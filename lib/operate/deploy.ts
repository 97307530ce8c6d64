// Brings the operator's own database up to the program: looks for foreign changes first, applies what is missing, lays the ground of a
// new installation, and prints the code of its first administrator while nobody has an account.
import { env } from "node:process";
import { liveDrift } from "./drift.ts";
import { offerFirstCode } from "./first-code.ts";
import { type FirstGround, layFirstGround } from "./first-ground.ts";
import { migrate } from "./migrate.ts";
import { migrationFiles, migrationHistory } from "./migrations.ts";
import { giveRescueCode } from "./rescue.ts";
import { ROLES, withClient } from "./roles.ts";
import { say, step } from "./say.ts";
import { StartProblem } from "./start-problem.ts";

const SHOWN = 20;

/** `--reset <account>`: also gives this account a code for a new password. */
export async function deploy([flag, username]: string[] = []): Promise<void> {
  const { DATABASE_OWNER_URL: ownerUrl } = env;
  if (!ownerUrl)
    throw new StartProblem(
      "请设置 DATABASE_OWNER_URL(拥有数据库的角色 app_owner 的连接地址)，再运行 npm run db:deploy。",
    );
  const { pending, applied } = await step("查看数据库", () => look(ownerUrl));
  const drift = await step("核对数据库与已应用的迁移", () =>
    withClient(ownerUrl, (client) => liveDrift(client, applied)),
  );
  if (drift.length > 0) throw new StartProblem(tellDrift(drift));
  if (pending.length > 0) {
    const result = await step("应用迁移", () => migrate(ownerUrl, { log: say }));
    say(`数据库已更新：应用了 ${result.applied.length} 个迁移。`);
  } else say(`数据库结构已是最新(共 ${applied.length} 个迁移)。`);
  tellGround(await step("核对基础数据", () => layFirstGround(ownerUrl)));
  if (flag === "--reset" && username) await giveRescueCode(ownerUrl, username);
  else if (flag) throw new StartProblem(`不认识的参数 ${flag}。可用：npm run db:deploy -- --reset <账号名>`);
  else if (!(await offerFirstCode(ownerUrl))) say("现在可以启动：npm start");
}

function tellGround(laid: FirstGround | null) {
  if (!laid) return;
  say(
    `已建立基础数据：${laid.divisions} 个行政区划、${laid.committees} 个党委、${laid.year} 年度和默认走访规则。`,
  );
  say("  区划来自国家统计用区划代码(2023)；默认走访规则请按本市文件核定。没有写入任何人员和户。");
}

async function look(ownerUrl: string) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("select rolname from pg_roles where rolname = any ($1)", [
      [...ROLES],
    ]);
    const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
    if (missing.length > 0)
      throw new StartProblem(
        `数据库服务器上还没有角色 ${missing.join("、")}。请先按 docs 中的运维手册建立三个角色。`,
      );
    const { pending } = await migrationHistory(client);
    const names = new Set(pending.map(({ name }) => name));
    return {
      pending,
      applied: migrationFiles()
        .map(({ name }) => name)
        .filter((name) => !names.has(name)),
    };
  }).catch((problem) => {
    if (problem instanceof StartProblem) throw problem;
    throw new StartProblem(
      `连接不上数据库：${problem instanceof Error ? problem.message : problem}。请检查 DATABASE_OWNER_URL。`,
    );
  });
}

function tellDrift(drift: string[]): string {
  const more = drift.length > SHOWN ? `\n  …共 ${drift.length} 处` : "";
  const lines = drift.slice(0, SHOWN).map((line) => `  ${line}`);
  return `数据库的结构与已应用的迁移不同(+ 多出，- 缺少)，可能有人手工改动过。没有做任何更改。请先恢复这些差异：\n${lines.join("\n")}${more}`;
}
