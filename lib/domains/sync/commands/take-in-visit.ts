/** Takes in a visit for whoever wrote it down on a phone: stored as theirs and by their rights of then, told as the taker's deed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { command } from "#lib/platform/command.ts";
import { TakeInVisit } from "../input.ts";
import { asWriter, notTheirs } from "../inside/as-writer.ts";
import { once } from "../inside/once.ts";
import { valuesOf } from "../inside/values-of.ts";

type Subject = { id: string; divisionId: number };

export const takeInVisit = command({
  name: "sync.takeInVisit",
  tells: "sync.takenIn",
  input: TakeInVisit,
  subject: async ({ sql }, input): Promise<Subject | null> => {
    const { householdId } = valuesOf(input);
    const [row] =
      await sql<Subject>`select id, division_id as "divisionId" from household where id::text = ${String(householdId)}`;
    return row ?? null;
  },
  may: (viewer, household) => may(viewer, "visit.review", household.divisionId),
  run: async (work, input) => {
    const writer = await asWriter(work, input.writer, input.writtenAt);
    const taken = await once(writer, { ...input, kind: "VISIT" }, async () => {
      const { id, householdId, divisionId } = await recordVisit
        .within(writer, valuesOf(input))
        .catch(notTheirs);
      return { id, householdId, divisionId };
    });
    return { ...taken, writer: writer.viewer.name };
  },
  fact: ({ value, repeated, writer }, { op, device, writtenAt, writer: account }) => ({
    subject: `visit:${value.id}`,
    division: value.divisionId,
    household: value.householdId,
    onBehalfOf: writer,
    writer: `account:${account}`,
    ...{ op, device, writtenAt, repeated },
  }),
});
