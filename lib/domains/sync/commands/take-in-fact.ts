/** Takes in a fact of a family for whoever changed it on a phone: by the writer's rights of then, told as the taker's deed with the writer's name. */

import { may } from "#lib/domains/accounts/roles.ts";
import { tellFact } from "#lib/domains/households/commands/tell-fact.ts";
import { worksWith } from "#lib/domains/households/subject.ts";
import { command } from "#lib/platform/command.ts";
import { TakeInFact } from "../input.ts";
import { asWriter, notTheirs } from "../inside/as-writer.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

type Subject = { id: string; divisionId: number };

export const takeInFact = command({
  name: "sync.takeInFact",
  tells: "sync.factTakenIn",
  input: TakeInFact,
  subject: async ({ sql }, input): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select id, division_id as "divisionId" from household where id::text = ${String(carried(input).householdId)}`;
    return row ?? null;
  },
  may: (viewer, household) =>
    may(viewer, "visit.review", household.divisionId) && worksWith(viewer, household),
  run: async (work, input) => {
    const writer = await asWriter(work, input.writer, input.writtenAt);
    const taken = await once(writer, { ...input, kind: "FACT" }, async () => {
      const { id, divisionId, changed } = await tellFact
        .within(writer, { ...carried(input), writtenAt: input.writtenAt })
        .catch(notTheirs);
      return { id, divisionId, changed };
    });
    return { ...taken, writer: writer.viewer.name };
  },
  fact: ({ value, repeated, writer }, { op, device, writtenAt, writer: account }) => ({
    subject: `household:${value.id}`,
    division: value.divisionId,
    onBehalfOf: writer,
    writer: `account:${account}`,
    ...{ op, device, writtenAt, repeated },
  }),
});
