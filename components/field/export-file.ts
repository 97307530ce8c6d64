/** Puts what waits in the outbox into a file, sealed to the server: the way out for a phone that finds no network, or breaks. */
import { sealToServer } from "./seal-to-server.ts";
import { contentOf, type Item, kindOf, photoBytes } from "./store.ts";

export async function exportFile(items: readonly Item[], device: string, sealTo: string): Promise<Blob> {
  const ops = [];
  for (const item of items) {
    const { values } = await contentOf(item);
    const photos = [];
    for (const photo of item.photos.filter(({ done }) => !done)) {
      const bytes = await photoBytes(item, photo);
      if (bytes) photos.push({ id: photo.id, sha256: photo.sha256, bytes: inBase64(bytes) });
    }
    const { op, sha256, writtenAt, id } = item;
    ops.push({ kind: kindOf(item), op, sha256, writtenAt, values, visit: id, photos });
  }
  return sealToServer(sealTo, JSON.stringify({ form: 1, account: items[0]?.account, device, ops }));
}

function inBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Hands the file to the browser's own downloads. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
