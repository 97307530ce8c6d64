// What npm run audit:verify and audit:roots do and say; both only read, and end with 0 when all is well, 1 when the trail is broken.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { placeToKeep } from "../backup/place.ts";
import { withClient } from "../roles.ts";
import { say } from "../say.ts";
import { stop } from "../shutdown.ts";
import { StartProblem } from "../start-problem.ts";
import { keepVerdict, latestRoots, type Root, readRoots, rootLine, verifyTrail } from "./verify.ts";

const fromHere = (given: string) => path.resolve(process.env.INIT_CWD ?? ".", given);
const count = (n: number) => n.toLocaleString("en");

export async function verifyAudit(rootsFile: string | undefined): Promise<void> {
  const roots = rootsFile ? rootsIn(fromHere(rootsFile)) : [];
  const { ownerUrl } = await placeToKeep();
  const began = performance.now();
  const verdict = await withClient(ownerUrl, async (client) => {
    await client.query("set row_security = off");
    const found = await verifyTrail(client, roots);
    await keepVerdict(client, found);
    return found;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `共 ${count(verdict.rows)} 条，${count(verdict.seals)} 次封存，未封存 ${count(verdict.open)} 条，用时 ${seconds} 秒。`,
  );
  if (verdict.found.length === 0) {
    say(
      verdict.upto
        ? `完整性校验通过，至 ${moment(verdict.upto.at)}(北京时间)，编号 ${verdict.upto.id}。`
        : "还没有封存。",
    );
    if (roots.length > 0) say(`与外存的 ${roots.length} 个根一致。`);
    else say("没有给出外存的根：末尾被整段删去看不出来。请用 npm run audit:verify -- 根文件 再对一次。");
    return;
  }
  say("\n✗ 审计不完整：");
  for (const found of verdict.found) say(`  · ${found}`);
  say("\n请不要再改动数据库，保留现场，报告审计员和系统负责人，并与最近的备份比对。");
  await stop(1);
}

function rootsIn(file: string): Root[] {
  if (!existsSync(file)) throw new StartProblem(`没有找到根文件 ${file}。`);
  const roots = readRoots(readFileSync(file, "utf8"));
  if (!roots) throw new StartProblem(`${file} 不是根文件：每行应为“编号 摘要 时间”。`);
  return roots;
}

/** Prints the latest roots, or writes them where they are told to go. */
export async function auditRoots(target: string | undefined): Promise<void> {
  const { ownerUrl } = await placeToKeep();
  const roots = await withClient(ownerUrl, (client) => latestRoots(client, 24));
  if (roots.length === 0) return say("还没有封存，没有根。");
  if (!target) {
    for (const root of roots) say(rootLine(root));
    return say("\n请把最后一行抄录或发送到另一台机器；以后用它可以发现末尾被删去。");
  }
  const file = writeRoots(fromHere(target), roots);
  say(`已写入 ${roots.length} 个根：${file}`);
}

/** One file for each day, whole or not there at all. */
export function writeRoots(folder: string, roots: readonly Root[], now = new Date()): string {
  mkdirSync(folder, { recursive: true });
  const day = now.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const file = path.join(folder, `audit-roots-${day}.txt`);
  const known = existsSync(file) ? (readRoots(readFileSync(file, "utf8")) ?? []) : [];
  const all = new Map([...known, ...roots].map((root) => [root.uptoId, root]));
  const lines = [...all.values()].sort((a, b) => (a.uptoId < b.uptoId ? -1 : 1)).map(rootLine);
  writeFileSync(`${file}.new`, `${lines.join("\n")}\n`);
  renameSync(`${file}.new`, file);
  return file;
}

/** Every hour, when AUDIT_ROOTS_DIR names a folder (another disk, a share of another machine). */
export async function sendRoots(pool: pg.Pool): Promise<void> {
  const folder = process.env.AUDIT_ROOTS_DIR;
  if (!folder) return;
  const roots = await latestRoots(pool, 1);
  if (roots.length === 0) return;
  writeRoots(folder, roots);
  await beat(pool, "roots");
}

/** Once a day the whole trail is checked, so that the screens can say until when it is whole. */
export async function checkTrail(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    "select 1 from audit_check where at > now() - interval '23 hours' limit 1",
  );
  if (rowCount) return;
  const { rowCount: sealed } = await pool.query("select 1 from audit_seal limit 1");
  if (!sealed) return;
  const client = await pool.connect();
  try {
    await keepVerdict(client, await verifyTrail(client));
  } finally {
    client.release();
  }
}

export const beat = (pool: pg.Pool, name: string, facts: Record<string, unknown> = {}) =>
  pool.query(
    "insert into machine_pulse (name, facts) values ($1, $2) on conflict (name) do update set at = now(), facts = excluded.facts",
    [name, JSON.stringify(facts)],
  );

const moment = (at: Date) =>
  at.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
