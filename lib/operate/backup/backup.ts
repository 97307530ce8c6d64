// Takes a backup: every table in one snapshot and the uploaded files, streamed into one sealed file that appears only when it is whole.
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type pg from "pg";
import { loadKeys } from "#lib/platform/keys.ts";
import { refuseLostKeys } from "../lost-keys.ts";
import { withClient } from "../roles.ts";
import { root } from "../root.ts";
import { StartProblem } from "../start-problem.ts";
import { type Closing, type Head, measure, type Piece, said, writeArchive } from "./archive.ts";
import { backupKey, makeBackupKey, marksOf } from "./keys.ts";
import { type Place, uploadsIn } from "./place.ts";
import { keepFiles, namedFiles, writeList } from "./stored-files.ts";
import { copyOut, sequencesOf, speakPlainly, tablesOf } from "./tables.ts";

export type Taken = {
  file: string;
  bytes: number;
  newKey: boolean;
  closing: Closing;
  /** Photos and papers sealed now for the first time, and how many the store has lost. */
  newFiles: number;
  missingFiles: number;
};

export async function takeBackup(
  { ownerUrl, keysDir, home }: Place,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<Taken> {
  await refuseLostKeys(ownerUrl, keysDir);
  loadKeys(keysDir);
  const newKey = makeBackupKey(keysDir);
  const key = backupKey(keysDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return withClient(ownerUrl, async (client) => {
    await refuseSecond(client);
    for (const left of readdirSync(folder))
      if (/^qamdo-.*\.part$/.test(left)) rmSync(path.join(folder, left)); // of one that was killed
    const takenAt = new Date();
    const file = path.join(folder, `qamdo-${beijing(takenAt)}.backup`);
    if (existsSync(file)) throw new StartProblem(`${file} 已经存在。请过一秒再试。`);
    const half = `${file}.part`;
    const closing: Closing = { tables: [], files: [], sequences: [] };
    let counts = { newFiles: 0, missingFiles: 0 };
    try {
      await speakPlainly(client);
      await client.query("begin isolation level repeatable read read only");
      const { files, missing, added } = await keepFiles({ folder, key }, home, await namedFiles(client));
      closing.stored = files;
      counts = { newFiles: added, missingFiles: missing.length };
      const pieces = piecesOf({ client, head: await headOf(client, takenAt, keysDir), home, closing, say });
      await writeArchive(pieces, key, createWriteStream(half, { flags: "wx", mode: 0o600, flush: true }));
      await client.query("commit");
      writeList(file, closing.stored);
      renameSync(half, file);
    } catch (problem) {
      rmSync(half, { force: true });
      throw problem;
    }
    syncFolder(folder);
    return { file, bytes: statSync(file).size, newKey, closing, ...counts };
  });
}

/** And nobody changes the tables while they are being read. */
async function refuseSecond(client: pg.ClientBase) {
  const { rows } = await client.query("select pg_try_advisory_lock(hashtext('qamdo.backup')) as mine");
  if (!rows[0].mine) throw new StartProblem("另一个备份正在进行，请等它完成。");
  await client.query("select pg_advisory_lock_shared(hashtext('qamdo.migrate'))");
}

async function headOf(client: pg.ClientBase, takenAt: Date, keysDir: string): Promise<Head> {
  const { rows } = await client.query<{ server: string }>(
    `select current_setting('server_version') as server`,
  );
  const { rows: migrations } = await client.query<Head["migrations"][number]>(
    `select migration_name as name, checksum from public._prisma_migrations
      where finished_at is not null and rolled_back_at is null order by 1`,
  );
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return {
    program: version,
    takenAt: takenAt.toISOString(),
    ...rows[0]!,
    migrations,
    keys: marksOf(keysDir),
  };
}

type Source = {
  client: pg.ClientBase;
  head: Head;
  home: string;
  closing: Closing;
  say: (line: string) => void;
};

async function* piecesOf({ client, head, home, closing, say }: Source): AsyncGenerator<Piece> {
  yield said("H", head);
  for (const table of await tablesOf(client)) {
    yield said("T", table);
    const out = copyOut(client, table);
    const measured = yield* dataOf(out);
    closing.tables.push({ name: table.name, rows: out.rowCount ?? 0, ...measured });
    if (measured.bytes > 5_000_000)
      say(`  ${table.name} ${(out.rowCount ?? 0).toLocaleString("en")} 行，${megabytes(measured.bytes)}`);
  }
  closing.sequences = await sequencesOf(client); // last: it must not lie behind the rows
  for (const name of filesIn(uploadsIn(home))) {
    const from = path.join(uploadsIn(home), name);
    if (!existsSync(from)) continue; // swept meanwhile
    yield said("F", { name });
    closing.files.push({ name, ...(yield* dataOf(createReadStream(from))) });
  }
  yield said("Z", closing);
}

async function* dataOf(source: AsyncIterable<Buffer>) {
  const measured = measure();
  for await (const bytes of source) {
    measured.add(bytes);
    yield { letter: "D", bytes } satisfies Piece;
  }
  const result = measured.result();
  yield said("E", { sha256: result.sha256 });
  return result;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The new name, too, must survive a power cut. */
function syncFolder(folder: string) {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** 20261125-093800 */
function beijing(at: Date): string {
  const text = at.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });
  return text.replaceAll(/[-:]/g, "").replace(" ", "-");
}
