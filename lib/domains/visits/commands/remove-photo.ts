/** Takes a photo off a visit, by whoever put it there, at any time: a family may change its mind. The bytes go within a day or two. */
import * as z from "zod";
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import { ownVisit } from "../inside/own-visit.ts";

export const removePhoto = command({
  name: "visits.removePhoto",
  tells: "visit.photoRemoved",
  input: z.strictObject({ id: z.uuid("malformed"), photo: z.uuid("malformed") }),
  subject: ownVisit,
  may: (viewer, visit) => visit.recordedBy === viewer.accountId,
  run: async ({ tx, viewer }, { photo }, visit) => {
    const { count } = await tx.storedFile.deleteMany({
      where: { id: photo, owner: "visit", ownerId: visit.id, uploadedBy: viewer.accountId },
    });
    if (count === 0) throw notFound();
    return { id: visit.id };
  },
  fact: (_result, { photo }, visit) => ({
    subject: `visit:${visit.id}`,
    division: visit.divisionId,
    file: photo,
  }),
});
