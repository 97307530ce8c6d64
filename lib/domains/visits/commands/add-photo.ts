/** Adds a photo to a visit, by whoever wrote the visit down: its bytes are stored already, its row is written beside the visit's. */
import * as z from "zod";
import { keepFile } from "#lib/domains/files/keep-file.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { ownVisit } from "../inside/own-visit.ts";
import { MOST_PHOTOS } from "../visit.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "malformed");
const AddPhoto = z.strictObject({
  id: z.uuid("malformed"),
  photo: z.strictObject({
    kind: z.literal("PHOTO"),
    sha256: digest,
    previewSha256: digest.nullable(),
    mediaType: z.literal("image/jpeg"),
    size: z.int().positive(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    name: z.null(),
    look: z
      .string()
      .regex(/^[0-9a-f]{16}$/, "malformed")
      .optional(),
  }),
});

export const addPhoto = command({
  name: "visits.addPhoto",
  tells: "visit.photoAdded",
  input: AddPhoto,
  subject: ownVisit,
  may: (viewer, visit) => visit.recordedBy === viewer.accountId,
  run: async (work, { photo }, visit) => {
    if (visit.status === "WITHDRAWN") throw rule("visit.withdrawnAlready");
    if (visit.photos >= MOST_PHOTOS) throw rule("visit.photosFull", { count: MOST_PHOTOS });
    const owner = { owner: "visit" as const, ownerId: visit.id };
    const id = await keepFile(work, photo, {
      ...owner,
      divisionId: visit.divisionId,
      householdId: visit.householdId,
    });
    return { id };
  },
  fact: (result, { photo }, visit) => ({
    subject: `visit:${visit.id}`,
    division: visit.divisionId,
    file: result.id,
    sha256: photo.sha256,
  }),
});
