/** Takes in an uploaded map: never more than fits, read at once and kept as a drawing; the file itself is not kept. */
import { readPosted } from "#lib/platform/posted-form.ts";
import { Problem, type ProblemWords } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { MAP_BYTES } from "./boundary-map.ts";
import { keepMap } from "./commands/keep-map.ts";
import { readGeoJson } from "./read-geojson.ts";

/** Or why not, beside which field, with what was typed. */
export type Received =
  | { id: string }
  | { field: "file" | "approvalNo"; words: ProblemWords; approvalNo: string };

export async function receiveMap(session: Session, request: Request): Promise<Received> {
  const { fields, file } = await readPosted(request);
  const approvalNo = (fields.get("approvalNo") ?? "").slice(0, 60);
  const refused = (key: string) => ({ field: "file" as const, words: { key: `map.${key}` }, approvalNo });
  if (!file || file.name === "") return refused("noFile");
  const bytes = await wholeOf(file.bytes);
  if (!bytes) return refused("tooLarge");
  const read = readGeoJson(bytes);
  if ("refused" in read) return refused(read.refused);
  try {
    const { id } = await keepMap(session, {
      ...{ approvalNo, fileName: file.name, fileBytes: bytes.length, areas: read.areas },
    });
    return { id };
  } catch (error) {
    if (!(error instanceof Problem) || !error.fields) throw error;
    const [field, words] = Object.entries(error.fields)[0] ?? [];
    if (!words?.[0]) throw error;
    return { field: field === "approvalNo" ? "approvalNo" : "file", words: words[0], approvalNo };
  }
}

/** Null where there is more than fits; the rest is still read, so that the answer arrives. */
async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size <= MAP_BYTES) kept.push(piece);
  }
  return size <= MAP_BYTES ? Buffer.concat(kept) : null;
}
