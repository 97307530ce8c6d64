/**
 * The outer shell of a backup file: numbered chunks of AES-256-GCM. What is cut off, moved, changed or added is refused by its own sentence.
 * Header: mark of the format, mark of the key, salt. Chunk: kind, number, length, sealed bytes, tag.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { StartProblem } from "../start-problem.ts";

const FORMAT = Buffer.from("QAMDO-BACKUP-1\n\0");
const KEY_MARK = 8;
const HEADER = FORMAT.length + KEY_MARK + 32;
const FRAME = 9;
const TAG = 16;
const CHUNK = 256 * 1024;
const MORE = 0;
const LAST = 1;

/** Tells two keys apart and says nothing about either. */
export const keyMark = (key: Buffer): Buffer =>
  createHmac("sha256", key).update("qamdo backup key mark").digest().subarray(0, KEY_MARK);

/** A key per file, so that the chunk's number may serve as nonce. */
const fileKey = (key: Buffer, header: Buffer) =>
  Buffer.from(hkdfSync("sha256", key, header.subarray(FORMAT.length + KEY_MARK), "qamdo backup file", 32));

function frameOf(kind: number, number: number, length: number): Buffer {
  const frame = Buffer.alloc(FRAME);
  frame.writeUInt8(kind, 0);
  frame.writeUInt32BE(number, 1);
  frame.writeUInt32BE(length, 5);
  return frame;
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

export async function* sealed(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const header = Buffer.concat([FORMAT, keyMark(key), randomBytes(32)]);
  const own = fileKey(key, header);
  const seal = (kind: number, number: number, plain: Buffer) => {
    const frame = frameOf(kind, number, plain.length);
    const cipher = createCipheriv("aes-256-gcm", own, nonceOf(number)).setAAD(Buffer.concat([header, frame]));
    const bytes = cipher.update(plain);
    cipher.final();
    return Buffer.concat([frame, bytes, cipher.getAuthTag()]);
  };
  yield header;
  let number = 0;
  let waiting = Buffer.alloc(0);
  for await (const part of source) {
    waiting = Buffer.concat([waiting, part]);
    for (; waiting.length > CHUNK; waiting = waiting.subarray(CHUNK))
      yield seal(MORE, number++, waiting.subarray(0, CHUNK));
  }
  yield seal(LAST, number, waiting);
}

export async function* unsealed(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const take = taker(source);
  const header = await take(HEADER);
  if (!header.subarray(0, FORMAT.length).equals(FORMAT.subarray(0, header.length)) || header.length === 0)
    throw new StartProblem("这不是本系统的备份文件。请核对文件名和路径。");
  if (header.length < HEADER) throw cutOff(0);
  const mark = header.subarray(FORMAT.length, FORMAT.length + KEY_MARK);
  if (!mark.equals(keyMark(key)))
    throw new StartProblem(
      `备份密钥不对：文件是用编号 ${mark.toString("hex")} 的备份密钥加密的，密钥目录里 backup 的编号是 ${keyMark(key).toString("hex")}。请放回当时的密钥目录。`,
    );
  const own = fileKey(key, header);
  for (let number = 0; ; number++) {
    const frame = await take(FRAME);
    if (frame.length < FRAME) throw cutOff(number);
    const found = frame.readUInt32BE(1);
    if (found !== number)
      throw new StartProblem(
        `备份文件的次序不对：第 ${number} 块的位置上是第 ${found} 块，文件被改动过。请换一份备份。`,
      );
    const length = frame.readUInt32BE(5);
    if (length > CHUNK) throw damaged(number);
    const body = await take(length + TAG);
    if (body.length < length + TAG) throw cutOff(number);
    const open = createDecipheriv("aes-256-gcm", own, nonceOf(number));
    open.setAAD(Buffer.concat([header, frame])).setAuthTag(body.subarray(length));
    const plain = open.update(body.subarray(0, length));
    try {
      open.final();
    } catch {
      throw damaged(number);
    }
    yield plain;
    if (frame.readUInt8(0) === LAST) break;
  }
  if ((await take(1)).length > 0)
    throw new StartProblem("备份文件的末尾多出了内容，文件被改动过。请换一份备份。");
}

const cutOff = (number: number) =>
  new StartProblem(`备份文件不完整：在第 ${number} 块处断了(可能没有拷完)。请重新拷贝，或换一份备份。`);
const damaged = (number: number) =>
  new StartProblem(
    `备份文件已损坏：第 ${number} 块与加密时不同(介质损坏，或被改动过)。请换一个副本，或换一份备份。`,
  );

/** Gives exactly as many bytes as asked for, fewer only at the end. */
function taker(source: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const parts = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (size) => {
    const gathered = [held];
    let length = held.length;
    while (length < size) {
      const { value, done } = await parts.next();
      if (done) break;
      gathered.push(value);
      length += value.length;
    }
    const all = Buffer.concat(gathered);
    held = all.subarray(size);
    return all.subarray(0, size);
  };
}
