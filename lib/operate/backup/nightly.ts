// The night's work where BACKUP_DIR is set: back up, prove it by restoring, tell the health page, take away what is too old.
import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { env } from "node:process";
import type { Log } from "#lib/platform/log.ts";
import { root } from "../root.ts";
import { say } from "../say.ts";
import { StartProblem } from "../start-problem.ts";
import { takeBackup } from "./backup.ts";
import { basesIn, pruneBases, takeBase } from "./base.ts";
import { backupKey, makeBackupKey } from "./keys.ts";
import { type Place, placeToKeep } from "./place.ts";
import { hasBackupOf, prune } from "./retention.ts";
import { tell } from "./tell.ts";
import { verifyBackup } from "./verify.ts";
import { sealSegments } from "./wal.ts";

const LOOK_EVERY_MS = 60_000;
const WEEK_MS = 6.5 * 86_400_000;
const SEAL_EVERY_MS = 10_000;
const AGAIN_AFTER_MS = 3_600_000;
/** Beijing time; when the machine was off then, the work is done as soon as it is on again. */
const FROM_HOUR = 2;

/** BACKUP_HOUR: a whole hour of the Beijing day. Told at the start, not at night when nobody is there. */
export function nightlyHour(said = env.BACKUP_HOUR): number {
  if (said === undefined || said === "") return FROM_HOUR;
  if (/^\d{1,2}$/.test(said) && Number(said) < 24) return Number(said);
  throw new StartProblem(
    `BACKUP_HOUR 应为 0 到 23 之间的整数(北京时间几点以后备份，不设是 ${FROM_HOUR})；现在是 ${said}。`,
  );
}

/** In a process of its own, beside the pages. */
export async function nightly(folder: string | undefined): Promise<void> {
  const place = await placeToKeep();
  await nightsWork(place, path.resolve(root, folder ?? env.BACKUP_DIR ?? path.join(place.home, "backups")));
}

export async function nightsWork(place: Place, folder: string): Promise<void> {
  try {
    const { file, bytes, missingFiles } = await takeBackup(place, folder);
    await tell(place, "backup", { file: path.basename(file), bytes, missingFiles });
    say(`已备份：${file}`);
    await verifyBackup(place, file);
    await tell(place, "backup verified", { file: path.basename(file), bytes });
    if (place.adminUrl) await weeklyBase({ ...place, adminUrl: place.adminUrl }, folder);
    // Only when the new one is proved: what could still be needed is not taken away.
    const gone = prune(folder);
    say(`已验证能恢复。删去过期备份 ${gone.backups} 份、不再需要的照片和文件 ${gone.files} 个。`);
  } catch (problem) {
    await tell(place, "backup failed", { why: problem instanceof Error ? problem.message : String(problem) });
    throw problem;
  }
}

/** Where the log of the cluster is kept: a base copy a week, for it grows longer every day. */
async function weeklyBase(place: Place & { adminUrl: string }, folder: string) {
  if (!env.BACKUP_DIR) return;
  const newest = basesIn(folder).at(-1);
  if (newest && Date.now() - statSync(path.join(folder, newest)).mtimeMs < WEEK_MS) return;
  const { file, bytes } = await takeBase(place, folder);
  await tell(place, "base", { file: path.basename(file), bytes });
  await pruneBases(folder, backupKey(place.keysDir));
  say(`已复制底本：${file}`);
}

type Kept = {
  folder: string;
  embedded: boolean;
  log: Log;
  hour?: number;
  /** Tests only: another clock, and another way of doing the work. */
  now?: () => Date;
  begin?: (folder: string, embedded: boolean) => ChildProcess;
};

/** Runs beside the service: once a night, and again an hour later when no backup came of it. */
export function keepNightly({
  folder,
  embedded,
  log,
  hour = nightlyHour(),
  now = () => new Date(),
  begin = inItsOwnProcess,
}: Kept) {
  const sealing = embedded ? keepSealing(folder, log) : null;
  let child: ChildProcess | null = null;
  let notBefore = 0;
  const look = () => {
    if (child || now().getTime() < notBefore || !isDue(now(), folder, hour)) return;
    notBefore = now().getTime() + AGAIN_AFTER_MS;
    const begun = begin(folder, embedded);
    child = begun;
    begun.on("error", (err) => {
      child = null; // what could not begin may never say that it ended
      log.error({ err }, "the nightly backup could not begin");
    });
    begun.on("close", (code) => {
      child = null;
      if (code === 0) log.info({}, "the nightly backup is proved");
      else log.error({ code }, "the nightly backup failed");
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      clearInterval(sealing ?? undefined);
      child?.kill("SIGTERM");
    },
  };
}

const inItsOwnProcess: NonNullable<Kept["begin"]> = (folder, embedded) =>
  spawn(process.execPath, ["lib/operate/start.mjs", "--nightly", folder], {
    cwd: root,
    env: ofItsOwn(embedded),
    stdio: ["ignore", "ignore", "ignore"],
  });

/** Takes finished segments of the log out of the closed folder, sealed, while the service runs. */
function keepSealing(folder: string, log: Log) {
  const { DATA_DIR, KEYS_DIR } = env;
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || !DATA_DIR || !KEYS_DIR) return;
    busy = true;
    makeBackupKey(KEYS_DIR);
    await sealSegments(DATA_DIR, folder, backupKey(KEYS_DIR)).catch((err) =>
      log.error({ err }, "segments of the log could not be sealed"),
    );
    busy = false;
  }, SEAL_EVERY_MS);
  return timer.unref();
}

export function isDue(now: Date, folder: string, from = FROM_HOUR): boolean {
  const [day = "", hour = "0"] = now.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).split(/[ :]/);
  return Number(hour) >= from && !hasBackupOf(folder, day);
}

/** The embedded database is found by its folder; its addresses were put into our own environment at the start. */
function ofItsOwn(embedded: boolean): NodeJS.ProcessEnv {
  if (!embedded) return env;
  const { DATABASE_URL: _, DATABASE_JOB_URL: __, DATABASE_OWNER_URL: ___, ...rest } = env;
  return rest;
}
