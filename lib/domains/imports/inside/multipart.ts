/** Reads a posted form with one file as it streams in: small fields first, then the file piece by piece, never held whole. */

export type PostedFile = { name: string; bytes: AsyncIterable<Uint8Array> };
export type Posted = { fields: Map<string, string>; file: PostedFile | null };

const FIELD_BYTES = 10_000;
const HEAD_BYTES = 4_000;

/** Fields that come after the file are not seen: our forms put the file last. */
export async function readPosted(request: Request): Promise<Posted> {
  const boundary = /boundary="?([^";]{1,100})"?/.exec(request.headers.get("content-type") ?? "")?.[1];
  const fields = new Map<string, string>();
  if (!boundary || !request.body) return { fields, file: null };
  const input = new Input(request.body.getReader());
  const mark = Buffer.from(`--${boundary}`);
  await input.upTo(mark, FIELD_BYTES);
  for (;;) {
    // "--" after the mark ends the form.
    const after = await input.exactly(2);
    if (after.toString("latin1") !== "\r\n") return { fields, file: null };
    const head = (await input.upTo(Buffer.from("\r\n\r\n"), HEAD_BYTES)).toString("utf8");
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? "";
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    const end = Buffer.concat([Buffer.from("\r\n"), mark]);
    if (fileName !== undefined)
      return { fields, file: { name: plainName(fileName), bytes: input.piecesUpTo(end) } };
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
        yield this.kept.subarray(0, at);
        // The rest is drained, so that the connection can be used again.
        while (await this.more()) this.kept = Buffer.alloc(0);
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
