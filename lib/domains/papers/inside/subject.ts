/** What a paper is about: where it lies, on whose page it shows, and the number that it already carries. */
import type { Sql } from "#lib/platform/sql.ts";
import type { Owner, OwnerKind, PaperKind } from "../paper.ts";

export type Subject = {
  kind: PaperKind;
  id: string;
  divisionId: number;
  owner: Owner;
  documentNo: string | null;
  /** A change that was taken back gets no new papers. */
  open: boolean;
};

export async function subjectOf(sql: Sql, kind: PaperKind, id: string): Promise<Subject | null> {
  const [place] = await sql<{ divisionId: number | null }>`
    select sec.paper_place(${kind}, ${id}) as "divisionId"`;
  const divisionId = place?.divisionId ?? null;
  if (divisionId === null) return null;
  if (kind !== "treeChange")
    return { kind, id, divisionId, owner: { kind, id }, documentNo: null, open: true };
  const [change] = await sql<{ tree: OwnerKind; node: string; documentNo: string | null; open: boolean }>`
    select case tree when 'DIVISION' then 'division' else 'partyOrg' end as tree, node_id::text as node,
      document_no as "documentNo", status <> 'CANCELLED' as open from tree_event where id = ${id}::uuid`;
  if (!change) return null;
  const { tree, node, documentNo, open } = change;
  return { kind, id, divisionId, owner: { kind: tree, id: node }, documentNo, open };
}
