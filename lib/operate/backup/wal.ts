// The write-ahead log of the embedded cluster, kept beside its base copies: PostgreSQL puts each finished segment into a closed folder,
// here it is sealed, put where the backups lie, and taken out of the folder.
import { randomUUID } from "node:crypto";
import {
  chownSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { postgresAccount } from "../os-account.ts";
import { StartProblem } from "../start-problem.ts";
import { sealed, unsealed } from "./sealed-stream.ts";

const DAY_MS = 86_400_000;
const NAME = /^([0-9A-F]{24}(\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/;
export const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name);

const spoolIn = (home: string) => path.join(home, "wal");

/** Two clusters count their segments alike, so each has a folder by its own number: the first eight bytes of its control file. */
export const clusterOf = (home: string) =>
  readFileSync(path.join(home, "pg", "global", "pg_control"))
    .readBigUInt64LE(0)
    .toString();
export const walIn = (folder: string, cluster: string) => path.join(folder, "wal", cluster);

/** A segment is finished at the latest after a minute: that much is lost when the disk dies with the cluster. */
export function archiveSettings(home: string): Record<string, string> {
  const spool = spoolIn(home);
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  const account = postgresAccount();
  if (account) chownSync(spool, account.uid, account.gid);
  return {
    archive_mode: "on",
    archive_library: "basic_archive",
    "basic_archive.archive_directory": spool,
    archive_timeout: "60s",
  };
}

/**
 * Seals what lies ready; gives how many. The service, the nightly process and a stop may do it at the same time: each writes a file of
 * its own, whole before it gets the name, so it does not matter whose is the last.
 */
export async function sealSegments(home: string, folder: string, key: Buffer): Promise<number> {
  const names = existsSync(spoolIn(home)) ? readdirSync(spoolIn(home)).filter((name) => NAME.test(name)) : [];
  if (names.length === 0) return 0;
  const into = walIn(folder, clusterOf(home));
  mkdirSync(into, { recursive: true, mode: 0o700 });
  let done = 0;
  for (const name of names.sort()) if (await sealOne(path.join(spoolIn(home), name), into, key)) done += 1;
  return done;
}

async function sealOne(from: string, into: string, key: Buffer): Promise<boolean> {
  const half = path.join(into, `${path.basename(from)}.${randomUUID()}.part`);
  try {
    await pipeline(
      createReadStream(from),
      createGzip({ level: 1 }),
      (source: AsyncIterable<Buffer>) => sealed(source, key),
      createWriteStream(half, { mode: 0o600, flush: true }),
    );
  } catch (problem) {
    rmSync(half, { force: true });
    if (existsSync(from)) throw problem;
    return false; // another one was quicker
  }
  renameSync(half, path.join(into, `${path.basename(from)}.sealed`));
  rmSync(from, { force: true });
  return true;
}

export const sealedSegments = (wal: string): string[] =>
  existsSync(wal)
    ? readdirSync(wal)
        .filter((name) => name.endsWith(".sealed"))
        .map((name) => name.slice(0, -".sealed".length))
        .sort()
    : [];

/** Opens all segments from this one on; refuses when one between the first and the last is not there, because the rest would be silently left out. */
export async function openSegments(wal: string, from: string, into: string, key: Buffer): Promise<string[]> {
  const names = sealedSegments(wal).filter((name) => name.slice(0, 24) >= from || name.endsWith(".history"));
  const segments = names.filter((name) => isSegment(name));
  if (segments[0] !== from)
    throw new StartProblem(`${wal} 中缺少 WAL 段 ${from}，不能从这份底本恢复。请把整个备份目录拷来。`);
  segments.forEach((name, at) => {
    const before = segments[at - 1];
    if (before && name.slice(0, 8) === before.slice(0, 8) && numberOf(name) !== numberOf(before) + 1n)
      throw new StartProblem(
        `${wal} 中 ${before} 与 ${name} 之间缺少 WAL 段，之后的改动接不上。请找回缺少的段，再恢复。`,
      );
  });
  for (const name of names) await openOne(path.join(wal, `${name}.sealed`), path.join(into, name), key);
  return segments;
}

async function openOne(from: string, into: string, key: Buffer) {
  try {
    await pipeline(
      createReadStream(from),
      (source: AsyncIterable<Buffer>) => unsealed(source, key),
      createGunzip(),
      createWriteStream(into, { mode: 0o600 }),
    );
  } catch (problem) {
    if (problem instanceof StartProblem) throw new StartProblem(`${from}：${problem.message}`);
    throw problem;
  }
}

/** Segments of 16 MB: 256 of them in each number of the middle part. */
const numberOf = (name: string) => BigInt(`0x${name.slice(8, 16)}`) * 256n + BigInt(`0x${name.slice(16)}`);

/** Segments that no base copy needs any more, and what a kill left half sealed. */
export function pruneSegments(wal: string, oldestNeeded: string): number {
  if (existsSync(wal))
    for (const name of readdirSync(wal).filter((one) => one.endsWith(".part")))
      if (Date.now() - statSync(path.join(wal, name)).mtimeMs > DAY_MS) rmSync(path.join(wal, name));
  const gone = sealedSegments(wal).filter(
    (name) => !name.endsWith(".history") && name.slice(8, 24) < oldestNeeded.slice(8, 24),
  );
  for (const name of gone) rmSync(path.join(wal, `${name}.sealed`));
  return gone.length;
}
