/** An import as the subject of a deed: its owner's, and held until the deed is done. */
import type { Work } from "#lib/platform/scope.ts";
import type { Fix, ImportStatus } from "../import.ts";

export type OwnImport = {
  id: string;
  accountId: number;
  divisionId: number;
  sheet: string;
  status: ImportStatus;
  missing: string[];
  bad: number;
  mapped: string[];
  hiddenRows: number;
  fixes: Fix[];
  /** Days since its rows went in. */
  ageInDays: number | null;
};

export async function ownImport({ sql, viewer }: Work, id: string): Promise<OwnImport | null> {
  const [row] = await sql<OwnImport>`
    select id, account_id as "accountId", division_id as "divisionId", sheet, status, coalesce(preview->'missing', '[]') as missing,
      coalesce((counts->>'bad')::int, 0) as bad,
      coalesce((preview->>'hiddenRows')::int, 0) as "hiddenRows",
      array(select jsonb_object_keys(mapping)) as mapped, fixes,
      extract(day from now() - published_at)::int as "ageInDays"
    from import where id = ${id}::uuid and account_id = ${viewer.accountId} for update`;
  return row ?? null;
}

export const importFact = (found: { id: string; divisionId: number }) => ({
  subject: `import:${found.id}`,
  division: found.divisionId,
});
