/** Takes in a visit that was written down on a phone: by the same command as at the desk, so that rights, rules and trail are the same. */
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { command } from "#lib/platform/command.ts";
import { DeliverVisit } from "../input.ts";
import { once } from "../inside/once.ts";
import { valuesOf } from "../inside/values-of.ts";

export const deliverVisit = command({
  name: "sync.deliverVisit",
  tells: "sync.delivered",
  input: DeliverVisit,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the visit's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "VISIT" }, async () => {
      const { id, householdId, divisionId } = await recordVisit.within(work, valuesOf(input));
      return { id, householdId, divisionId };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `visit:${value.id}`,
    division: value.divisionId,
    household: value.householdId,
    ...{ op, device, writtenAt, repeated },
  }),
});
