/** Looks at what a division, a joining or an ending would mean, before anything is written: wrong choices are said here. */
import { mayEdit } from "#lib/domains/households/subject.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { Rehearse } from "../input.ts";
import { planDissolve, planMerge, planSplit, seenHousehold } from "../inside/plan.ts";
import { DISSOLVE_REASONS, MERGE_REASONS, SPLIT_REASONS } from "../life.ts";

const REASONS: Record<Rehearse["kind"], readonly string[]> = {
  SPLIT: SPLIT_REASONS,
  MERGE: MERGE_REASONS,
  DISSOLVE: DISSOLVE_REASONS,
};

export const rehearseLife = command({
  name: "lives.rehearse",
  tells: "household.lifeRehearsed",
  input: Rehearse,
  subject: (work, { householdId }) => seenHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    if (!REASONS[input.kind].includes(input.reason)) throw invalid({ reason: [{ key: "choose" }] });
    if (input.kind === "SPLIT") await planSplit(work, home, input);
    if (input.kind === "MERGE") await planMerge(work, home, input);
    if (input.kind === "DISSOLVE") await planDissolve(work, home, input);
    return { id: home.id, divisionId: home.divisionId, asked: input };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    kind: result.asked.kind,
  }),
});
