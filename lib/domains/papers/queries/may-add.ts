/** papers.mayAdd: on whose page the papers of a thing show, for whoever may add some: asked before an upload is taken in. */
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { PaperSubject } from "../input.ts";
import { subjectOf } from "../inside/subject.ts";
import { mayKeepPapers, type Owner } from "../paper.ts";

export const mayAddPapers = query({
  name: "papers.mayAdd",
  input: PaperSubject,
  run: async ({ sql, viewer }, { kind, id }): Promise<Owner> => {
    const about = await subjectOf(sql, kind, id);
    if (!about) throw notFound();
    if (!mayKeepPapers(viewer, about.owner.kind, about.divisionId)) throw refused();
    return about.owner;
  },
});
