/** What lies inside a backup file: a head, each table and each file as a stream with its digest, and a closing list; compressed, then sealed. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { KeyName } from "#lib/platform/keys.ts";
import { StartProblem } from "../start-problem.ts";
import type { KeptFile } from "./kept-file.ts";
import { sealed, unsealed } from "./sealed-stream.ts";

export type Head = {
  program: string;
  takenAt: string;
  server: string;
  migrations: { name: string; checksum: string }[];
  /** Marks of the keys that sealed what is in the rows; the keys themselves are elsewhere. */
  keys: Record<KeyName, string>;
  /** In a base copy alone: the number of the cluster, the first segment of the log that it needs, and the folders of the cluster. */
  base?: { cluster: string; segment: string; folders: string[] };
};
export type Content = { name: string; bytes: number; sha256: string };
export type TableContent = Content & { rows: number };
export type Sequence = { name: string; last: string; called: boolean };
export type Closing = {
  tables: TableContent[];
  files: Content[];
  sequences: Sequence[];
  /** Photos and papers, which lie sealed beside the backup; backups from before the file store have none. */
  stored?: KeptFile[];
};
export type Table = { name: string; columns: string[] };

/** One letter and a length before each piece. */
type Letter = "H" | "T" | "F" | "D" | "E" | "Z";
export type Piece = { letter: Letter; bytes: Buffer };

export const said = (letter: Letter, value: unknown): Piece => ({
  letter,
  bytes: Buffer.from(JSON.stringify(value)),
});

export function measure() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    add: (part: Buffer) => {
      hash.update(part);
      bytes += part.length;
    },
    result: () => ({ bytes, sha256: hash.digest("hex") }),
  };
}

export async function writeArchive(
  pieces: AsyncIterable<Piece>,
  key: Buffer,
  into: NodeJS.WritableStream,
): Promise<void> {
  await pipeline(
    async function* () {
      for await (const { letter, bytes } of pieces) {
        const front = Buffer.alloc(5);
        front.write(letter, 0, "latin1");
        front.writeUInt32BE(bytes.length, 1);
        yield front;
        yield bytes;
      }
    },
    createGzip({ level: 1 }),
    (source: AsyncIterable<Buffer>) => sealed(source, key),
    into,
  );
}

export type Reader = {
  head?: (head: Head) => Promise<void>;
  /** Whatever it does not read is read past, and checked all the same. */
  table?: (table: Table, data: AsyncIterable<Buffer>) => Promise<void>;
  file?: (name: string, data: AsyncIterable<Buffer>) => Promise<void>;
};

export async function readArchive(
  file: string,
  key: Buffer,
  reader: Reader = {},
): Promise<{ head: Head; closing: Closing }> {
  let read: { head: Head; closing: Closing } | undefined;
  await pipeline(
    createReadStream(file),
    (source: AsyncIterable<Buffer>) => unsealed(source, key),
    createGunzip(),
    async (source: AsyncIterable<Buffer>) => {
      read = await readPieces(piecesOf(source), reader);
    },
  );
  if (!read) throw incomplete();
  return read;
}

async function readPieces(pieces: AsyncGenerator<Piece>, reader: Reader) {
  let head: Head | undefined;
  let closing: Closing | undefined;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    const { letter, bytes } = next.value;
    const value = JSON.parse(bytes.toString("utf8"));
    if (letter === "H") {
      head = value as Head;
      await reader.head?.(head);
    } else if (letter === "T" || letter === "F") {
      const data = contentOf(pieces, value.name);
      if (letter === "T") await reader.table?.(value as Table, data);
      else await reader.file?.(value.name, data);
      for await (const _ of data);
    } else if (letter === "Z") closing = value as Closing;
  }
  if (!head || !closing) throw incomplete();
  return { head, closing };
}

async function* contentOf(pieces: AsyncGenerator<Piece>, name: string): AsyncGenerator<Buffer> {
  const measured = measure();
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    const { letter, bytes } = next.value;
    if (letter === "D") {
      measured.add(bytes);
      yield bytes;
      continue;
    }
    const { sha256 } = measured.result();
    if (letter !== "E" || JSON.parse(bytes.toString("utf8")).sha256 !== sha256)
      throw new StartProblem(`备份中的 ${name} 与它的校验值不符。请换一份备份。`);
    return;
  }
  throw incomplete();
}

const incomplete = () => new StartProblem("备份文件没有写完。请换一份备份。");

async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let held: Buffer = Buffer.alloc(0);
  for await (const part of source) {
    held = held.length > 0 ? Buffer.concat([held, part]) : part;
    while (held.length >= 5 && held.length >= 5 + held.readUInt32BE(1)) {
      const end = 5 + held.readUInt32BE(1);
      yield { letter: held.toString("latin1", 0, 1) as Letter, bytes: held.subarray(5, end) };
      held = held.subarray(end);
    }
  }
  if (held.length > 0) throw incomplete();
}
