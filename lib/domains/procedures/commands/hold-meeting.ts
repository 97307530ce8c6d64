/** procedures.meet: the democratic review with its votes; without the quorum or the majority it does not pass. */
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import { HoldMeeting } from "../input.ts";
import { factOf, heldCase, mayDo, ready } from "../inside/case.ts";
import { dayOfDeed } from "../inside/days.ts";
import { stepOn, tellDeed } from "../inside/deed.ts";
import { isAgreed, isQuorate } from "../procedure.ts";

type Votes = { expected: number; present: number; inFavor: number; against: number; abstained: number };

export const holdMeeting = command({
  name: "procedures.meet",
  tells: "procedure.reviewed",
  input: HoldMeeting,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "DEMOCRATIC_REVIEW"),
  run: async (work, { id: _, version, onDay: typed, opinion, ...facts }, one) => {
    ready(one, version, "DEMOCRATIC_REVIEW");
    const wrong = faultsOf(facts);
    if (Object.keys(wrong).length > 0) throw invalid(wrong);
    const onDay = dayOfDeed(typed, "onDay", { today: work.today, since: one.lastOn });
    await tellDeed(work, one, { outcome: "DONE", onDay, opinion, facts });
    await stepOn(work, one);
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});

function faultsOf(votes: Votes): FieldProblems {
  const { expected, present, inFavor, against, abstained } = votes;
  if (expected === 0) return { expected: [{ key: "procedure.count" }] };
  if (present > expected) return { present: [{ key: "procedure.moreThanExpected", values: { expected } }] };
  if (!isQuorate(votes))
    return { present: [{ key: "procedure.noQuorum", values: { needed: Math.ceil((expected * 2) / 3) } }] };
  if (inFavor + against + abstained !== present)
    return { inFavor: [{ key: "procedure.votesDiffer", values: { present } }] };
  if (!isAgreed(votes))
    return { inFavor: [{ key: "procedure.notAgreed", values: { needed: Math.floor(present / 2) + 1 } }] };
  return {};
}
