/**
 * Marks cells in somebody's own workbook: tinted, with a note at the cell, and one more column that says what to do. Everything else
 * of the file (widths, formats, other sheets, pictures) stays as it is; the rows stream through, so a long sheet needs little memory.
 */
import type { Writable } from "node:stream";
import { columnLetters } from "#lib/base/column-letters.ts";
import { SHEET_LIMITS } from "./limits.ts";
import { NOTES_AUTHOR, notesXml, shapesXml } from "./mark-notes.ts";
import { type Marks, markedSheet } from "./mark-sheet.ts";
import { markedStyles } from "./mark-styles.ts";
import { openWorkbook } from "./workbook.ts";
import { openPart, readPart, readZipDirectory, type ZipDirectory } from "./zip.ts";
import { ZipWriter } from "./zip-writer.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NOTES = "xl/commentsTips.xml";
const SHAPES = "xl/drawings/vmlDrawingTips.vml";
const TIPS_ID = "rIdTips";

export async function markWorkbook(
  file: string,
  output: Writable,
  asked: { sheet?: string; marks: Marks },
): Promise<void> {
  const zip = await readZipDirectory(file, SHEET_LIMITS);
  const workbook = await openWorkbook(zip);
  const sheet =
    workbook.sheets.find(({ name }) => name === asked.sheet) ??
    workbook.sheets.find(({ hidden }) => !hidden) ??
    workbook.sheets[0]!;
  const relations = sheet.part.replace(/([^/]+)$/, "_rels/$1.rels");
  const stylesPart = [...zip.parts.keys()].find((name) => /^xl\/styles\.xml$/i.test(name));
  const styles = stylesPart ? markedStyles(await readPart(zip, stylesPart)) : null;
  const known = zip.parts.has(relations) ? await readPart(zip, relations) : null;
  // Notes of somebody else are left alone: then tint and column must do.
  const notes = known === null || !/\/(comments|vmlDrawing)"/.test(known) || (await areOurs(zip, known));
  const writer = new ZipWriter(output);
  for (const name of zip.parts.keys()) {
    if (name === NOTES || name === SHAPES || name === relations || name === "[Content_Types].xml") continue;
    if (notes && known !== null && isOldNote(name, known)) continue;
    if (name === sheet.part)
      await writer.part(
        name,
        markedSheet(openPart(zip, name), asked.marks, styles?.restyle, notes ? TIPS_ID : null),
      );
    else if (name === stylesPart && styles) await writer.part(name, [styles.xml]);
    else await writer.part(name, openPart(zip, name));
  }
  if (notes) {
    await writer.part(
      NOTES,
      notesXml(asked.marks, (index) => columnLetters(index)),
    );
    await writer.part(SHAPES, shapesXml(asked.marks));
  }
  if (notes || known !== null) await writer.part(relations, [notes ? withTips(known) : known!]);
  await writer.part("[Content_Types].xml", [contentTypes(await readPart(zip, "[Content_Types].xml"), notes)]);
  await writer.end();
}

const targetsOf = (relations: string) =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) =>
    /\/(comments|vmlDrawing)"/.test(tag) ? [/Target="([^"]*)"/.exec(tag)?.[1] ?? ""] : [],
  );
const partOf = (target: string) =>
  target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^(\.\.\/)+/, "")}`;
const isOldNote = (name: string, relations: string) =>
  targetsOf(relations).some((target) => partOf(target) === name);

async function areOurs(zip: ZipDirectory, relations: string): Promise<boolean> {
  for (const part of targetsOf(relations).map(partOf)) {
    if (!/comments/i.test(part) || !zip.parts.has(part)) continue;
    const authors = [...(await readPart(zip, part)).matchAll(/<(?:\w+:)?author>([^<]*)</g)].map(
      (match) => match[1],
    );
    if (authors.some((author) => author !== NOTES_AUTHOR)) return false;
  }
  return true;
}

function withTips(relations: string | null): string {
  const kept = (
    relations ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
  )
    .replace(/<Relationship\b[^>]*\/(comments|vmlDrawing)"[^>]*\/>/g, "")
    .replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
  const ours = `<Relationship Id="${TIPS_ID}" Type="${RELATIONS}/vmlDrawing" Target="/${SHAPES}"/><Relationship Id="${TIPS_ID}Notes" Type="${RELATIONS}/comments" Target="/${NOTES}"/>`;
  return kept.replace("</Relationships>", `${ours}</Relationships>`);
}

function contentTypes(xml: string, notes: boolean): string {
  if (!notes) return xml;
  const open = xml
    .replace(/<Types([^>]*)\/>/, "<Types$1></Types>")
    .replace(/<Override\b[^>]*(comments|vmlDrawing)[^>]*\/>/gi, "");
  const vml = /Extension="vml"/i.test(open)
    ? ""
    : `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
  const override = `<Override PartName="/${NOTES}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  return open.replace(/(<Types[^>]*>)/, `$1${vml}`).replace("</Types>", `${override}</Types>`);
}
