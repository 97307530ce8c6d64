/** A block pasted out of Excel or WPS becomes an import as an uploaded file does; what is too long is refused with its text still there. */
import { Readable } from "node:stream";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { PasteImport } from "../input.ts";
import { asCsv, withHeader } from "../inside/pasted.ts";
import { begin, begunFact, unitWithin } from "../inside/start.ts";
import { dropUpload, keepUpload } from "../inside/uploads.ts";
import { isTooMany, PASTED_ROWS, readPasted } from "../pasted-block.ts";
import { mayImportSheet } from "../policy.ts";
import { sheetById } from "../sheets/all.ts";

export const pasteImport = command({
  name: "imports.paste",
  tells: "import.started",
  input: PasteImport,
  subject: (work, { divisionId }) => unitWithin(work, divisionId),
  may: (viewer, unit, { sheet }) => mayImportSheet(viewer, sheet, unit.id),
  run: async (work, { sheet, fileName, pasted }, unit) => {
    const rows = readPasted(pasted);
    if (rows.length === 0) throw rule("import.pasteEmpty", undefined, "pasted");
    if (isTooMany(rows))
      throw rule("import.pasteTooLong", { rows: rows.length, most: PASTED_ROWS }, "pasted");
    const text = asCsv(withHeader(rows, sheetById(sheet)!));
    const { storedAs, size, sha256 } = await keepUpload(Readable.from([Buffer.from(text)]));
    try {
      return await begin(work, { sheet, fileName, storedAs, size, sha256: sha256.toString("hex") }, unit);
    } catch (error) {
      await dropUpload(storedAs);
      throw error;
    }
  },
  fact: begunFact,
});
