/** Takes in an uploaded form: read at once, kept without its rows of data, and the file itself is gone again. */
import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "#lib/platform/env.ts";
import { readPosted } from "#lib/platform/posted-form.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { FORM_BYTES, readBlanks } from "#lib/platform/sheets/blank.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { takeForm } from "./commands/keep-form.ts";
import { emptyForm, type Proposed, propose } from "./propose.ts";

/** Or why not, with what was typed besides the file. */
export type Received = { id: string } | { refused: string; typed: Record<string, string> };

const TYPED = ["divisionId", "name", "headerRow", "depth"];

export async function receiveForm(session: Session, request: Request): Promise<Received> {
  const { fields, file } = await readPosted(request);
  const typed = Object.fromEntries(TYPED.map((name) => [name, (fields.get(name) ?? "").slice(0, 80)]));
  if (!file || file.name === "") return { refused: "noFile", typed };
  try {
    const said = saidIn(typed);
    const found = await readForm(file.bytes, said);
    if (!found) return { refused: "noHeader", typed };
    const name = (typed.name || found.title || path.parse(file.name).name).trim().slice(0, 60);
    const { id } = await takeForm(session, { divisionId: typed.divisionId, name, form: found.form });
    return { id };
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: error.reason, typed };
    if (!(error instanceof Problem) || error.code === "signed-out") throw error;
    return { refused: reasonOf(error), typed };
  }
}

/** Null where the person leaves it to us. */
function saidIn({ headerRow, depth }: Record<string, string>) {
  const row = Number(headerRow);
  const deep = Number(depth);
  if (!headerRow) return undefined;
  return row >= 1 && row <= 30 ? { headerRow: row, depth: deep >= 1 && deep <= 3 ? deep : 1 } : undefined;
}

/** A unit out of reach and one without the right read alike in a form. */
function reasonOf(error: Problem): string {
  if (error.code === "invalid") return "fields" in error && error.fields?.name ? "badName" : "badUnit";
  return error.code === "rule" ? (error.words.key === "tableForm.many" ? "tooMany" : "tooWide") : "badUnit";
}

async function readForm(
  bytes: AsyncIterable<Uint8Array>,
  said: { headerRow: number; depth: number } | undefined,
) {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size <= FORM_BYTES) pieces.push(piece);
  }
  if (size > FORM_BYTES) throw new SheetRefused("tooLarge", { limit: String(FORM_BYTES / 1_048_576) });
  const folder = path.join(env.DATA_DIR, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  try {
    await writeFile(file, Buffer.concat(pieces), { mode: 0o600 });
    return await bestOf(file, said);
  } finally {
    await rm(file, { force: true });
  }
}

/** A workbook may begin with a cover: the sheet of which most is known wins. */
async function bestOf(file: string, said: { headerRow: number; depth: number } | undefined) {
  let best: { known: number; found: Proposed; sheet: Awaited<ReturnType<typeof readBlanks>>[number] } | null =
    null;
  for (const sheet of await readBlanks(file)) {
    const found = propose({ rows: sheet.rows, merges: sheet.blank.merges, said });
    if (!found || found.columns.length === 0) continue;
    const known = found.columns.filter(({ field }) => field !== null).length;
    if (!best || known > best.known) best = { known, found, sheet };
  }
  if (!best) return null;
  const { found, sheet } = best;
  const width = Math.max(...found.columns.map(({ index }) => index)) + 1;
  return {
    title: found.title,
    form: {
      subject: found.subject,
      columns: found.columns,
      empty: emptyForm(sheet.blank, found.recognized, width),
    },
  };
}
