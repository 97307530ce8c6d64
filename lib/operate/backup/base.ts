// A base copy of the embedded cluster's own files, taken while it works; with the write-ahead log kept since then it comes back to the last row.
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type pg from "pg";
import { loadKeys } from "#lib/platform/keys.ts";
import { withClient } from "../roles.ts";
import { root } from "../root.ts";
import { StartProblem } from "../start-problem.ts";
import { type Closing, type Head, measure, type Piece, readArchive, said, writeArchive } from "./archive.ts";
import { backupKey, makeBackupKey, marksOf } from "./keys.ts";
import { clusterOf, pruneSegments, sealSegments, walIn } from "./wal.ts";

export type Cluster = { adminUrl: string; home: string; keysDir: string };

const NAME = /^qamdo-\d{8}-\d{6}\.base$/;
const BASES_KEPT = 2;
/** Their contents belong to a running server alone; the empty folders must be there again. */
const HOLLOW = new Set(
  "pg_wal pg_replslot pg_dynshmem pg_notify pg_serial pg_snapshots pg_stat_tmp pg_subtrans".split(" "),
);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*|\.s\.PGSQL.*)$/;

export async function takeBase({ adminUrl, home, keysDir }: Cluster, folder: string) {
  loadKeys(keysDir);
  makeBackupKey(keysDir);
  const key = backupKey(keysDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const takenAt = new Date();
  const stamp = takenAt
    .toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" })
    .replaceAll(/[-:]/g, "")
    .replace(" ", "-");
  const file = path.join(folder, `qamdo-${stamp}.base`);
  const half = `${file}.part`;
  try {
    await withClient(adminUrl, async (client) => {
      await refuseWithoutArchive(client);
      const { rows } = await client.query<{ segment: string; server: string }>(
        `select pg_walfile_name(pg_backup_start('qamdo', true)) as segment, current_setting('server_version') as server`,
      );
      const { segment, server } = rows[0]!;
      const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
      const about = {
        program: version,
        takenAt: takenAt.toISOString(),
        server,
        migrations: [],
        keys: marksOf(keysDir),
      };
      const head: Head = {
        ...about,
        base: { cluster: clusterOf(home), segment, folders: foldersIn(path.join(home, "pg")) },
      };
      const pieces = piecesOf(client, head, home);
      await writeArchive(pieces, key, createWriteStream(half, { flags: "wx", mode: 0o600, flush: true }));
    });
  } catch (problem) {
    rmSync(half, { force: true });
    throw problem;
  }
  renameSync(half, file);
  await sealSegments(home, folder, key);
  return { file, bytes: statSync(file).size };
}

/** Without the log a base copy cannot even be read. */
async function refuseWithoutArchive(client: pg.ClientBase) {
  const { rows } = await client.query<{ mode: string }>("select current_setting('archive_mode') as mode");
  if (rows[0]?.mode !== "on")
    throw new StartProblem("数据库启动时没有打开 WAL 归档。请设置 BACKUP_DIR，重新启动系统，再运行一次。");
}

async function* piecesOf(client: pg.ClientBase, head: Head, home: string): AsyncGenerator<Piece> {
  const closing: Closing = { tables: [], files: [], sequences: [] };
  const put = async function* (name: string, source: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
    yield said("F", { name });
    const measured = measure();
    for await (const bytes of source) {
      measured.add(bytes);
      yield { letter: "D", bytes };
    }
    const result = measured.result();
    yield said("E", { sha256: result.sha256 });
    closing.files.push({ name, ...result });
  };
  yield said("H", head);
  const cluster = path.join(home, "pg");
  for (const name of filesIn(cluster)) yield* put(`pg/${name}`, orNothing(path.join(cluster, name)));
  // Answers when the log up to here is in the archive's hands.
  const { rows } = await client.query<{ label: string }>(
    "select labelfile as label from pg_backup_stop(true)",
  );
  yield* put("pg/backup_label", textOf(rows[0]!.label));
  yield* put("pg.password", textOf(readFileSync(path.join(home, "pg.password"), "utf8")));
  yield said("Z", closing);
}

/** A table that is dropped meanwhile takes its files along; the log knows. */
async function* orNothing(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const part of createReadStream(file)) yield part as Buffer;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "ENOENT") throw problem;
  }
}

async function* textOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

const inHollow = (name: string) => HOLLOW.has(name.split(path.sep)[0]!);

function filesIn(cluster: string): string[] {
  return readdirSync(cluster, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !LEFT_OUT.test(entry.name))
    .map((entry) => path.relative(cluster, path.join(entry.parentPath, entry.name)))
    .filter((name) => !inHollow(name))
    .sort();
}

function foldersIn(cluster: string): string[] {
  return readdirSync(cluster, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(cluster, path.join(entry.parentPath, entry.name)))
    .filter((name) => !inHollow(name) || HOLLOW.has(name) || name === path.join("pg_wal", "archive_status"))
    .sort();
}

export const basesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();

/** The last two base copies stay, and the log since the older of them. */
export async function pruneBases(folder: string, key: Buffer): Promise<void> {
  const bases = basesIn(folder);
  for (const name of bases.slice(0, -BASES_KEPT)) rmSync(path.join(folder, name));
  const oldest = bases.slice(-BASES_KEPT)[0];
  if (!oldest) return;
  const { base } = await headOf(path.join(folder, oldest), key);
  if (base) pruneSegments(walIn(folder, base.cluster), base.segment);
}

async function headOf(file: string, key: Buffer): Promise<Head> {
  const { head } = await readArchive(file, key);
  return head;
}
