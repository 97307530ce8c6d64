/** Takes in words that were added on a phone to a visit sent before, by the same command as at the desk. */
import { addWords } from "#lib/domains/visits/commands/add-words.ts";
import { today } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverAddition } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverAddition = command({
  name: "sync.deliverAddition",
  tells: "sync.additionDelivered",
  input: DeliverAddition,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the addition's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "ADDITION" }, async () => {
      // The family is told for whoever may have to look at a sealed copy; here the visit says whose it is.
      const { householdId: _family, ...told } = carried(input);
      const { id, visitId, householdId, divisionId } = await addWords.within(work, {
        ...told,
        writtenOn: today(new Date(input.writtenAt)),
      });
      return { id, visitId, householdId, divisionId };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `visit:${value.visitId}`,
    division: value.divisionId,
    household: value.householdId,
    ...{ op, device, writtenAt, repeated },
  }),
});
