/** What a phone sealed to us, opened: one copy, or a file of several of the same phone. */
import * as z from "zod";
import { openBox } from "#lib/platform/box-key.ts";
import { rule } from "#lib/platform/problem.ts";
import { FILE_MARK, OP_KINDS } from "../op.ts";

/** As the phone writes it (components/field/sealed-copy.ts); what is inside of each is looked at when it is delivered. */
const PhoneFile = z.object({
  form: z.literal(1),
  account: z.int(),
  device: z.string(),
  ops: z.array(
    z.object({
      kind: z.enum(OP_KINDS).optional(),
      op: z.string(),
      sha256: z.string(),
      writtenAt: z.string(),
      values: z.string(),
      visit: z.string(),
      photos: z.array(z.object({ id: z.string(), sha256: z.string(), bytes: z.base64() })),
    }),
  ),
});
export type Opened = z.infer<typeof PhoneFile>;
export type Carried = Opened["ops"][number];

export function openFile(bytes: Uint8Array): Opened {
  const sealed = copiesIn(Buffer.from(bytes));
  // It is one of ours and does not end where it says: cut off on its way.
  if (sealed.length === 0) throw rule("sync.brokenFile");
  const copies = sealed.map((copy) => PhoneFile.safeParse(read(openBox(copy))));
  const opened = copies.flatMap(({ data }) => data ?? []);
  const [first] = opened;
  const whole =
    first && opened.length === copies.length && opened.every(({ account }) => account === first.account);
  if (!whole) throw rule("sync.noPhoneFile");
  return { ...first, ops: opened.flatMap(({ ops }) => ops) };
}

function copiesIn(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, FILE_MARK.length).toString("latin1") !== FILE_MARK) return [bytes];
  const copies: Buffer[] = [];
  for (let at = FILE_MARK.length; at < bytes.length; ) {
    const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
    if (length === 0 || at + 4 + length > bytes.length) return [];
    copies.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return copies;
}

function read(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
