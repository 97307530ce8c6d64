/** What was typed about where and as what a talent serves: days read, the program found, the stream that follows. */
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Channel, STREAM_OF, type Stream, type TalentKind } from "../talent.ts";
import { spanTyped } from "./days.ts";
import { programOf } from "./subject.ts";

type Typed = {
  channel: Channel;
  kind: TalentKind;
  programId?: string;
  unitName: string;
  post?: string;
  fromOn: string;
  toOn?: string;
  result?: string;
};
export type Serving = {
  channel: Channel;
  kind: TalentKind;
  stream: Stream;
  programId: string | null;
  unitName: string;
  post: string | null;
  fromOn: string;
  toOn: string | null;
  result: string | null;
};

export async function servingOf(work: Work, typed: Typed): Promise<Serving> {
  const { fromOn, toOn } = spanTyped(typed, work.today, { from: 12, to: 120 });
  const program = typed.programId ? await programOf(work, typed.programId) : null;
  if (typed.programId && !program) throw invalid({ programId: [{ key: "choose" }] });
  if (program && (program.fromOn > fromOn || (program.toOn !== null && program.toOn < fromOn)))
    throw rule("talent.programDays", { name: program.name }, "programId");
  return {
    channel: typed.channel,
    kind: typed.kind,
    stream: (program?.stream as Stream | undefined) ?? STREAM_OF[typed.channel],
    programId: program?.id ?? null,
    unitName: typed.unitName,
    post: typed.post ?? null,
    fromOn,
    toOn,
    result: typed.result ?? null,
  };
}
