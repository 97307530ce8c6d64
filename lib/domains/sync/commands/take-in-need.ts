/** Takes in a need for whoever wrote it down on a phone by itself: raised in the writer's name and by the writer's rights of then, told as the taker's deed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { today } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { TakeInNeed } from "../input.ts";
import { asWriter, notTheirs } from "../inside/as-writer.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

type Subject = { divisionId: number };

export const takeInNeed = command({
  name: "sync.takeInNeed",
  tells: "sync.needTakenIn",
  input: TakeInNeed,
  subject: async ({ sql }, input): Promise<Subject | null> => {
    const { householdId, villageId } = carried(input);
    const [row] = householdId
      ? await sql<Subject>`select division_id as "divisionId" from household where id::text = ${String(householdId)}`
      : await sql<Subject>`select id as "divisionId" from division where id::text = ${String(villageId ?? "")}`;
    return row ?? null;
  },
  may: (viewer, { divisionId }) =>
    may(viewer, "visit.review", divisionId) && may(viewer, "visit.record", divisionId),
  run: async (work, input) => {
    const writer = await asWriter(work, input.writer, input.writtenAt);
    const taken = await once(writer, { ...input, kind: "NEED" }, async () => {
      const { id, householdId, divisionId } = await raiseNeed
        .within(writer, { ...carried(input), writtenOn: today(new Date(input.writtenAt)) })
        .catch(notTheirs);
      return { id, householdId, divisionId };
    });
    return { ...taken, writer: writer.viewer.name };
  },
  fact: ({ value, repeated, writer }, { op, device, writtenAt, writer: account }) => ({
    subject: `need:${value.id}`,
    division: value.divisionId,
    household: value.householdId,
    onBehalfOf: writer,
    writer: `account:${account}`,
    ...{ op, device, writtenAt, repeated },
  }),
});
