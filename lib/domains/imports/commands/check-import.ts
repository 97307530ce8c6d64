/** The columns are settled: all rows are read, compared with the registry and judged, without anything going in yet. */
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { type ImportRef, JOBS } from "../import.ts";
import { MapColumns } from "../input.ts";
import { remember } from "../inside/column-memory.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";
import { sheetById } from "../sheets/all.ts";

export const checkImport = command({
  name: "imports.check",
  tells: "import.checked",
  input: MapColumns,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, { mapping, remember: kept, hidden }, found): Promise<ImportRef> => {
    if (found.status !== "READ" && found.status !== "CHECKED") throw rule("import.notDue");
    const columns = sheetById(found.sheet)?.columns ?? [];
    const known = Object.fromEntries(
      Object.entries(mapping).filter(([key]) => columns.some((column) => column.key === key)),
    );
    const missing = columns.filter((column) => column.required && !Object.hasOwn(known, column.key));
    if (missing.length > 0) {
      throw rule("import.columnsMissing", {
        columns: missing
          .map((column) => column.label[work.viewer.locale === "en" ? "en" : "zh-CN"])
          .join("、"),
      });
    }
    // A filter left on is the most common way to lose half a roster, or to import last year's: nobody guesses for them.
    if (hidden === null && found.hiddenRows > 0)
      throw rule("import.hiddenRows", { count: found.hiddenRows }, "hidden");
    if (kept) await remember(work, found, known);
    await work.tx.import.update({
      where: { id: found.id },
      data: { status: "CHECKING", mapping: known, includeHidden: hidden, counts: {}, failure: null },
    });
    await enqueue(work, JOBS.check, { importId: found.id });
    return found;
  },
  fact: importFact,
});
