/** Takes in the file of a phone, by the same way as the phone itself: what the phone delivers as well is there once. */
import * as z from "zod";
import { openBox } from "#lib/platform/box-key.ts";
import { rule } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { deliver, type InWords } from "./deliver.ts";
import { MOST_OPS, OP_KINDS, type OpAnswer, PART_BYTES } from "./op.ts";
import { receivePart } from "./receive-part.ts";

/** As the phone writes it (components/field/export-file.ts); what is inside of each is looked at when it is delivered. */
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
type Carried = z.infer<typeof PhoneFile>["ops"][number];

export type FileTaken = { accepted: number; refused: number };

export async function takeFile(session: Session, sealed: Uint8Array, inWords: InWords): Promise<FileTaken> {
  const parsed = PhoneFile.safeParse(read(openBox(sealed)));
  if (!parsed.success) throw rule("sync.noPhoneFile");
  const { account, device, ops } = parsed.data;
  const mine = await reading(session, async ({ viewer }) => viewer.accountId === account);
  if (!mine) throw rule("sync.notYours");
  const answers: OpAnswer[] = [];
  for (let at = 0; at < ops.length; at += MOST_OPS) {
    const batch = ops.slice(at, at + MOST_OPS).map(({ visit: _visit, photos: _photos, ...op }) => op);
    answers.push(...(await deliver(session, { device, ops: batch }, inWords)));
  }
  const taken = new Set(answers.filter(({ state }) => state === "accepted").map(({ op }) => op));
  for (const carried of ops.filter(({ op }) => taken.has(op))) await takePhotos(session, device, carried);
  return { accepted: taken.size, refused: ops.length - taken.size };
}

function read(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

async function takePhotos(session: Session, device: string, { visit, writtenAt, photos }: Carried) {
  for (const { id, sha256, bytes } of photos) {
    const whole = Buffer.from(bytes, "base64");
    const about = { id, visit, sha256, size: whole.length, device, writtenAt };
    let held = await receivePart(session, { ...about, at: 0 }, new Uint8Array());
    const most = 2 * Math.ceil(whole.length / PART_BYTES) + 2;
    for (let step = 0; step < most && held.state === "more"; step += 1)
      held = await receivePart(
        session,
        { ...about, at: held.received },
        whole.subarray(held.received, held.received + PART_BYTES),
      );
  }
}
