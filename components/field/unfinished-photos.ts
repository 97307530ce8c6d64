/** Photos that were chosen and not saved yet: kept beside what was typed, made small and sealed like all else. */
import { type Box, seal, unseal } from "./box.ts";
import { read, write } from "./database.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

/** Beside the row of what was typed, under a name that no row of typed words has. */
export const photosBeside = (key: string) => `${key}#photos`;

type Row = { photos: Box[] };

/** As many as can be read; what cannot is told when the visit is saved. */
export async function keepPhotos(account: number, key: string, files: Iterable<File>): Promise<void> {
  const photos: Box[] = [];
  for (const file of [...files]) {
    const small = await shrinkPhoto(file);
    if (small) photos.push(await seal(account, small));
  }
  await write({ in: "drafts", key: photosBeside(key), ...(photos.length > 0 ? { value: { photos } } : {}) });
}

/** Into the field of the form, as if they had been chosen just now. */
export async function putPhotosBack(account: number, key: string, field: HTMLInputElement): Promise<void> {
  const row = await read<Row>("drafts", photosBeside(key));
  if (!row || field.files?.length) return;
  const chosen = new DataTransfer();
  for (const [at, box] of row.photos.entries())
    chosen.items.add(new File([await unseal(account, box)], `${at + 1}.jpg`, { type: "image/jpeg" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
