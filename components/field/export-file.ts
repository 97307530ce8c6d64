/** Puts what waits in the outbox into a file, sealed to the server: the way out for a phone that finds no network, or breaks. */
import { FILE_MARK } from "#lib/domains/sync/op.ts";
import type { Item } from "./outbox.ts";
import { sealedOf } from "./sealed-item.ts";

/** A mark, then each sealed copy behind its own length. Null where one of them cannot be sealed yet. */
export async function exportFile(items: readonly Item[]): Promise<Blob | null> {
  const pieces: BlobPart[] = [FILE_MARK];
  for (const item of items) {
    const sealed = await sealedOf(item);
    if (!sealed) return null;
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, sealed.length);
    pieces.push(length.buffer, sealed);
  }
  return new Blob(pieces);
}

/** Hands the file to the browser's own downloads. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
