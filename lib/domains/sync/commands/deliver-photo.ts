/** Adds a photo that came in parts to its visit; its bytes lie whole in the file store already. */
import { addPhoto } from "#lib/domains/visits/commands/add-photo.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverPhoto } from "../input.ts";
import { once } from "../inside/once.ts";

export const deliverPhoto = command({
  name: "sync.deliverPhoto",
  tells: "sync.photoDelivered",
  input: DeliverPhoto,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the visit's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "PHOTO" }, async () => {
      const { id } = await addPhoto.within(work, { id: input.visit, photo: input.photo });
      return { id, visit: input.visit };
    }),
  fact: ({ value, repeated }, { op, device }) => ({
    subject: `visit:${value.visit}`,
    division: null,
    ...{ op, device, repeated },
  }),
});
