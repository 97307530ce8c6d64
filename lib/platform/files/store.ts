/**
 * Where photos and papers lie: under the SHA-256 of their content below the data folder, whole and on the disk before any row tells
 * of them. The same content is stored once; a name always means the same bytes.
 */
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "#lib/platform/env.ts";
import { HEAD_BYTES } from "./kind.ts";
import { FileRefused } from "./refused.ts";

const FULL_BELOW = 0.05;

export const filesFolder = () => path.join(env.DATA_DIR, "files");
const incoming = () => path.join(filesFolder(), "incoming");

/** 1a/1a2b… */
export const placeOf = (sha256: string) => path.join(sha256.slice(0, 2), sha256);
export const storedFile = (sha256: string) => path.join(filesFolder(), placeOf(sha256));

export type Received = { file: string; size: number; head: Buffer };

/** Takes what really arrives, counted as it comes; `drop` it when done. */
export async function receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Received> {
  await mkdir(incoming(), { recursive: true, mode: 0o700 });
  await refuseFullDisk();
  const file = path.join(incoming(), randomUUID());
  let size = 0;
  let head = Buffer.alloc(0);
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      if (size > most) done(new FileRefused("tooLarge"));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(file, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    await drop(file);
    throw error;
  }
  return { file, size, head };
}

export const drop = (file: string) => rm(file, { force: true });

async function refuseFullDisk(): Promise<void> {
  const { bavail, blocks } = await statfs(filesFolder());
  if (bavail / blocks < FULL_BELOW) throw new FileRefused("diskFull");
}

/** Gives the name under which it can be found from now on, also after a power cut. */
export async function keepBytes(bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (await touched(sha256)) return sha256;
  const half = path.join(incoming(), randomUUID());
  await mkdir(incoming(), { recursive: true, mode: 0o700 });
  await mkdir(path.dirname(storedFile(sha256)), { recursive: true, mode: 0o700 });
  await writeFile(half, bytes, { mode: 0o600, flag: "wx", flush: true });
  await rename(half, storedFile(sha256));
  await syncFolder(path.dirname(storedFile(sha256)));
  await syncFolder(filesFolder());
  return sha256;
}

/** Already here: made young again, so that the sweeper does not take it for abandoned. */
async function touched(sha256: string): Promise<boolean> {
  const now = new Date();
  return utimes(storedFile(sha256), now, now).then(
    () => true,
    () => false,
  );
}

export const isStored = (sha256: string) =>
  stat(storedFile(sha256)).then(
    () => true,
    () => false,
  );

/** All that is stored, by name, and what lies half received. */
export async function storedNames(): Promise<{ name: string; file: string; changed: number }[]> {
  const entries = await readdir(filesFolder(), { recursive: true, withFileTypes: true }).catch(() => []);
  const found: { name: string; file: string; changed: number }[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const about = await stat(file).catch(() => null);
    if (about) found.push({ name: entry.name, file, changed: about.mtimeMs });
  }
  return found;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
