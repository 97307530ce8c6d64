/** How an import begins, whichever way its rows came: a stored file becomes the import of a unit, and a background job looks at its head. */
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { JOBS } from "../import.ts";

export async function unitWithin({ sql, viewer }: Work, divisionId: number): Promise<{ id: number } | null> {
  const [unit] = await sql<{
    id: number;
  }>`select id from division where id = ${divisionId} and closed_on is null`;
  return unit && reaches(viewer, unit.id) ? unit : null;
}

type Given = { sheet: string; fileName: string; storedAs: string; size: number; sha256: string };
export type Begun = { id: string; divisionId: number; sheet: string; sha256: string };

export async function begin(work: Work, given: Given, unit: { id: number }): Promise<Begun> {
  const { sheet, fileName, storedAs, size, sha256 } = given;
  const [open] = await work.sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
  if (!open) throw rule("household.noOpenYear");
  const { id } = await work.tx.import.create({
    data: {
      sheet,
      accountId: work.viewer.accountId,
      divisionId: unit.id,
      year: open.year,
      fileName,
      storedAs,
      size,
      sha256: new Uint8Array(Buffer.from(sha256, "hex")),
    },
    select: { id: true },
  });
  await enqueue(work, JOBS.read, { importId: id });
  return { id, divisionId: unit.id, sheet, sha256 };
}

/** The file's name stays out of the audit: people put names into it. */
export const begunFact = ({ id, divisionId, sheet, sha256 }: Begun) => ({
  subject: `import:${id}`,
  division: divisionId,
  sheet,
  sha256,
});
