/** Reads a posted form as it streams in: small fields first, then its files piece by piece, never held whole. */

export type PostedFile = { name: string; bytes: AsyncIterable<Uint8Array> };
export type Posted = { fields: Map<string, string>; file: PostedFile | null };

const FIELD_BYTES = 10_000;
const HEAD_BYTES = 4_000;

/** Fields that come after the file are not seen: our forms put files last. What follows the first file is read past. */
export async function readPosted(request: Request): Promise<Posted> {
  const { fields, files } = await readPostedFiles(request);
  const first = await files.next();
  return {
    fields,
    file: first.done ? null : { ...first.value, bytes: thenTheRest(first.value.bytes, files) },
  };
}

async function* thenTheRest(bytes: AsyncIterable<Uint8Array>, files: AsyncGenerator<PostedFile>) {
  yield* bytes;
  for await (const _ of files);
}

/** The same for a form with several files, which come one after the other; each is read to its end before the next one begins. */
export async function readPostedFiles(
  request: Request,
): Promise<{ fields: Map<string, string>; files: AsyncGenerator<PostedFile> }> {
  const boundary = /boundary="?([^";]{1,100})"?/.exec(request.headers.get("content-type") ?? "")?.[1];
  const fields = new Map<string, string>();
  if (!boundary || !request.body) return { fields, files: filesFrom(null, async () => null) };
  const input = new Input(request.body.getReader());
  const mark = Buffer.from(`--${boundary}`);
  await input.upTo(mark, FIELD_BYTES);
  const next = () => nextFile(input, mark, fields);
  return { fields, files: filesFrom(await next(), next) };
}

async function* filesFrom(
  first: PostedFile | null,
  next: () => Promise<PostedFile | null>,
): AsyncGenerator<PostedFile> {
  for (let file = first; file; file = await next()) {
    yield { ...file, bytes: untilLeft(file.bytes) };
    for await (const _ of file.bytes);
  }
}

/** Whoever stops reading, as of a file too large, leaves the rest to be read past: what comes after it in the form is still found. */
async function* untilLeft(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
}

async function nextFile(input: Input, mark: Buffer, fields: Map<string, string>): Promise<PostedFile | null> {
  for (;;) {
    // "--" after the mark ends the form.
    const after = await input.exactly(2);
    if (after.toString("latin1") !== "\r\n") {
      await input.rest();
      return null;
    }
    const head = (await input.upTo(Buffer.from("\r\n\r\n"), HEAD_BYTES)).toString("utf8");
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? "";
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    const end = Buffer.concat([Buffer.from("\r\n"), mark]);
    if (fileName !== undefined) return { name: plainName(fileName), bytes: input.piecesUpTo(end) };
    fields.set(name, (await input.upTo(end, FIELD_BYTES)).toString("utf8"));
  }
}

/** Some browsers send the whole path, and escape what would end the name. */
function plainName(sent: string): string {
  return sent
    .replace(/%22/g, '"')
    .replace(/^.*[\\/]/, "")
    .replace(/\p{Cc}/gu, "")
    .slice(0, 200);
}

class Input {
  private kept: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  async exactly(length: number): Promise<Buffer> {
    while (this.kept.length < length && (await this.more()));
    const taken = this.kept.subarray(0, length);
    this.kept = this.kept.subarray(length);
    return taken;
  }

  /** What stands before the mark, which is passed over; a form without it is cut off. */
  async upTo(mark: Buffer, cap: number): Promise<Buffer> {
    for (;;) {
      const at = this.kept.indexOf(mark);
      if (at >= 0) {
        const taken = this.kept.subarray(0, at);
        this.kept = this.kept.subarray(at + mark.length);
        return taken;
      }
      if (this.kept.length > cap || !(await this.more())) throw new Error("the posted form is malformed");
    }
  }

  async *piecesUpTo(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.kept.indexOf(mark);
      if (at >= 0) {
        const last = this.kept.subarray(0, at);
        this.kept = this.kept.subarray(at + mark.length);
        yield last;
        return;
      }
      // The mark may lie across two pieces: its length is kept back.
      const safe = this.kept.length - mark.length;
      if (safe > 0) {
        yield this.kept.subarray(0, safe);
        this.kept = this.kept.subarray(safe);
      }
      if (!(await this.more())) throw new Error("the posted file was cut off");
    }
  }

  /** Read past, so that the connection can be used again. */
  async rest(): Promise<void> {
    do this.kept = Buffer.alloc(0);
    while (await this.more());
  }

  private async more(): Promise<boolean> {
    if (this.ended) return false;
    const { done, value } = await this.reader.read();
    if (done || !value) {
      this.ended = true;
      return false;
    }
    this.kept = this.kept.length === 0 ? Buffer.from(value) : Buffer.concat([this.kept, value]);
    return true;
  }
}
