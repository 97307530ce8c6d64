/** Where uploaded files lie: under random names in the data folder, whole before anything is told of them. */
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "#lib/platform/env.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { UPLOAD_BYTES } from "../import.ts";

export type Stored = { storedAs: string; size: number; sha256: Buffer };

export const uploadFolder = () => path.join(env.DATA_DIR, "uploads");
export const fileOf = (storedAs: string) => path.join(uploadFolder(), path.basename(storedAs));

/** Counts what really arrives, and lets the name appear only when the bytes are safely on the disk. */
export async function keepUpload(bytes: AsyncIterable<Uint8Array>): Promise<Stored> {
  await mkdir(uploadFolder(), { recursive: true, mode: 0o700 });
  const storedAs = randomUUID();
  const partial = `${fileOf(storedAs)}.part`;
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > UPLOAD_BYTES)
        done(new SheetRefused("tooLarge", { limit: String(UPLOAD_BYTES / 1_048_576) }));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(partial, { mode: 0o600 }));
    if (size === 0) throw new SheetRefused("empty");
    await sync(partial);
    await rename(partial, fileOf(storedAs));
    await sync(uploadFolder());
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { storedAs, size, sha256: hash.digest() };
}

/** Files go some time after their import ended. */
export const uploadExists = (storedAs: string) =>
  stat(fileOf(storedAs)).then(
    () => true,
    () => false,
  );

export const dropUpload = (storedAs: string) => rm(fileOf(storedAs), { force: true });

async function sync(target: string): Promise<void> {
  const handle = await open(target, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
