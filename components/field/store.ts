/** What a phone keeps: whose it is, the registry of a few days sealed, and the outbox, which nothing but an answer or its owner empties. */
import { KEPT_DAYS, newOpId, OP_KINDS, type OpKind, type Outgoing } from "#lib/domains/sync/op.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type Box, digestOf, lockName, seal, sealText, unseal, unsealText } from "./box.ts";
import { read, readAll, write } from "./database.ts";
import { sealedCopy } from "./sealed-copy.ts";

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
  fact?: { label: string; was: string; mine: string; options: readonly { value: string; label: string }[] };
};
/** What is to be written down, before it lies anywhere. */
export type Draft = {
  id: string;
  kind: OpKind;
  content: Content;
  pictures?: Uint8Array<ArrayBuffer>[];
};

export const kindOf = (item: Item): OpKind => item.kind ?? "VISIT";

/** Plain, so that the phone knows what it holds before anything is unsealed. */
export type About = {
  account: number;
  device: string;
  lastAt: number | null;
  shellAt: number;
  /** The public half of the server's box. */
  sealTo?: string;
  /** Something was delivered since the registry was fetched. */
  stale?: boolean;
  /** Photos wait for Wi-Fi, or for the button. */
  wifiOnly?: boolean;
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
  await tellAbout({ sealTo: first.sealTo });
  // What was written down before the server was known.
  for (const item of await itemsOf(account)) await sealedOf(item);
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
const forget = () => write({ clear: "kept" });

/** All that can be read goes, of everybody; what was not delivered stays as it was sealed to the server, and so does a lock. */
export async function wipe(): Promise<void> {
  const items = await readAll<Item>("outbox");
  for (const item of items) await sealedOf(item);
  const stuck = new Set<number>();
  const changes: Parameters<typeof write> = [{ clear: "kept" }, { clear: "drafts" }];
  for (const item of items) {
    if ((await read("sealed", item.id)) === undefined) {
      stuck.add(item.account);
      continue;
    }
    changes.push({ in: "outbox", key: item.id, value: { ...item, box: null } });
    for (const { id } of item.photos) changes.push({ in: "photos", key: id });
  }
  for (const account of new Set(items.map((one) => one.account)))
    if (!stuck.has(account)) changes.push({ in: "keys", key: account });
  await write(...changes);
}

/** So long nobody heard of this phone that it may be lost. */
export async function wipeWhenOld(): Promise<void> {
  const phone = await about();
  if (phone?.lastAt && Date.now() - phone.lastAt > KEPT_DAYS * 86_400_000) await wipe();
}

/** Nothing of anybody is left, unless something still waits to be delivered. */
export async function leave(): Promise<void> {
  const waiting = await readAll<Item>("outbox");
  if (waiting.some(({ held }) => !held)) return wipe();
  const all = ["kept", "keys", "photos", "drafts", "about", "outbox", "sealed"] as const;
  await write(...all.map((name) => ({ clear: name })));
}

/** The wrong password too often, or forgotten: the lock stays shut until its owner has signed in again. */
export async function spendLock(account: number): Promise<void> {
  await wipe();
  const lock = await read<object>("about", lockName(account));
  await write({ in: "about", key: lockName(account), value: { ...lock, spent: true } });
}

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

/** The copy sealed to the server, made now where it could not be made before; null where it still cannot. */
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
