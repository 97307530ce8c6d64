/** sampleChecks.record: a named checker says what was found at a drawn household; said again, it is a correction, and the row before stays. */
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Answers, outcomesOf, QUESTIONS } from "../check.ts";
import { RecordFinding } from "../input.ts";
import { type DrawSubject, dayOfCheck, heldDraw, stillOpen } from "../inside/subject.ts";

export const recordFinding = command({
  name: "sampleChecks.record",
  tells: "sampleCheck.recorded",
  input: RecordFinding,
  subject: (work, { id }) => heldDraw(work, id),
  may: (viewer, draw) => draw.checker && !viewer.households.includes(draw.householdId),
  run: async (work, { outcome, satisfaction, note, ...input }, draw) => {
    stillOpen(draw);
    if (!draw.active) throw rule("sample.reserve");
    if (!outcomesOf(draw.kind).includes(outcome)) throw invalid({ outcome: [{ key: "choose" }] });
    const visitedOn = dayOfCheck(input.visitedOn, draw, work.today, "visitedOn");
    const home = outcome !== "ABSENT";
    if (home && draw.kind === "SATISFACTION" && !satisfaction)
      throw invalid({ satisfaction: [{ key: "choose" }] });
    if (outcome === "WRONG" && (note?.length ?? 0) < 4) throw invalid({ note: [{ key: "sample.why" }] });
    const answers: Answers = {};
    for (const one of QUESTIONS) if (home && input[one]) answers[one] = input[one];
    const before = await work.sql<{ outcome: string }>`
      update sample_finding set replaced_at = now() where draw_id = ${draw.draw}::uuid and replaced_at is null returning outcome`;
    await work.sql`
      insert into sample_finding (check_id, draw_id, ordered_in, household_id, division_id, counted_in, outcome, visited_on, satisfaction, answers, note, account_id, account_name)
      values (${draw.id}::uuid, ${draw.draw}::uuid, ${draw.divisionId}, ${draw.householdId}::uuid, ${draw.placeId}, ${draw.countedIn}, ${outcome}, ${visitedOn}::date,
        ${home ? (satisfaction ?? null) : null}, ${JSON.stringify(answers)}::jsonb, ${note}, ${work.viewer.accountId}, ${work.viewer.name})`;
    if (outcome === "ABSENT" && before[0]?.outcome !== "ABSENT") await callReserve(work, draw);
    if (outcome !== "ABSENT" && before[0]?.outcome === "ABSENT") await sendReserveBack(work, draw);
    return { id: draw.id, draw: draw.draw, corrected: before.length > 0 };
  },
  fact: ({ id, corrected }, { outcome }, { divisionId }) => ({
    subject: `sampleCheck:${id}`,
    division: divisionId,
    outcome,
    corrected,
  }),
});

/** The next of the draw, of the same stratum if there is one. */
const callReserve = ({ sql }: Work, { id, draw, stratumId }: DrawSubject) => sql`
  update sample_draw set active = true, replaces = ${draw}::uuid where id = (
    select id from sample_draw where check_id = ${id}::uuid and not active order by stratum_id <> ${stratumId}, position limit 1) returning id`;

/** Somebody was at home after all: who was called instead waits again, unless already visited. */
const sendReserveBack = ({ sql }: Work, { draw }: DrawSubject) => sql`
  update sample_draw w set active = false, replaces = null where w.replaces = ${draw}::uuid
    and not exists (select 1 from sample_finding f where f.draw_id = w.id) returning id`;
