/** Takes in what somebody else wrote down on a phone, each row by itself, and says of each that failed why. */
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { takeInPhoto } from "./commands/take-in-photo.ts";
import type { InWords } from "./deliver.ts";
import { carriedPicture } from "./inside/carried-picture.ts";
import { elsewhere } from "./inside/elsewhere.ts";
import type { Carried, Opened } from "./inside/phone-file.ts";
import { takesIn } from "./inside/takes-in.ts";
import type { OpAnswer } from "./op.ts";

export async function takeInFor(session: Session, file: Opened, inWords: InWords): Promise<OpAnswer[]> {
  const answers: OpAnswer[] = [];
  for (const carried of file.ops) answers.push(await takeInOne(session, file, carried, inWords));
  return answers;
}

async function takeInOne(
  session: Session,
  { account: writer, device }: Opened,
  { kind, op, sha256, writtenAt, values, visit, photos }: Carried,
  inWords: InWords,
): Promise<OpAnswer> {
  try {
    const { seq } = await takesIn(kind)(session, { op, sha256, writtenAt, values, device, writer }).catch(
      elsewhere,
    );
    for (const carried of photos) {
      const photo = await carriedPicture(carried);
      const sending = { op: carried.id, sha256: carried.sha256, writtenAt, device, writer };
      if (photo) await takeInPhoto(session, { ...sending, visit, photo });
    }
    return { op, sha256, state: "accepted", seq };
  } catch (error) {
    if (error instanceof Problem && error.code === "signed-out") throw error;
    const { code, message, fields } = await inWords(error, session.requestId);
    if (code === "busy" || code === "unforeseen") return { op, sha256, state: "later" };
    return { op, sha256, state: "refused", code, message, fields };
  }
}
