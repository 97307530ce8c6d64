/** The good rows are to go in, or all or none; a background job judges them once more and writes them all at once. */
import { command } from "#lib/platform/command.ts";
import { mustBeFresh } from "#lib/platform/fresh-proof.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { type ImportRef, JOBS } from "../import.ts";
import { PublishImport } from "../input.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";
import { sheetById } from "../sheets/all.ts";

export const publishImport = command({
  name: "imports.publish",
  tells: "import.submitted",
  input: PublishImport,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, { mode }, found): Promise<ImportRef> => {
    if (found.status !== "CHECKED") throw rule("import.notDue");
    if (sheetById(found.sheet)?.dear) await mustBeFresh(work);
    const whole = mode === "whole";
    if (whole && found.bad > 0) throw rule("import.notWhole", { count: found.bad });
    await work.tx.import.update({
      where: { id: found.id },
      data: { status: "PUBLISHING", failure: null, whole },
    });
    await enqueue(work, JOBS.publish, { importId: found.id });
    return found;
  },
  fact: importFact,
});
