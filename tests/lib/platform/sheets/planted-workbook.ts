// Builds workbooks for tests part by part, so that a test can plant exactly the fault it speaks of.
import { createWriteStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ZipWriter } from "#lib/platform/sheets/zip-writer.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sheets-"));
let count = 0;

export const newFile = (extension = "xlsx") => path.join(folder, `${++count}.${extension}`);

export function fileOf(bytes: Buffer | string, extension = "csv"): string {
  const file = newFile(extension);
  writeFileSync(file, bytes);
  return file;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one sheet whose rows are given as XML. */
export function partsOf(
  rows: string,
  more: { styles?: string; strings?: string; after?: string; workbook?: string } = {},
) {
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${more.workbook ?? ""}<sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more.after ?? ""}</worksheet>`,
    ...(more.styles ? { "xl/styles.xml": more.styles } : {}),
    ...(more.strings ? { "xl/sharedStrings.xml": more.strings } : {}),
  };
}

export async function workbookOf(parts: Record<string, string>): Promise<string> {
  const file = newFile();
  const zip = new ZipWriter(createWriteStream(file));
  for (const [name, text] of Object.entries(parts)) await zip.part(name, [text]);
  await zip.end();
  return file;
}
