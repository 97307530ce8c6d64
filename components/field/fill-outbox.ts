/** Puts into the outbox what was written down, and again what was mended: sealed, with its photos, all or none. */
import type { OpKind } from "#lib/domains/sync/op.ts";
import { digestOf, seal, sealText } from "./box.ts";
import { write } from "./database.ts";
import type { Content, Item, StoredPhoto } from "./outbox.ts";
import { randomId } from "./random-id.ts";
import { sealedOf } from "./sealed-item.ts";

/** What is to be written down, before it lies anywhere. */
export type Draft = {
  id: string;
  kind: OpKind;
  content: Content;
  pictures?: Uint8Array<ArrayBuffer>[];
};

const digestOfText = (text: string) => digestOf(new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>);

/** All of them or none. */
export async function newItems(account: number, drafts: readonly Draft[]): Promise<void> {
  const changes: Change[] = [];
  const made: Item[] = [];
  for (const { id, kind, content, pictures = [] } of drafts) {
    const { photos, changes: boxes } = await boxed(account, pictures);
    changes.push(...boxes);
    const item: Item = {
      ...{ id, kind, account, photos },
      op: randomId(),
      sha256: await digestOfText(content.values),
      writtenAt: new Date().toISOString(),
      ...{ taken: false, refused: null, tries: 0, nextAt: 0 },
      box: await sealText(account, JSON.stringify(content)),
    };
    changes.push({ in: "outbox", key: id, value: item });
    made.push(item);
  }
  await write(...changes);
  for (const item of made) await sealedOf(item);
}

/** Mended, it is another sending of the same thing. */
export async function mendItem(
  item: Item,
  content: Content,
  pictures: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<void> {
  const { photos, changes } = await boxed(item.account, pictures);
  const mended: Item = {
    ...item,
    photos: [...item.photos, ...photos],
    op: randomId(),
    sha256: await digestOfText(content.values),
    ...{ refused: null, differs: null, early: null, tries: 0, nextAt: 0 },
    box: await sealText(item.account, JSON.stringify(content)),
  };
  await write({ in: "outbox", key: item.id, value: mended }, { in: "sealed", key: item.id }, ...changes);
  await sealedOf(mended);
}

type Change = Parameters<typeof write>[number];

async function boxed(account: number, pictures: readonly Uint8Array<ArrayBuffer>[]) {
  const photos: StoredPhoto[] = [];
  const changes: Change[] = [];
  for (const bytes of pictures) {
    const photo = { id: randomId(), sha256: await digestOf(bytes), size: bytes.length, done: false };
    photos.push(photo);
    changes.push({ in: "photos", key: photo.id, value: await seal(account, bytes) });
  }
  return { photos, changes };
}
