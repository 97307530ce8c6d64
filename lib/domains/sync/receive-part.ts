/** Takes in one part of a photo; with the last one the whole is compared with its digest, kept, and put to its visit. Never a cut one. */

import { MOST_BYTES } from "#lib/domains/files/file.ts";
import { takeIn } from "#lib/domains/files/take-in.ts";
import { getVisit } from "#lib/domains/visits/queries/list-visits.ts";
import { appendPart, digestOfParts, dropParts, heldOf, partsOf } from "#lib/platform/files/parts.ts";
import { FileRefused } from "#lib/platform/files/refused.ts";
import { invalidInput } from "#lib/platform/invalid-input.ts";
import { ifFound } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { deliverPhoto } from "./commands/deliver-photo.ts";
import { PhotoPart } from "./input.ts";
import { PART_BYTES } from "./op.ts";
import { opTaken } from "./queries/op-taken.ts";

export type Held =
  | { state: "more"; received: number }
  | { state: "accepted"; sha256: string }
  /** Nothing of it is kept: its visit has not come, or is not this sender's to see. */
  | { state: "noVisit" }
  | { state: "unfit"; reason: string };

/** One after the other for each photo: two windows of one phone must not write into the same file. */
const busyWith = new Map<string, Promise<unknown>>();

export async function receivePart(session: Session, asked: unknown, bytes: Uint8Array): Promise<Held> {
  const parsed = PhotoPart.safeParse(asked);
  if (!parsed.success) throw invalidInput(parsed.error);
  const part = parsed.data;
  const { account, taken, visit } = await reading(session, async (scope) => {
    const taken = await opTaken(scope, { op: part.id });
    // Looked for before anything is stored for nobody.
    const visit = await ifFound(getVisit(scope, { id: part.visit }));
    return { account: scope.viewer.accountId, taken, visit };
  });
  if (taken) return { state: "accepted", sha256: taken.sha256 };
  if (!visit) return { state: "noVisit" };
  if (part.size > MOST_BYTES) return { state: "unfit", reason: "tooLarge" };
  const name = `${account}-${part.id}`;
  const before = busyWith.get(name) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => take(session, name, part, bytes));
  busyWith.set(name, mine);
  try {
    return await mine;
  } finally {
    if (busyWith.get(name) === mine) busyWith.delete(name);
  }
}

type Part = ReturnType<typeof PhotoPart.parse>;

async function take(session: Session, name: string, part: Part, bytes: Uint8Array): Promise<Held> {
  if (bytes.length > PART_BYTES || part.at + bytes.length > part.size)
    return { state: "more", received: await heldOf(name) };
  const received = bytes.length > 0 ? await appendPart(name, part.at, bytes) : await heldOf(name);
  if (received < part.size) return { state: "more", received };
  if (received > part.size || (await digestOfParts(name)) !== part.sha256) {
    await dropParts(name);
    return { state: "more", received: 0 };
  }
  try {
    const photo = await takeIn({ name: "", bytes: partsOf(name) }, "PHOTO");
    const { id: op, sha256, device, writtenAt, visit } = part;
    await deliverPhoto(session, { op, sha256, device, writtenAt, visit, photo });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await dropParts(name);
    return { state: "unfit", reason: error.reason };
  }
  await dropParts(name);
  return { state: "accepted", sha256: part.sha256 };
}
