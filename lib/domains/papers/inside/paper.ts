/** A paper within the actor's reach, held until the deed is done, with what it is about. */
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { PaperKind } from "../paper.ts";
import { type Subject, subjectOf } from "./subject.ts";

export type Held = {
  id: string;
  title: string;
  documentNo: string | null;
  datedOn: string | null;
  version: number;
  sha256: string | null;
  about: Subject;
};
type Row = Omit<Held, "about"> & { kind: PaperKind; subjectId: string };

export async function heldPaper({ sql, viewer }: Work, { id }: { id: string }): Promise<Held | null> {
  const [row] = await sql<Row>`
    select p.id, p.title, p.document_no as "documentNo", p.dated_on::text as "datedOn", p.version,
      (select encode(f.sha256, 'hex') from stored_file f where f.id = p.file_id) as sha256,
      p.subject_kind as kind, p.subject_id as "subjectId"
    from paper p where p.id = ${id}::uuid and p.removed_at is null and ${reachable(viewer, { division: "p.division_id" })} for update`;
  if (!row) return null;
  const { kind, subjectId, ...paper } = row;
  const about = await subjectOf(sql, kind, subjectId);
  return about ? { ...paper, about } : null;
}
