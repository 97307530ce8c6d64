/** What a phone keeps: whose it is, the registry of a few days sealed, and the outbox, which nothing but an answer or its owner empties. */
import { KEPT_DAYS, newOpId, type Outgoing } from "#lib/domains/sync/op.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type Box, digestOf, seal, sealText, unseal, unsealText } from "./box.ts";
import { read, readAll, write } from "./database.ts";

export type StoredPhoto = { id: string; sha256: string; size: number; done: boolean };

export type Refusal = { code: string; message: string; fields?: Record<string, string[]> };

export type Item = Omit<Outgoing, "photos" | "refused"> & {
  /** The visit's own number: the same however often it is sent or mended. */
  id: string;
  account: number;
  /** One sending of it. */
  op: string;
  sha256: string;
  writtenAt: string;
  tries: number;
  nextAt: number;
  refused: Refusal | null;
  photos: StoredPhoto[];
  box: Box;
};

export type Content = { values: string; householdId: string; head: string };

/** Plain, so that the phone knows what it holds before anything is unsealed. */
export type About = {
  account: number;
  device: string;
  lastAt: number | null;
  shellAt: number;
  /** Something was delivered since the registry was fetched. */
  stale?: boolean;
};

type KeptRow = { account: number; at: number; bytes: number; households: number; box: Box };

export const randomId = () => newOpId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
export const deviceAllows = () =>
  typeof indexedDB !== "undefined" && typeof crypto !== "undefined" && crypto.subtle !== undefined;

export const about = () => read<About>("about", "phone");
export const tellAbout = async (change: Partial<About>) => {
  const now = await about();
  if (now) await write({ in: "about", key: "phone", value: { ...now, ...change } });
};

/** The registry of others goes when somebody else signs in; what they wrote down stays for them. */
export async function takeOver(account: number): Promise<About> {
  const before = await about();
  if (before?.account === account) return before;
  const mine = { account, device: before?.device ?? randomId(), lastAt: null, shellAt: before?.shellAt ?? 0 };
  await write({ clear: "kept" }, { in: "about", key: "phone", value: mine });
  return mine;
}

export async function keep(first: FirstSync, bytes: number): Promise<void> {
  const { account, households } = first;
  const box = await sealText(account, JSON.stringify(first));
  const row: KeptRow = { account, at: Date.now(), bytes, households: households.length, box };
  await write({ in: "kept", key: account, value: row });
}

export type Kept = { at: number; bytes: number; households: number };

export async function keptOf(account: number): Promise<KeptRow | null> {
  const row = await read<KeptRow>("kept", account);
  if (!row) return null;
  if (Date.now() - row.at <= KEPT_DAYS * 86_400_000) return row;
  await forget();
  return null;
}

export async function registryOf(account: number): Promise<FirstSync | null> {
  const row = await keptOf(account);
  return row ? (JSON.parse(await unsealText(account, row.box)) as FirstSync) : null;
}

/** The registry goes; what was written down and not delivered stays. */
export const forget = () => write({ clear: "kept" });

/** Nothing of anybody is left, unless something still waits to be delivered. */
export async function leave(): Promise<void> {
  const waiting = await readAll<Item>("outbox");
  if (waiting.length > 0) return forget();
  await write(...(["kept", "keys", "photos", "about"] as const).map((name) => ({ clear: name })));
}

export const itemsOf = async (account: number) =>
  (await readAll<Item>("outbox"))
    .filter((one) => one.account === account)
    .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));

export const itemOf = (id: string) => read<Item>("outbox", id);
export const putItem = (item: Item) => write({ in: "outbox", key: item.id, value: item });
export const dropItem = ({ id, photos }: Item) =>
  write({ in: "outbox", key: id }, ...photos.map((photo) => ({ in: "photos" as const, key: photo.id })));

export const contentOf = async (item: Item): Promise<Content> =>
  JSON.parse(await unsealText(item.account, item.box));
export async function photoBytes(item: Item, { id }: StoredPhoto): Promise<Uint8Array<ArrayBuffer> | null> {
  const box = await read<Box>("photos", id);
  return box ? unseal(item.account, box) : null;
}

const digestOfText = (text: string) => digestOf(new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>);

export async function newItem(
  account: number,
  id: string,
  content: Content,
  pictures: Uint8Array<ArrayBuffer>[] = [],
): Promise<Item> {
  const photos: StoredPhoto[] = [];
  const boxes: Box[] = [];
  for (const bytes of pictures) {
    photos.push({ id: randomId(), sha256: await digestOf(bytes), size: bytes.length, done: false });
    boxes.push(await seal(account, bytes));
  }
  const item: Item = {
    ...{ id, account, photos },
    op: randomId(),
    sha256: await digestOfText(content.values),
    writtenAt: new Date().toISOString(),
    ...{ taken: false, refused: null, tries: 0, nextAt: 0 },
    box: await sealText(account, JSON.stringify(content)),
  };
  await write(
    { in: "outbox", key: id, value: item },
    ...photos.map((photo, at) => ({ in: "photos" as const, key: photo.id, value: boxes[at] })),
  );
  return item;
}

/** Mended, it is another sending of the same visit. */
export async function mendItem(item: Item, content: Content): Promise<void> {
  await putItem({
    ...item,
    op: randomId(),
    sha256: await digestOfText(content.values),
    ...{ refused: null, tries: 0, nextAt: 0 },
    box: await sealText(item.account, JSON.stringify(content)),
  });
}
