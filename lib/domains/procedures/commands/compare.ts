/** procedures.compare: what each department's data say, and a decision for every hit; one that excludes ends the case. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import { Compare } from "../input.ts";
import { factOf, heldCase, mayDo, ready } from "../inside/case.ts";
import { changeCase, stepOn, takeDown, tellDeed } from "../inside/deed.ts";
import { SOURCES, type Source } from "../procedure.ts";

type Hit = { source: Source; what: string; decision: string; why: string };

export const compareData = command({
  name: "procedures.compare",
  tells: "procedure.compared",
  input: Compare,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "COMPARISON"),
  run: async (work, { version, said }, one) => {
    ready(one, version, "COMPARISON");
    const hits = hitsOf(said);
    const out = hits.find(({ decision }) => decision === "EXCLUDED");
    const facts = { hits, clear: SOURCES.filter((source) => !hits.some((hit) => hit.source === source)) };
    if (out) {
      await tellDeed(work, one, { outcome: "REJECTED", onDay: work.today, opinion: out.why, facts });
      await takeDown(work, one);
      await changeCase(work, one, {
        ...{ status: "REJECTED", closedOn: dayToColumn(work.today), closedWhy: out.why, since: new Date() },
      });
    } else {
      await tellDeed(work, one, { outcome: "DONE", onDay: work.today, facts });
      await stepOn(work, one);
    }
    return { id: one.id, hits: hits.length };
  },
  fact: ({ hits }, _input, one) => ({ ...factOf(one), hits }),
});

/** Never silent: each hit says what was found, what was decided, and why. */
function hitsOf(input: Record<string, string | undefined>): Hit[] {
  const missing: FieldProblems = {};
  const hits = SOURCES.filter((source) => input[source] === "HIT").map((source) => {
    const of = (part: "what" | "decision" | "why") => {
      const value = input[`${source}.${part}`];
      if (!value) missing[`${source}.${part}`] = [{ key: part === "decision" ? "choose" : "required" }];
      return value ?? "";
    };
    return { source, what: of("what"), decision: of("decision"), why: of("why") };
  });
  if (Object.keys(missing).length > 0) throw invalid(missing);
  return hits;
}
