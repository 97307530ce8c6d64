/** The second copy of an item of the outbox, sealed to the server, as it lies beside the one that can be read here. */
import { about } from "./about-phone.ts";
import { read, write } from "./database.ts";
import { contentOf, type Item, kindOf, photoBytes } from "./outbox.ts";
import { sealedCopy } from "./sealed-copy.ts";

/** Made now where it could not be made before; null where it still cannot. */
export async function sealedOf(item: Item): Promise<Uint8Array<ArrayBuffer> | null> {
  const known = await read<Uint8Array<ArrayBuffer>>("sealed", item.id);
  if (known) return known;
  const phone = await about();
  const content = await contentOf(item).catch(() => null);
  if (!phone?.sealTo || !content) return null;
  const pictures = [];
  for (const photo of item.photos) {
    const bytes = await photoBytes(item, photo);
    if (bytes) pictures.push({ id: photo.id, sha256: photo.sha256, bytes });
  }
  const sealed = await sealedCopy(
    phone.sealTo,
    phone.device,
    { ...item, kind: kindOf(item) },
    content.values,
    pictures,
  );
  await write({ in: "sealed", key: item.id, value: sealed });
  return sealed;
}
