/** papers.remove: takes a paper away, with the reason; the line stays in the history, the bytes go within a day or two. */
import { command } from "#lib/platform/command.ts";
import { RemovePaper } from "../input.ts";
import { heldPaper } from "../inside/paper.ts";
import { inOneLine, mayKeepPapers } from "../paper.ts";

export const removePaper = command({
  name: "papers.remove",
  tells: "paper.removed",
  input: RemovePaper,
  subject: heldPaper,
  may: (viewer, { about }) => mayKeepPapers(viewer, about.owner.kind, about.divisionId),
  run: async ({ sql, note }, { id, why }, paper) => {
    await sql`select sec.remove_paper(${id}::uuid, ${why})::text`;
    const { owner, divisionId } = paper.about;
    const old = inOneLine(paper);
    note({ entity: owner.kind, entityId: owner.id, divisionId, field: "paper", old, new: null });
    return { id, owner };
  },
  fact: (_result, { id }, { about, sha256 }) => ({
    subject: `${about.owner.kind}:${about.owner.id}`,
    division: about.divisionId,
    paper: id,
    sha256,
  }),
});
