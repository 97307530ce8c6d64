/** Takes in what a phone had sealed when its sign-in was ended, after somebody has looked at it: a visit with its photos, a changed fact, a need. */
import { command } from "#lib/platform/command.ts";
import { OneOp } from "../input.ts";
import { carriedPicture } from "../inside/carried-picture.ts";
import { elsewhere } from "../inside/elsewhere.ts";
import { openFile } from "../inside/phone-file.ts";
import { takesIn } from "../inside/takes-in.ts";
import { takeInPhoto } from "./take-in-photo.ts";

type Subject = { sealed: Uint8Array; accountId: number; accountName: string };

export const takeHeld = command({
  name: "sync.takeHeld",
  tells: "sync.lookedAt",
  input: OneOp,
  subject: async ({ sql }, { op }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select sealed, account_id as "accountId", account_name as "accountName" from sync_held where op = ${op}::uuid and op = any (sec.my_held())`;
    return row ?? null;
  },
  // Only whoever looks over the visits of its place finds it.
  may: () => true,
  run: async (work, { op }, { sealed }) => {
    const { account: writer, device, ops } = openFile(sealed);
    for (const { kind, visit, photos, ...sending } of ops) {
      await takesIn(kind)
        .within(work, { ...sending, device, writer })
        .catch(elsewhere);
      for (const carried of photos) {
        const photo = await carriedPicture(carried);
        const { id, sha256 } = carried;
        const { writtenAt } = sending;
        if (photo)
          await takeInPhoto.within(work, { op: id, sha256, writtenAt, device, writer, visit, photo });
      }
    }
    return { op };
  },
  fact: ({ op }, _input, { accountId, accountName }) => ({
    subject: `account:${accountId}`,
    division: null,
    writer: accountName,
    op,
  }),
});
