/** An uploaded file becomes an import of a unit, for the year that is being kept. */
import { command } from "#lib/platform/command.ts";
import { StartImport } from "../input.ts";
import { begin, begunFact, unitWithin } from "../inside/start.ts";
import { mayImportSheet } from "../policy.ts";

export const startImport = command({
  name: "imports.start",
  tells: "import.started",
  input: StartImport,
  subject: (work, { divisionId }) => unitWithin(work, divisionId),
  may: (viewer, unit, { sheet }) => mayImportSheet(viewer, sheet, unit.id),
  run: begin,
  fact: begunFact,
});
