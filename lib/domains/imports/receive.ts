/** Takes in an uploaded file: stored whole under a random name, then told of; a file nobody is told of is removed again. */
import { Readable } from "node:stream";
import { readPosted } from "#lib/platform/posted-form.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { startImport } from "./commands/start-import.ts";
import { asCsv, PASTED_ROWS, readPasted, withHeader } from "./inside/pasted.ts";
import { dropUpload, keepUpload } from "./inside/uploads.ts";
import { sheetById } from "./sheets/all.ts";

export type Received = { id: string } | { refused: string; sheet: string };

export async function receiveImport(session: Session, request: Request): Promise<Received> {
  const { fields, file } = await readPosted(request);
  const sheet = fields.get("sheet") ?? "";
  if (!file || file.name === "") return { refused: "noFile", sheet };
  return take(session, {
    sheet,
    divisionId: fields.get("divisionId") ?? "",
    fileName: file.name,
    bytes: file.bytes,
  });
}

/** Five hundred rows of the widest sheet are far below; a form larger than this is not a paste. */
const PASTED_BYTES = 4 * 1024 * 1024;

/** A pasted block goes the same way as a file. `name` is what the list of imports calls it. */
export async function receivePasted(session: Session, request: Request, name: string): Promise<Received> {
  if (Number(request.headers.get("content-length") ?? 0) > PASTED_BYTES)
    return { refused: "pasteTooLong", sheet: "" };
  const form = await request.formData();
  const given = (field: string) => String(form.get(field) ?? "");
  const sheet = sheetById(given("sheet"));
  const rows = readPasted(given("pasted"));
  if (!sheet || rows.length === 0) return { refused: "pasteEmpty", sheet: sheet?.id ?? "" };
  if (rows.length > PASTED_ROWS + 10) return { refused: "pasteTooLong", sheet: sheet.id };
  const bytes = Readable.from([Buffer.from(asCsv(withHeader(rows, sheet)))]);
  return take(session, { sheet: sheet.id, divisionId: given("divisionId"), fileName: name, bytes });
}

type Given = { sheet: string; divisionId: string; fileName: string; bytes: AsyncIterable<Uint8Array> };

async function take(session: Session, given: Given): Promise<Received> {
  const { sheet, divisionId, fileName } = given;
  let stored: Awaited<ReturnType<typeof keepUpload>>;
  try {
    stored = await keepUpload(given.bytes);
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: error.reason, sheet };
    throw error;
  }
  try {
    const { id } = await startImport(session, {
      sheet,
      divisionId,
      fileName,
      storedAs: stored.storedAs,
      size: stored.size,
      sha256: stored.sha256.toString("hex"),
    });
    return { id };
  } catch (error) {
    await dropUpload(stored.storedAs);
    // A unit out of reach and one without the right read alike in a form.
    if (error instanceof Problem && error.code !== "signed-out") return { refused: "badUnit", sheet };
    throw error;
  }
}
