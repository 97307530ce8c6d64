// Writes a form back as the office made it (blank.ts), with rows between its header and its foot: same widths, styles and merged cells.
import type { Writable } from "node:stream";
import { columnLetters } from "#lib/base/column-letters.ts";
import type { Blank, BlankRow } from "./blank.ts";
import { type CellKind, formStyles, PLAIN_LOOKS } from "./blank-styles.ts";
import type { MergedRange } from "./cell.ts";
import {
  daySerial,
  escapeXml,
  MAIN,
  PACKAGE,
  RELATIONS,
  ROOT,
  sheetTitle,
  type WrittenValue,
  watermarkXml,
  XML,
} from "./write.ts";
import { ZipWriter } from "./zip-writer.ts";

export type FilledColumn = { kind: CellKind; style: number };
/** A cell of the head or the foot: the form's own, or what was put into it. */
export type FormRow = {
  height: number | null;
  cells: { column: number; style: number; value: WrittenValue }[];
};
export type FormPart = { rows: readonly FormRow[]; merges: readonly MergedRange[] };

export type FilledForm = {
  name: string;
  look: Pick<Blank, "styles" | "theme" | "widths" | "landscape" | "paper">;
  /** Rows from 1 on, without a gap, with their merged cells; the header is the last of them. */
  head: FormPart;
  columns: readonly FilledColumn[];
  dataHeight: number | null;
  rows: AsyncIterable<WrittenValue[]> | Iterable<WrittenValue[]>;
  /** Asked for when the last row is written, so that it may hold sums; rows and merged cells from 1 on. */
  foot: () => FormPart;
  watermark: string;
  about: { name: string; rows: () => Iterable<WrittenValue[]> };
};

export async function writeForm(output: Writable, form: FilledForm): Promise<void> {
  const zip = new ZipWriter(output);
  const styles = formStyles(form.look.styles, form.columns);
  const theme = form.look.styles ? form.look.theme : null;
  await zip.part("xl/worksheets/sheet1.xml", formXml(form, styles.at));
  await zip.part("xl/worksheets/sheet2.xml", aboutXml(form));
  await zip.part("xl/styles.xml", [styles.xml]);
  if (theme) await zip.part("xl/theme/theme1.xml", [theme]);
  await zip.part("xl/workbook.xml", [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${[
      form.name,
      form.about.name,
    ]
      .map(
        (name, at) =>
          `<sheet name="${escapeXml(sheetTitle(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
  ]);
  const parts = ["worksheet", "worksheet", "styles", ...(theme ? ["theme"] : [])];
  const targets = [
    "worksheets/sheet1.xml",
    "worksheets/sheet2.xml",
    "styles.xml",
    ...(theme ? ["theme/theme1.xml"] : []),
  ];
  await zip.part("xl/_rels/workbook.xml.rels", [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${parts
      .map(
        (kind, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${targets[at]}"/>`,
      )
      .join("")}</Relationships>`,
  ]);
  await zip.part("_rels/.rels", [ROOT]);
  const type = "application/vnd.openxmlformats-officedocument";
  const kinds: Record<string, string> = {
    worksheet: `${type}.spreadsheetml.worksheet+xml`,
    styles: `${type}.spreadsheetml.styles+xml`,
    theme: `${type}.theme+xml`,
  };
  await zip.part("[Content_Types].xml", [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.spreadsheetml.sheet.main+xml"/>${parts
      .map((kind, at) => `<Override PartName="/xl/${targets[at]}" ContentType="${kinds[kind]}"/>`)
      .join("")}</Types>`,
  ]);
  await zip.end();
}

type StyleAt = (style: number, kind: CellKind | null) => number;

async function* formXml(form: FilledForm, at: StyleAt): AsyncGenerator<string> {
  const { head, columns, look } = form;
  const top = head.rows.length;
  const pane =
    top > 0 ? `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  if (look.widths.length > 0)
    yield `<cols>${look.widths.map(({ from, to, width }) => `<col min="${from}" max="${to}" width="${width}" customWidth="1"/>`).join("")}</cols>`;
  yield "<sheetData>";
  let rowNo = 0;
  for (const row of head.rows) yield partRow(++rowNo, row, at);
  const height = form.dataHeight ? ` ht="${form.dataHeight}" customHeight="1"` : "";
  const looks = columns.map(({ style, kind }) => at(style, kind));
  for await (const values of form.rows) {
    rowNo++;
    const cells = values.map((value, column) =>
      cellXml(`${columnLetters(column)}${rowNo}`, value, looks[column] ?? 0, columns[column]?.kind ?? "text"),
    );
    yield `<row r="${rowNo}"${height}>${cells.join("")}</row>`;
  }
  const foot = form.foot();
  const below = rowNo;
  for (const row of foot.rows) yield partRow(++rowNo, row, at);
  const merges = [
    ...head.merges,
    ...foot.merges.map((one) => ({ ...one, fromRow: one.fromRow + below, toRow: one.toRow + below })),
  ];
  yield "</sheetData>";
  if (merges.length > 0)
    yield `<mergeCells count="${merges.length}">${merges.map((one) => `<mergeCell ref="${columnLetters(one.fromColumn)}${one.fromRow}:${columnLetters(one.toColumn)}${one.toRow}"/>`).join("")}</mergeCells>`;
  yield `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="${look.paper}" orientation="${look.landscape ? "landscape" : "portrait"}" fitToHeight="0"/>${watermarkXml(form.watermark)}</worksheet>`;
}

function partRow(rowNo: number, row: FormRow, at: StyleAt): string {
  const height = row.height ? ` ht="${row.height}" customHeight="1"` : "";
  const cells = row.cells.map(({ column, style, value }) =>
    cellXml(`${columnLetters(column)}${rowNo}`, value, at(style, null), "number"),
  );
  return `<row r="${rowNo}"${height}>${cells.join("")}</row>`;
}

function* aboutXml({ about, watermark }: FilledForm): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="70" customWidth="1"/></cols><sheetData>`;
  let rowNo = 0;
  for (const values of about.rows()) {
    rowNo++;
    yield `<row r="${rowNo}">${values.map((value, column) => cellXml(`${columnLetters(column)}${rowNo}`, value, 0, "number")).join("")}</row>`;
  }
  yield `</sheetData>${watermarkXml(watermark)}</worksheet>`;
}

/** Texts stay texts: an ID number keeps its digits, and what begins with "=" stays what it says. */
function cellXml(reference: string, value: WrittenValue, style: number, kind: CellKind): string {
  if (value === null || value === "") return `<c r="${reference}" s="${style}"/>`;
  if (typeof value === "number")
    return Number.isFinite(value)
      ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
      : `<c r="${reference}" s="${style}"/>`;
  const day = kind === "date" ? daySerial(value) : null;
  if (day !== null) return `<c r="${reference}" s="${style}"><v>${day}</v></c>`;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, 32_767))}</t></is></c>`;
}

/** The rows of a form without looks of its own get ours. */
export const partOfRows = (rows: readonly BlankRow[], plain: "title" | "header" | null): FormRow[] =>
  rows.map(({ height, cells }) => ({
    height,
    cells: cells.map(({ column, style, text }) => ({
      column,
      style: plain ? PLAIN_LOOKS[plain] : style,
      value: text,
    })),
  }));
