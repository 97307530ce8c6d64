/** Takes in the file of a phone: one's own by the same way as the phone itself, somebody else's by whoever looks over the visits there. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { rule } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { deliver, type InWords } from "./deliver.ts";
import { type Carried, type Opened, openFile } from "./inside/phone-file.ts";
import { MOST_OPS, type OpAnswer, PART_BYTES } from "./op.ts";
import { receivePart } from "./receive-part.ts";
import { takeInFor } from "./take-in-for.ts";

export type FileTaken = { answers: OpAnswer[]; accepted: number; refused: number };

export async function takeFile(session: Session, bytes: Uint8Array, inWords: InWords): Promise<FileTaken> {
  const file = openFile(bytes);
  const { mine, reviews } = await reading(session, async ({ viewer }) => ({
    mine: viewer.accountId === file.account,
    reviews: mayAnywhere(viewer, "visit.review"),
  }));
  if (!mine && !reviews) throw rule("sync.notYours");
  const answers = await (mine ? takeOwn : takeInFor)(session, file, inWords);
  const accepted = answers.filter(({ state }) => state === "accepted").length;
  return { answers, accepted, refused: file.ops.length - accepted };
}

async function takeOwn(session: Session, { device, ops }: Opened, inWords: InWords): Promise<OpAnswer[]> {
  const answers: OpAnswer[] = [];
  for (let at = 0; at < ops.length; at += MOST_OPS) {
    const batch = ops.slice(at, at + MOST_OPS).map(({ visit: _visit, photos: _photos, ...op }) => op);
    answers.push(...(await deliver(session, { device, ops: batch }, inWords)));
  }
  const taken = new Set(answers.filter(({ state }) => state === "accepted").map(({ op }) => op));
  for (const carried of ops.filter(({ op }) => taken.has(op))) await takePhotos(session, device, carried);
  return answers;
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
