/** Takes in what was received at a desk without a network, by the same command as at the window: number and limit are given here. */
import { acceptCase } from "#lib/domains/services/commands/accept.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverCase } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverCase = command({
  name: "sync.deliverCase",
  tells: "sync.caseDelivered",
  input: DeliverCase,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the case's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "CASE" }, async () => {
      const { id, divisionId } = await acceptCase.within(work, {
        ...carried(input),
        writtenAt: input.writtenAt,
      });
      return { id, divisionId };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `serviceCase:${value.id}`,
    division: value.divisionId,
    ...{ op, device, writtenAt, repeated },
  }),
});
