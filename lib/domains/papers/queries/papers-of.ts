/** papers.of: the papers of a thing and of the changes of its tree, latest first, and the removed ones as history; by reach of the place. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { PapersOf } from "../input.ts";
import { subjectOf } from "../inside/subject.ts";
import type { PaperRow, PapersView } from "../paper.ts";

/** A case has no changes of a tree of its own. */
const TREES = { partyOrg: "PARTY_ORG", division: "DIVISION", procedure: null } as const;

export const papersOf = query({
  name: "papers.of",
  input: PapersOf,
  run: async ({ sql, viewer }, { kind, id }): Promise<PapersView> => {
    const about = await subjectOf(sql, kind, id);
    if (!about) throw notFound();
    if (!viewer.seesAll && !viewer.reach.includes(about.divisionId))
      return { reached: false, papers: [], removed: [] };
    const rows = await sql<PaperRow>`
      select p.id, p.file_id as "fileId", p.title, p.document_no as "documentNo", p.dated_on::text as "datedOn", p.version,
        f.media_type as "mediaType", f.size, f.width, f.height, p.uploaded_by_name as by, p.created_at as at,
        case when p.subject_kind = 'treeChange' then p.subject_id end as "changeId",
        p.removed_by_name as "removedBy", p.removed_at as "removedAt", p.removed_why as "removedWhy"
      from paper p left join stored_file f on f.id = p.file_id
      where ${reachable(viewer, { division: "p.division_id" })} and ((p.subject_kind = ${kind} and p.subject_id = ${id})
        or (p.subject_kind = 'treeChange' and p.subject_id in
          (select e.id::text from tree_event e where e.tree = ${TREES[kind]} and e.node_id = ${TREES[kind] ? Number(id) : null}::int)))
      order by p.removed_at desc nulls first, p.dated_on desc nulls first, p.created_at desc, p.id limit 300`;
    return {
      reached: true,
      papers: rows.filter((row) => row.removedAt === null),
      removed: rows.filter((row) => row.removedAt !== null),
    };
  },
});
