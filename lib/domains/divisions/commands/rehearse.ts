/** divisions.rehearse: tries a change without making it; says what is wrong beside the field, or that it may be shown and confirmed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { RehearseChange } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { tryChange } from "../inside/try-change.ts";

/** What the second step of the form needs in its address; no personal data is among it. */
export type Rehearsed = { id: number; query: Record<string, string> };

export const rehearseDivisionChange = command({
  name: "divisions.rehearse",
  tells: "division.changeRehearsed",
  input: RehearseChange,
  subject: (work, input) => nodeOf(work.sql, input.id),
  may: (viewer, node) => may(viewer, "division.propose", node.id),
  run: async (work, input, node): Promise<Rehearsed> => {
    const { fields, effectiveOn } = await tryChange(work, input, node);
    const filled = Object.entries({ kind: input.kind, ...fields, effectiveOn });
    return { id: node.id, query: Object.fromEntries(filled.filter(isFilled)) };
  },
  fact: (result, input) => ({ subject: `division:${result.id}`, division: result.id, kind: input.kind }),
});

const isFilled = (pair: [string, string | undefined]): pair is [string, string] => pair[1] !== undefined;
