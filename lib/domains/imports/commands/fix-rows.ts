/** One correction for all rows: wherever this stands in the column, that is meant; the file is judged anew without another upload. */
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fix, type ImportRef, JOBS } from "../import.ts";
import { DropFix, FixRows } from "../input.ts";
import { importFact, type OwnImport, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";

const MOST_FIXES = 200;

export const fixRows = command({
  name: "imports.fix",
  tells: "import.rowsFixed",
  input: FixRows,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, { column, from, to }, found): Promise<ImportRef> => {
    if (!found.mapped.includes(column)) throw rule("import.notDue");
    const others = found.fixes.filter((fix) => fix.column !== column || fix.from !== from);
    if (others.length >= MOST_FIXES) throw rule("import.tooManyFixes", { most: MOST_FIXES });
    return judgeAnew(work, found, [...others, { column, from, to }]);
  },
  fact: importFact,
});

export const dropFix = command({
  name: "imports.dropFix",
  tells: "import.fixDropped",
  input: DropFix,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: (work, { column, from }, found): Promise<ImportRef> =>
    judgeAnew(
      work,
      found,
      found.fixes.filter((fix) => fix.column !== column || fix.from !== from),
    ),
  fact: importFact,
});

async function judgeAnew(work: Work, found: OwnImport, fixes: Fix[]): Promise<ImportRef> {
  if (found.status !== "CHECKED") throw rule("import.notDue");
  await work.tx.import.update({
    where: { id: found.id },
    data: { status: "CHECKING", fixes, failure: null },
  });
  await enqueue(work, JOBS.check, { importId: found.id });
  return found;
}
