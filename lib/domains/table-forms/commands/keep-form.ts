/** tableForms.take, tableForms.paste: an empty form as a file that was read, or its headings alone, becomes a form of the unit. */
import { readPasted } from "#lib/domains/imports/pasted-block.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { plainBlank } from "#lib/platform/sheets/blank.ts";
import type { Row } from "#lib/platform/sheets/cell.ts";
import { PasteForm, TakeForm } from "../input.ts";
import { type KeptAs, keep, unitWithin } from "../inside/keep.ts";
import { mayKeep } from "../policy.ts";
import { emptyForm, propose } from "../propose.ts";
import { MOST_COLUMNS } from "../table-form.ts";

export const takeForm = command({
  name: "tableForms.take",
  tells: "tableForm.made",
  input: TakeForm,
  subject: (work, { divisionId }) => unitWithin(work, divisionId),
  may: (viewer, unit) => mayKeep(viewer, unit.id),
  run: (work, { name, form }, unit) => keep(work, unit, { name, ...form }),
  fact: ({ id }: KeptAs, { form }, unit) => ({
    ...{ subject: `tableForm:${id}`, division: unit.id, about: form.subject, columns: form.columns.length },
  }),
});

export const pasteForm = command({
  name: "tableForms.paste",
  tells: "tableForm.made",
  input: PasteForm,
  subject: (work, { divisionId }) => unitWithin(work, divisionId),
  may: (viewer, unit) => mayKeep(viewer, unit.id),
  run: async (work, { name, pasted }, unit) => keep(work, unit, { name, ...formOf(name, pasted) }),
  fact: ({ id }: KeptAs, _input, unit) => ({ subject: `tableForm:${id}`, division: unit.id }),
});

/** Headings parted by tabs as they come out of a spreadsheet, or typed with commas between them or one below the other. */
function formOf(name: string, pasted: string) {
  const table = readPasted(pasted);
  const lines = table.map((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ""));
  const typed = lines.every((cells) => cells.length <= 1);
  const grid = typed ? [lines.flatMap(([line = ""]) => line.split(/[,，、;；\s]+/)).filter(Boolean)] : table;
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  if (width === 0) throw invalid({ pasted: [{ key: "tableForm.pasteEmpty" }] });
  if (width > MOST_COLUMNS)
    throw invalid({ pasted: [{ key: "tableForm.tooWide", values: { most: MOST_COLUMNS } }] });
  // The name is the title that stands above the header.
  const rows = [[name], ...grid].map(
    (cells, at): Row => ({
      ...{ rowNo: at + 1, hidden: false },
      cells: cells.map((text) =>
        text.trim() === "" ? { kind: "empty" } : { kind: "text", text: text.trim() },
      ),
    }),
  );
  const depth = Math.min(3, grid.length);
  const found = propose({ rows, merges: [], said: { headerRow: 2, depth } });
  if (!found || found.columns.length === 0) throw invalid({ pasted: [{ key: "tableForm.pasteEmpty" }] });
  return {
    ...{ subject: found.subject, columns: found.columns },
    empty: emptyForm(plainBlank(rows.slice(0, depth + 1)), found.recognized, width),
  };
}
