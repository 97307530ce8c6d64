/** Takes in an uploaded file: stored whole under a random name, then told of; a file nobody is told of is removed again. */
import { readPosted } from "#lib/platform/posted-form.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { startImport } from "./commands/start-import.ts";
import { dropUpload, keepUpload } from "./inside/uploads.ts";

/** Or why not, with what was chosen besides the file. */
export type Received = { id: string } | { refused: string; sheet: string; divisionId: string };

export async function receiveImport(session: Session, request: Request): Promise<Received> {
  const { fields, file } = await readPosted(request);
  const chosen = { sheet: fields.get("sheet") ?? "", divisionId: fields.get("divisionId") ?? "" };
  if (!file || file.name === "") return { refused: "noFile", ...chosen };
  return take(session, { ...chosen, fileName: file.name, bytes: file.bytes });
}

type Given = { sheet: string; divisionId: string; fileName: string; bytes: AsyncIterable<Uint8Array> };

async function take(session: Session, given: Given): Promise<Received> {
  const { sheet, divisionId, fileName } = given;
  let stored: Awaited<ReturnType<typeof keepUpload>>;
  try {
    stored = await keepUpload(given.bytes);
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: error.reason, sheet, divisionId };
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
    if (error instanceof Problem && error.code !== "signed-out")
      return { refused: "badUnit", sheet, divisionId };
    throw error;
  }
}
