/** Takes in a fact of a family that was changed on a phone, against what stood there when it was written down. */
import { tellFact } from "#lib/domains/households/commands/tell-fact.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverFact } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverFact = command({
  name: "sync.deliverFact",
  tells: "sync.factDelivered",
  input: DeliverFact,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the fact's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "FACT" }, async () => {
      const { id, divisionId, changed } = await tellFact.within(work, {
        ...carried(input),
        writtenAt: input.writtenAt,
      });
      return { id, divisionId, changed };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `household:${value.id}`,
    division: value.divisionId,
    ...{ op, device, writtenAt, repeated },
  }),
});
