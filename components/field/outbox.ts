/** The outbox: what was written down here and not yet delivered, which nothing but an answer or its owner empties. */
import { OP_KINDS, type OpKind, type Outgoing } from "#lib/domains/sync/op.ts";
import { type Box, unseal, unsealText } from "./box.ts";
import { read, readAll, write } from "./database.ts";

export type StoredPhoto = { id: string; sha256: string; size: number; done: boolean };

export type Refusal = { code: string; message: string; fields?: Record<string, string[]> };

export type Item = Omit<Outgoing, "photos" | "refused"> & {
  /** The visit's own number, or that of the changed fact: the same however often it is sent or mended. */
  id: string;
  /** Without a kind it is a visit: an older program wrote it down. */
  kind?: OpKind;
  account: number;
  /** One sending of it. */
  op: string;
  sha256: string;
  writtenAt: string;
  tries: number;
  nextAt: number;
  refused: Refusal | null;
  photos: StoredPhoto[];
  /** What is readable here; null once that had to go: then the copy sealed to the server is all there is. */
  box: Box | null;
  /** The sealed copy lies at the server, where somebody looks at it before it counts. */
  held?: boolean;
};

export type Content = {
  values: string;
  householdId: string;
  head: string;
  /** Of a need, what for; of a changed fact, its name, what stood there, what it is now, and what else it may be. */
  need?: { label: string };
  /** Of what was received at a desk: what was asked for; of papers that came in later, for which case, and which. */
  service?: { item: string; case?: string; papers?: readonly string[] };
  /** Of a list of a training: which, and who was there. */
  training?: { id: string; title: string; people: readonly string[] };
  /** Of words added to a visit: the words. Of a family's word on a result: what was asked for, and how the word is called. */
  addition?: { words: string };
  verdict?: { category: string; label: string; options?: readonly { value: string; label: string }[] };
  fact?: { label: string; was: string; mine: string; options: readonly { value: string; label: string }[] };
};

export const kindOf = (item: Item): OpKind => item.kind ?? "VISIT";

export const itemsOf = async (account: number) =>
  (await readAll<Item>("outbox"))
    .filter((one) => one.account === account)
    .sort(
      (a, b) =>
        OP_KINDS.indexOf(kindOf(a)) - OP_KINDS.indexOf(kindOf(b)) || a.writtenAt.localeCompare(b.writtenAt),
    );

export const itemOf = (id: string) => read<Item>("outbox", id);
export const putItem = (item: Item) => write({ in: "outbox", key: item.id, value: item });
export const dropItem = ({ id, photos }: Item) =>
  write(
    { in: "outbox", key: id },
    { in: "sealed", key: id },
    ...photos.map((photo) => ({ in: "photos" as const, key: photo.id })),
  );

export async function contentOf({ account, box }: Item): Promise<Content> {
  if (!box) throw new Error("only the sealed copy is left");
  return JSON.parse(await unsealText(account, box));
}
export async function photoBytes(item: Item, { id }: StoredPhoto): Promise<Uint8Array<ArrayBuffer> | null> {
  const box = await read<Box>("photos", id);
  return box ? unseal(item.account, box) : null;
}
