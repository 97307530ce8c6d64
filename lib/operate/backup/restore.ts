// Restores a backup into an empty database and an empty upload folder; whoever was signed in then is signed out, newer migrations follow.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { migrate } from "../migrate.ts";
import { withClient } from "../roles.ts";
import { StartProblem } from "../start-problem.ts";
import type { Closing, Head } from "./archive.ts";
import { backupKey } from "./keys.ts";
import { load } from "./load.ts";
import { type Place, uploadsIn } from "./place.ts";
import { restoreFiles, storeIn } from "./stored-files.ts";

type Restore = Place & { file: string; head: Head; closing: Closing };
export type Restored = { newer: string[]; lastDeed: string | null };

export async function restoreBackup({ ownerUrl, keysDir, home, ...read }: Restore): Promise<Restored> {
  const uploads = uploadsIn(home);
  refuseFull(uploads);
  refuseFull(storeIn(home));
  const waiting = emptied(`${uploads}.restoring`);
  const stored = emptied(`${storeIn(home)}.restoring`);
  const key = backupKey(keysDir);
  let lastDeed: string | null = null;
  try {
    await restoreFiles({ folder: path.dirname(read.file), key }, read.closing.stored ?? [], stored);
    await load({
      ownerUrl,
      key,
      filesTo: waiting,
      ...read,
      finish: async (client) => {
        await voidSessions(client);
        lastDeed = await tellAudit(client, read.head);
      },
    });
  } catch (problem) {
    for (const folder of [waiting, stored]) rmSync(folder, { recursive: true, force: true });
    throw problem;
  }
  for (const folder of [uploads, storeIn(home)]) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}.restoring`, folder);
  }
  const { applied } = await migrate(ownerUrl);
  await withClient(ownerUrl, (client) => client.query("analyze"));
  return { newer: applied, lastDeed };
}

function refuseFull(folder: string) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new StartProblem(
    `${folder} 里已有文件，恢复只写进空目录，什么也没有改。请把它移到别处，再运行一次。`,
  );
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** A session or a code that was ended after the backup must not live again (trust.md, case 54). */
export async function voidSessions(client: pg.ClientBase) {
  await client.query("update session set revoked_at = now() where revoked_at is null");
  await client.query("update one_time_code set expires_at = least(expires_at, now()) where used_at is null");
}

/** Gives the moment of the last deed that the backup knows, in Beijing time. */
export async function tellAudit(
  client: pg.ClientBase,
  { takenAt, program }: Pick<Head, "takenAt" | "program">,
): Promise<string | null> {
  const { rows } = await client.query<{ last: string | null }>(
    "select to_char(max(at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as last from audit_event",
  );
  await client.query("insert into audit_event (verb, facts) values ('backup.restored', $1)", [
    { takenAt, program },
  ]);
  return rows[0]!.last;
}
