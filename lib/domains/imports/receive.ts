/** Takes in an uploaded file: stored whole under a random name, then told of; a file nobody is told of is removed again. */
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { startImport } from "./commands/start-import.ts";
import { readPosted } from "./inside/multipart.ts";
import { dropUpload, keepUpload } from "./inside/uploads.ts";

export type Received = { id: string } | { refused: string; sheet: string };

export async function receiveImport(session: Session, request: Request): Promise<Received> {
  const { fields, file } = await readPosted(request);
  const sheet = fields.get("sheet") ?? "";
  if (!file || file.name === "") return { refused: "noFile", sheet };
  let stored: Awaited<ReturnType<typeof keepUpload>>;
  try {
    stored = await keepUpload(file.bytes);
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: error.reason, sheet };
    throw error;
  }
  try {
    const { id } = await startImport(session, {
      sheet,
      divisionId: fields.get("divisionId") ?? "",
      fileName: file.name,
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
