/** Drops what the unit chose the last time for the columns of this file; the names alone decide again. */
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { type ImportRef, JOBS } from "../import.ts";
import { ImportId } from "../input.ts";
import { forget } from "../inside/column-memory.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";

export const forgetColumns = command({
  name: "imports.forgetColumns",
  tells: "import.columnsForgotten",
  input: ImportId,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, _input, found): Promise<ImportRef> => {
    if (found.status !== "READ" && found.status !== "CHECKED") throw rule("import.notDue");
    await forget(work, found);
    await work.tx.import.update({ where: { id: found.id }, data: { status: "UPLOADED", failure: null } });
    await enqueue(work, JOBS.read, { importId: found.id });
    return found;
  },
  fact: importFact,
});
