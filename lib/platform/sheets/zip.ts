// Reads the directory of a ZIP before anything is unpacked, turns away what is dangerous, and streams single parts.

import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import type { SheetLimits } from "./limits.ts";
import { SheetRefused } from "./refused.ts";

export type ZipPart = { name: string; method: number; packed: number; unpacked: number; offset: number };
export type ZipDirectory = { file: string; parts: Map<string, ZipPart> };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Where a ZIP64 archive hides its real sizes; no honest roster needs one. */
const OVERFLOW = 0xffffffff;

export async function readZipDirectory(file: string, limits: SheetLimits): Promise<ZipDirectory> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const entries = await readEntries(handle, size, limits);
    return { file, parts: entries };
  } finally {
    await handle.close();
  }
}

async function readEntries(
  handle: FileHandle,
  size: number,
  limits: SheetLimits,
): Promise<Map<string, ZipPart>> {
  const tail = await readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > tail.length || tail.readUInt32LE(at) !== END) throw new SheetRefused("broken");
  const count = tail.readUInt16LE(at + 10);
  const directorySize = tail.readUInt32LE(at + 12);
  const directoryAt = tail.readUInt32LE(at + 16);
  if (count > limits.parts) throw new SheetRefused("tooManyParts");
  if (directoryAt === OVERFLOW || directoryAt + directorySize > size) throw new SheetRefused("broken");
  const directory = await readAt(handle, directoryAt, directorySize);
  const parts = new Map<string, ZipPart>();
  let inflated = 0;
  let cursor = 0;
  for (let i = 0; i < count; i++) {
    if (cursor + 46 > directory.length || directory.readUInt32LE(cursor) !== ENTRY)
      throw new SheetRefused("broken");
    const flags = directory.readUInt16LE(cursor + 8);
    const nameLength = directory.readUInt16LE(cursor + 28);
    const next =
      cursor + 46 + nameLength + directory.readUInt16LE(cursor + 30) + directory.readUInt16LE(cursor + 32);
    if (next > directory.length) throw new SheetRefused("broken");
    const part: ZipPart = {
      name: directory.toString("utf8", cursor + 46, cursor + 46 + nameLength),
      method: directory.readUInt16LE(cursor + 10),
      packed: directory.readUInt32LE(cursor + 20),
      unpacked: directory.readUInt32LE(cursor + 24),
      offset: directory.readUInt32LE(cursor + 42),
    };
    if (flags & 1) throw new SheetRefused("password");
    inflated += part.unpacked;
    refuseDangerous(part, size, inflated, parts, limits);
    parts.set(part.name, part);
    cursor = next;
  }
  return parts;
}

function refuseDangerous(
  part: ZipPart,
  size: number,
  inflated: number,
  seen: Map<string, ZipPart>,
  limits: SheetLimits,
): void {
  const { name } = part;
  if (name.startsWith("/") || name.includes("\\") || name.includes("\0") || name.split("/").includes("..")) {
    throw new SheetRefused("unsafePath");
  }
  if (seen.has(name) || part.packed === OVERFLOW || part.offset >= size) throw new SheetRefused("broken");
  if (part.method !== 0 && part.method !== 8) throw new SheetRefused("broken");
  if (/(^|\/)vbaProject\.bin$/i.test(name) || /(^|\/)macrosheets\//i.test(name))
    throw new SheetRefused("macro");
  if (/(^|\/)externalLinks\//i.test(name)) throw new SheetRefused("externalLink");
  if (/^xl\/workbook\.bin$/i.test(name)) throw new SheetRefused("binaryFormat");
  const stretched = part.unpacked > 1_000_000 && part.unpacked > part.packed * limits.ratio;
  if (stretched || inflated > limits.inflatedBytes) throw new SheetRefused("inflatesTooFar");
}

/** Streams one part unpacked; a part that unpacks to more than it declared is turned away in mid-stream. */
export async function* openPart(zip: ZipDirectory, name: string): AsyncGenerator<Buffer> {
  const part = zip.parts.get(name);
  if (!part) throw new SheetRefused("broken");
  const start = await dataStart(zip.file, part);
  if (part.packed === 0) return;
  const packed = createReadStream(zip.file, {
    start,
    end: start + part.packed - 1,
    highWaterMark: 256 * 1024,
  });
  const stream = part.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  // pipe() does not hand errors on; the reader below must hear of a file that cannot be read.
  if (stream !== packed) packed.once("error", (error) => stream.destroy(error));
  let sent = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sent += chunk.length;
      if (sent > part.unpacked) throw new SheetRefused("inflatesTooFar");
      yield chunk;
    }
  } catch (error) {
    throw isUnpackError(error) ? new SheetRefused("broken") : error;
  } finally {
    stream.destroy();
    packed.destroy();
  }
  if (sent < part.unpacked) throw new SheetRefused("broken");
}

/** Reads one small part whole (workbook, relations, styles). */
export async function readPart(zip: ZipDirectory, name: string, cap = 32 * 1024 * 1024): Promise<string> {
  const part = zip.parts.get(name);
  if (!part || part.unpacked > cap) throw new SheetRefused("broken");
  const chunks: Buffer[] = [];
  for await (const chunk of openPart(zip, name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The local header repeats name and extra field with lengths of its own, so the data begins where only it can say. */
async function dataStart(file: string, part: ZipPart): Promise<number> {
  const handle = await open(file, "r");
  try {
    const header = await readAt(handle, part.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new SheetRefused("broken");
    return part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function isUnpackError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
