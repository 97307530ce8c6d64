/** Takes in a need that was written down on a phone by itself, by the same command as at the desk. */
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { today } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverNeed } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverNeed = command({
  name: "sync.deliverNeed",
  tells: "sync.needDelivered",
  input: DeliverNeed,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the need's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "NEED" }, async () => {
      const { id, householdId, divisionId } = await raiseNeed.within(work, {
        ...carried(input),
        writtenOn: today(new Date(input.writtenAt)),
      });
      return { id, householdId, divisionId };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `need:${value.id}`,
    division: value.divisionId,
    household: value.householdId,
    ...{ op, device, writtenAt, repeated },
  }),
});
