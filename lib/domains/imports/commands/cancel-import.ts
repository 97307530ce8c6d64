/** Stops an import: a job under way ends at its next step and leaves nothing behind, an idle one is laid aside with its rows. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { ImportRef } from "../import.ts";
import { ImportId } from "../input.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";

export const cancelImport = command({
  name: "imports.cancel",
  tells: "import.cancelled",
  input: ImportId,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, _input, found): Promise<ImportRef> => {
    if (["DONE", "TAKEN_BACK", "CANCELLED"].includes(found.status)) throw rule("import.notDue");
    const alive = await work.sql<{ id: string }>`
      update job set cancel_asked = true where account_id = ${work.viewer.accountId} and payload->>'importId' = ${found.id}
        and status in ('QUEUED', 'RUNNING') returning id`;
    // Rows that are going in are stopped by the job itself; one that died has left them to be submitted again.
    if (found.status === "PUBLISHING" || found.status === "TAKING_BACK") {
      const status = found.status === "PUBLISHING" ? "CHECKED" : "DONE";
      if (alive.length === 0) await work.tx.import.update({ where: { id: found.id }, data: { status } });
      return found;
    }
    await work.tx.import.update({
      where: { id: found.id },
      data: { status: "CANCELLED", finishedAt: new Date() },
    });
    await work.tx.importRow.deleteMany({ where: { importId: found.id } });
    return found;
  },
  fact: importFact,
});
