// Writes a ZIP as a stream: each part is packed while it is made, so an export of any length needs little memory.
import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

type Written = { name: Buffer; crc: number; packed: number; unpacked: number; offset: number };

/** Text as it is made, or bytes as they were. */
type Piece = string | Uint8Array;

export class ZipWriter {
  private offset = 0;
  private readonly written: Written[] = [];

  constructor(private readonly output: Writable) {}

  /** Sizes are unknown beforehand, so they follow the data in a descriptor (flag 3); names are UTF-8 (flag 11). */
  async part(path: string, text: AsyncIterable<Piece> | Iterable<Piece>): Promise<void> {
    const name = Buffer.from(path);
    const entry: Written = { name, crc: 0, packed: 0, unpacked: 0, offset: this.offset };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0808, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(0x21, 12);
    header.writeUInt16LE(name.length, 26);
    await this.send(header);
    await this.send(name);
    const source = Readable.from(pieces(text, entry), { objectMode: false, highWaterMark: 256 * 1024 });
    const packer = createDeflateRaw({ level: 6, chunkSize: 64 * 1024 });
    source.once("error", (error) => packer.destroy(error));
    for await (const chunk of source.pipe(packer)) {
      entry.packed += (chunk as Buffer).length;
      await this.send(chunk as Buffer);
    }
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.packed, 8);
    descriptor.writeUInt32LE(entry.unpacked, 12);
    await this.send(descriptor);
    this.written.push(entry);
  }

  async end(): Promise<void> {
    const start = this.offset;
    for (const entry of this.written) {
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt16LE(20, 4);
      record.writeUInt16LE(20, 6);
      record.writeUInt16LE(0x0808, 8);
      record.writeUInt16LE(8, 10);
      record.writeUInt16LE(0x21, 14);
      record.writeUInt32LE(entry.crc, 16);
      record.writeUInt32LE(entry.packed, 20);
      record.writeUInt32LE(entry.unpacked, 24);
      record.writeUInt16LE(entry.name.length, 28);
      record.writeUInt32LE(entry.offset, 42);
      await this.send(record);
      await this.send(entry.name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.written.length, 8);
    end.writeUInt16LE(this.written.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.send(end);
    this.output.end();
    await once(this.output, "finish");
  }

  /** Until there is room again; a reader who went away ends it, so that nothing waits for ever. */
  private drained(): Promise<void> {
    const { output } = this;
    return new Promise((resolve, reject) => {
      const end = (error?: Error) => {
        output.off("drain", onDrain).off("close", onClose).off("error", end);
        if (error) reject(error);
        else resolve();
      };
      const onDrain = () => end();
      const onClose = () => end(new Error("nobody reads any more"));
      output.once("drain", onDrain).once("close", onClose).once("error", end);
    });
  }

  private async send(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (this.output.destroyed) throw new Error("nobody reads any more");
    if (!this.output.write(bytes)) await this.drained();
  }
}

async function* pieces(text: AsyncIterable<Piece> | Iterable<Piece>, entry: Written): AsyncGenerator<Buffer> {
  let pending = "";
  const flush = () => {
    const bytes = Buffer.from(pending);
    entry.crc = crc32(bytes, entry.crc);
    entry.unpacked += bytes.length;
    pending = "";
    return bytes;
  };
  for await (const piece of text) {
    if (typeof piece !== "string") {
      if (pending) yield flush();
      const bytes = Buffer.from(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.unpacked += bytes.length;
      yield bytes;
      continue;
    }
    pending += piece;
    if (pending.length > 64 * 1024) yield flush();
  }
  if (pending) yield flush();
}
