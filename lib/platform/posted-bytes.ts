/** The bytes that were posted, never more than one upload may have: refused while they come, not after. */
import { rule } from "./problem.ts";

export const MOST_POSTED = 20 * 1_048_576;

export async function postedBytes(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > MOST_POSTED) throw rule("files.tooLarge");
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces);
}
