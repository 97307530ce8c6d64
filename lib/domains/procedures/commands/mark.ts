/** procedures.mark: the last step; the new state holds from the day of the announcement. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { Mark } from "../input.ts";
import { type Case, factOf, heldCase, mayDo, ready } from "../inside/case.ts";
import { stepOn, tellDeed } from "../inside/deed.ts";
import { carryOut } from "../inside/effect.ts";

export const markCase = command({
  name: "procedures.mark",
  tells: "procedure.marked",
  input: Mark,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "MARKING"),
  run: async (work, { version, documentNo }, one) => {
    ready(one, version, "MARKING");
    const day = await announcedOn(work, one);
    await tellDeed(work, one, {
      outcome: "DONE",
      onDay: work.today,
      facts: { documentNo, effectiveOn: day },
    });
    await stepOn(work, one, {
      ...{ status: "DONE", closedOn: dayToColumn(work.today), effectiveOn: dayToColumn(day) },
    });
    await carryOut(work, one, day);
    return { id: one.id, effectiveOn: day };
  },
  fact: ({ effectiveOn }, _input, one) => ({ ...factOf(one), effectiveOn }),
});

async function announcedOn({ sql, today }: Work, one: Case): Promise<string> {
  const [deed] = await sql<{ day: string }>`
    select max(on_day)::text as day from procedure_deed where case_id = ${one.id}::uuid and step = 'ANNOUNCEMENT' and outcome = 'DONE'`;
  return deed?.day ?? today;
}
