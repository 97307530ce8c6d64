/** How full the disk of the data is; below five per cent nothing new is written, so that reading, signing in and the audit go on (trust.md §4.13). */
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { env } from "./env.ts";
import { rule } from "./problem.ts";

export type Disk = { free: number; total: number };

export const SCARCE = 0.1;
export const FULL = 0.05;
const KEPT_MS = 10_000;

export async function diskOf(folder: string): Promise<Disk | null> {
  if (!existsSync(folder)) return null;
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

export const isFull = ({ free, total }: Disk) => total > 0 && free / total < FULL;

type Reader = () => Promise<Disk | null>;
const ofData: Reader = async () => {
  try {
    return await diskOf(env.DATA_DIR);
  } catch {
    return null; // a disk that cannot be asked is no reason to refuse work
  }
};
let read = ofData;
let last: { at: number; disk: Promise<Disk | null> } | null = null;

/** Tests only. */
export function readDiskWith(reader: Reader | null): void {
  read = reader ?? ofData;
  last = null;
}

/** What only looks, or only concerns oneself, goes on: a full disk must not hide a family from who helps it. */
const GOES_ON = /^(households\.reveal|search\.|me\.|audit\.|exports\.fetch)/;

export async function refuseWhenFull(command: string): Promise<void> {
  if (GOES_ON.test(command)) return;
  if (!last || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), disk: read() };
  const disk = await last.disk;
  if (disk && isFull(disk)) throw rule("diskFull");
}
