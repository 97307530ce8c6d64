/** Reads the head of the file once more, from another sheet or another row. */
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { type ImportRef, JOBS } from "../import.ts";
import { ChooseHeader } from "../input.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";

export const chooseHeader = command({
  name: "imports.chooseHeader",
  tells: "import.headerChosen",
  input: ChooseHeader,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, input, found): Promise<ImportRef> => {
    if (found.status !== "READ" && found.status !== "CHECKED") throw rule("import.notDue");
    await work.tx.import.update({
      where: { id: found.id },
      data: { status: "UPLOADED", sheetName: input.sheetName, headerRow: input.headerRow, failure: null },
    });
    await enqueue(work, JOBS.read, { importId: found.id });
    return found;
  },
  fact: importFact,
});
