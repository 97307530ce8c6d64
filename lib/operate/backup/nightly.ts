// The night's work where BACKUP_DIR is set: back up, prove it by restoring, tell the health page, take away what is too old.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { env } from "node:process";
import type { Log } from "#lib/platform/log.ts";
import { root } from "../root.ts";
import { say } from "../say.ts";
import { takeBackup } from "./backup.ts";
import { type Place, placeToKeep } from "./place.ts";
import { hasBackupOf, prune } from "./retention.ts";
import { tell } from "./tell.ts";
import { verifyBackup } from "./verify.ts";

const LOOK_EVERY_MS = 60_000;
const AGAIN_AFTER_MS = 3_600_000;
/** Beijing time; when the machine was off then, the work is done as soon as it is on again. */
const FROM_HOUR = 2;

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
    // Only when the new one is proved: what could still be needed is not taken away.
    const gone = prune(folder);
    say(`已验证能恢复。删去过期备份 ${gone.backups} 份、不再需要的照片和文件 ${gone.files} 个。`);
  } catch (problem) {
    await tell(place, "backup failed", { why: problem instanceof Error ? problem.message : String(problem) });
    throw problem;
  }
}

/** Runs beside the service: once a night, and again an hour later when it failed. */
export function keepNightly({ folder, embedded, log }: { folder: string; embedded: boolean; log: Log }) {
  let child: ChildProcess | null = null;
  let notBefore = 0;
  const look = () => {
    if (child || Date.now() < notBefore || !isDue(new Date(), folder)) return;
    notBefore = Date.now() + AGAIN_AFTER_MS;
    const begun = spawn(process.execPath, ["lib/operate/start.mjs", "--nightly", folder], {
      cwd: root,
      env: ofItsOwn(embedded),
      stdio: ["ignore", "ignore", "ignore"],
    });
    child = begun;
    begun.on("error", (err) => log.error({ err }, "the nightly backup could not begin"));
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
      child?.kill("SIGTERM");
    },
  };
}

export function isDue(now: Date, folder: string): boolean {
  const [day = "", hour = "0"] = now.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).split(/[ :]/);
  return Number(hour) >= FROM_HOUR && !hasBackupOf(folder, day);
}

/** The embedded database is found by its folder; its addresses were put into our own environment at the start. */
function ofItsOwn(embedded: boolean): NodeJS.ProcessEnv {
  if (!embedded) return env;
  const { DATABASE_URL: _, DATABASE_JOB_URL: __, DATABASE_OWNER_URL: ___, ...rest } = env;
  return rest;
}
