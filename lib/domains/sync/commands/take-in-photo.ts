/** Adds a photo to a visit that was taken in for its writer; its bytes lie whole in the file store already. */
import { may } from "#lib/domains/accounts/roles.ts";
import { addPhoto } from "#lib/domains/visits/commands/add-photo.ts";
import { command } from "#lib/platform/command.ts";
import { TakeInPhoto } from "../input.ts";
import { asWriter } from "../inside/as-writer.ts";
import { once } from "../inside/once.ts";

type Subject = { id: string; divisionId: number };

export const takeInPhoto = command({
  name: "sync.takeInPhoto",
  tells: "sync.photoTakenIn",
  input: TakeInPhoto,
  subject: async ({ sql }, { visit }): Promise<Subject | null> => {
    const [row] =
      await sql<Subject>`select id, division_id as "divisionId" from visit where id = ${visit}::uuid`;
    return row ?? null;
  },
  may: (viewer, visit) => may(viewer, "visit.review", visit.divisionId),
  run: async (work, input, visit) => {
    const writer = await asWriter(work, input.writer, input.writtenAt);
    const taken = await once(writer, { ...input, kind: "PHOTO" }, async () => {
      const { id } = await addPhoto.within(writer, { id: visit.id, photo: input.photo });
      return { id, visit: visit.id };
    });
    return { ...taken, writer: writer.viewer.name };
  },
  fact: ({ value, repeated, writer }, { op, device }, { divisionId }) => ({
    subject: `visit:${value.visit}`,
    division: divisionId,
    onBehalfOf: writer,
    ...{ op, device, repeated },
  }),
});
