// What npm run backup, backup:verify and restore do and say.
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { DATABASE, startEmbedded } from "../database.ts";
import { ensureRoles, rolePasswords, withClient } from "../roles.ts";
import { say, step } from "../say.ts";
import { onStop } from "../shutdown.ts";
import { StartProblem } from "../start-problem.ts";
import type { Closing } from "./archive.ts";
import { megabytes, takeBackup } from "./backup.ts";
import { backupKey } from "./keys.ts";
import { keysAndHome, ownOwnerUrl, type Place, placeToKeep, refuseNoAnswer } from "./place.ts";
import { restoreBackup, tellAudit, voidSessions } from "./restore.ts";
import { restoreBase } from "./restore-base.ts";
import { isSealed, namedFiles, restoreFiles, storeIn } from "./stored-files.ts";
import { tell as tellMachine } from "./tell.ts";
import { readWhole, verifyBackup } from "./verify.ts";

const count = (n: number) => n.toLocaleString("en");
const tell = ({ tables, files, stored = [] }: Closing) =>
  `${tables.length} 张表共 ${count(tables.reduce((sum, { rows }) => sum + rows, 0))} 行，${count(files.length)} 个导入文件，${count(stored.length)} 个照片和文件`;

export async function backup(target: string | undefined): Promise<void> {
  const place = await placeToKeep();
  const folder = target ? fromHere(target) : (process.env.BACKUP_DIR ?? path.join(place.home, "backups"));
  const taken = await step("备份", () => takeBackup(place, folder, say));
  await tellMachine(place, "backup", {
    file: path.basename(taken.file),
    bytes: taken.bytes,
    missingFiles: taken.missingFiles,
  });
  say(`已备份 ${tell(taken.closing)}。`);
  say(`备份文件：${taken.file}(${megabytes(taken.bytes)}，已加密)`);
  if (taken.newFiles > 0)
    say(`新加密的照片和文件 ${count(taken.newFiles)} 个，在 ${path.join(folder, "files")}。`);
  if (taken.missingFiles > 0)
    say(
      `! 有 ${count(taken.missingFiles)} 个照片或文件在 ${place.home} 里已经没有了，备份不了。请从较早的备份找回。`,
    );
  if (statSync(folder).dev === statSync(place.home).dev)
    say(
      "! 备份与数据在同一块盘上，盘坏了两样都没有。请拷到另一块盘或另一台机器，例如 npm run backup -- /mnt/backup",
    );
  say(`密钥不在备份里。没有密钥目录 ${place.keysDir} 的副本，这份备份打不开。`);
  if (taken.newKey)
    say("! 刚刚生成了备份密钥 backup。请立即把整个密钥目录抄成两份，密封，分两处保管，不要与备份放在一起。");
  say(`接下来验证它能恢复：npm run backup:verify -- ${taken.file}`);
}

export async function verify(given: string | undefined): Promise<void> {
  const file = fileNamed(given, "backup:verify");
  const { head, closing } = await verifyBackup(keysAndHome(), file, step);
  say(
    `这份备份能恢复：${tell(closing)}，备份于 ${moment(head.takenAt)}(北京时间)，程序版本 ${head.program}。`,
  );
  // Where a database stands, its health page is told; a backup may as well be proved on a machine that has none.
  const here = existsSync(path.join(keysAndHome().home, "pg", "PG_VERSION"));
  if (!process.env.DATABASE_OWNER_URL && (process.env.DATABASE_URL || !here)) return;
  await tellMachine(await placeToKeep(), "backup verified", {
    file: path.basename(file),
    bytes: statSync(file).size,
  });
}

export async function restore(given: string | undefined): Promise<void> {
  const file = fileNamed(given, "restore");
  if (file.endsWith(".base")) return restoreFromBase(file);
  const own = ownOwnerUrl();
  const where = keysAndHome();
  const read = await step("通读备份文件", () => readWhole(file, where.keysDir));
  const into = (ownerUrl: string) => step("恢复", () => restoreBackup({ ...where, ownerUrl, file, ...read }));
  if (own) await refuseNoAnswer(own);
  const { newer, lastDeed } = own ? await into(own) : await intoEmbedded(where, into);
  say(`已恢复 ${tell(read.closing)}，备份于 ${moment(read.head.takenAt)}(北京时间)。`);
  if (!own) say(`启动时用同样的目录：DATA_DIR=${where.home} KEYS_DIR=${where.keysDir} npm start`);
  if (newer.length > 0) say(`备份之后的 ${newer.length} 个迁移也已应用。`);
  say("所有人的登录和没用过的重设代码都已作废，需要重新登录。");
  if (lastDeed) say(`库里最后一件事发生在 ${lastDeed}；此后做的事都不在库里。`);
  say("请检查：① 能登录；② 随便一户的证件号能按权限显示；③ 驾驶舱的数与备份前相同；");
  say("④ 备份之后停用的账户、改过的密码、收回的角色、注销的户，要照记录重做一遍，再让人使用。");
}

/** The embedded cluster from its base copy and the log since; sessions end as after every restore. */
async function restoreFromBase(file: string): Promise<void> {
  if (ownOwnerUrl())
    throw new StartProblem("底本只能恢复内置数据库。自己的 PostgreSQL 请用 .backup 文件恢复。");
  const where = keysAndHome();
  const restored = await step("恢复底本，重放 WAL", () => restoreBase(file, where));
  onStop("数据库", restored.stop);
  const passwords = rolePasswords(where.home);
  const { ownerUrl } = await ensureRoles({ adminUrl: restored.adminUrl(), database: DATABASE, passwords });
  const { lastDeed, named } = await withClient(ownerUrl, async (client) => {
    await client.query("set row_security = off");
    await voidSessions(client);
    const last = await tellAudit(client, { takenAt: restored.takenAt, program: "base" });
    return { lastDeed: last, named: await namedFiles(client) };
  });
  const folder = path.dirname(file);
  const kept = named.filter((sha256) => isSealed(folder, sha256)).map((sha256) => ({ sha256, bytes: 0 }));
  await step("恢复照片和文件", () =>
    restoreFiles({ folder, key: backupKey(where.keysDir) }, kept, storeIn(where.home)),
  );
  say(`已恢复底本(${moment(restored.takenAt)})和之后的 ${restored.segments} 段 WAL。`);
  if (kept.length < named.length)
    say(`! 有 ${count(named.length - kept.length)} 个照片或文件是最近一次备份之后上传的，没有备份。`);
  say(`启动时用同样的目录：DATA_DIR=${where.home} KEYS_DIR=${where.keysDir} npm start`);
  if (lastDeed) say(`库里最后一件事发生在 ${lastDeed}；此后做的事都不在库里。`);
}

/** As on a first start: made under another name and renamed when whole. */
async function intoEmbedded(
  { home }: Omit<Place, "ownerUrl">,
  into: (ownerUrl: string) => ReturnType<typeof restoreBackup>,
) {
  mkdirSync(home, { recursive: true });
  const postgres = await startEmbedded(home);
  return withClient(postgres.adminUrl(), async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('qamdo.prepare'))");
    const found = await admin.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount)
      throw new StartProblem(
        `${home} 里已有数据库，恢复只写进空库，什么也没有改。请停止系统，用 DATA_DIR 指定一个新的目录(KEYS_DIR 仍指向原来的密钥目录)，再运行一次。`,
      );
    const half = `${DATABASE}_restoring`;
    await admin.query(`drop database if exists ${half} with (force)`);
    const { ownerUrl } = await ensureRoles({
      adminUrl: postgres.adminUrl(),
      database: half,
      passwords: rolePasswords(home),
    });
    const restored = await into(ownerUrl);
    await admin.query(`alter database ${half} rename to ${DATABASE}`);
    return restored;
  });
}

function fileNamed(given: string | undefined, command: string): string {
  if (!given) throw new StartProblem(`请写明备份文件：npm run ${command} -- 备份文件`);
  const file = fromHere(given);
  if (!existsSync(file) || !statSync(file).isFile()) throw new StartProblem(`没有找到备份文件 ${file}。`);
  return file;
}

/** As the person meant it, in the folder where npm was called. */
const fromHere = (given: string) => path.resolve(process.env.INIT_CWD ?? ".", given);

const moment = (at: string) =>
  new Date(at).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
