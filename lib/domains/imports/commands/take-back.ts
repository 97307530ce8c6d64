/** A published import is to be undone, with a reason; a background job does it, and keeps what was touched since. */
import { command } from "#lib/platform/command.ts";
import { mustBeFresh } from "#lib/platform/fresh-proof.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { type ImportRef, JOBS, mayBeTakenBack } from "../import.ts";
import { TakeBack } from "../input.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";
import { sheetById } from "../sheets/all.ts";

export const takeBackImport = command({
  name: "imports.takeBack",
  tells: "import.takeBackAsked",
  input: TakeBack,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, { reason }, found): Promise<ImportRef> => {
    if (!mayBeTakenBack(found)) throw rule("import.notToBeTakenBack");
    if (sheetById(found.sheet)?.dear) await mustBeFresh(work);
    await work.tx.import.update({
      where: { id: found.id },
      data: { status: "TAKING_BACK", failure: null, takenBackFor: reason },
    });
    await enqueue(work, JOBS.takeBack, { importId: found.id });
    return found;
  },
  fact: importFact,
});
