/** An uploaded file becomes an import of a unit, for the year that is being kept; a background job looks at its head. */
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { JOBS } from "../import.ts";
import { StartImport } from "../input.ts";
import { mayImportSheet } from "../policy.ts";

export const startImport = command({
  name: "imports.start",
  tells: "import.started",
  input: StartImport,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [unit] = await sql<{
      id: number;
    }>`select id from division where id = ${divisionId} and closed_on is null`;
    return unit && reaches(viewer, unit.id) ? unit : null;
  },
  may: (viewer, unit, { sheet }) => mayImportSheet(viewer, sheet, unit.id),
  run: async (work, input, unit) => {
    const [open] = await work.sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
    if (!open) throw rule("household.noOpenYear");
    const { id } = await work.tx.import.create({
      data: {
        sheet: input.sheet,
        accountId: work.viewer.accountId,
        divisionId: unit.id,
        year: open.year,
        fileName: input.fileName,
        storedAs: input.storedAs,
        size: input.size,
        sha256: new Uint8Array(Buffer.from(input.sha256, "hex")),
      },
      select: { id: true },
    });
    await enqueue(work, JOBS.read, { importId: id });
    return { id, divisionId: unit.id };
  },
  // The file's name stays out of the audit: people put names into it.
  fact: (result, input) => ({
    subject: `import:${result.id}`,
    division: result.divisionId,
    sheet: input.sheet,
    sha256: input.sha256,
  }),
});
