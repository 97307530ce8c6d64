/** Takes in missing papers of a case that came in at a desk without a network, by the same command as at the window. */
import { takePapers } from "#lib/domains/services/commands/papers.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverPapers, OneCase } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverPapers = command({
  name: "sync.deliverPapers",
  tells: "sync.papersDelivered",
  input: DeliverPapers,
  subject: async ({ sql, viewer }, input) => {
    const { success, data } = OneCase.safeParse(carried(input));
    // A twin on its way waits here for the first one, and then finds its answer instead of papers that are there already.
    if (success) await sql`select 1 as held from service_case where id = ${data.id}::uuid for update`;
    return { accountId: viewer.accountId };
  },
  may: () => true, // the case's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "PAPERS" }, async () => {
      const { id, divisionId, left } = await takePapers.within(work, {
        ...carried(input),
        writtenAt: input.writtenAt,
      });
      return { id, divisionId, left };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `serviceCase:${value.id}`,
    division: value.divisionId,
    ...{ op, device, writtenAt, repeated },
  }),
});
