/** What a phone keeps: whose it is, the registry of a few days sealed, and the outbox, which nothing but an answer or its owner empties. */
import { KEPT_DAYS, newOpId, OP_KINDS, type OpKind, type Outgoing } from "#lib/domains/sync/op.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type Box, digestOf, seal, sealText, unseal, unsealText } from "./box.ts";
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
  box: Box;
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
  await write(...(["kept", "keys", "photos", "drafts", "about"] as const).map((name) => ({ clear: name })));
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
  write({ in: "outbox", key: id }, ...photos.map((photo) => ({ in: "photos" as const, key: photo.id })));

export const contentOf = async (item: Item): Promise<Content> =>
  JSON.parse(await unsealText(item.account, item.box));
export async function photoBytes(item: Item, { id }: StoredPhoto): Promise<Uint8Array<ArrayBuffer> | null> {
  const box = await read<Box>("photos", id);
  return box ? unseal(item.account, box) : null;
}

const digestOfText = (text: string) => digestOf(new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>);

/** All of them or none. */
export async function newItems(account: number, drafts: readonly Draft[]): Promise<void> {
  const changes: Change[] = [];
  for (const { id, kind, content, pictures = [] } of drafts) {
    const { photos, changes: boxes } = await sealed(account, pictures);
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
  }
  await write(...changes);
}

/** Mended, it is another sending of the same thing. */
export async function mendItem(
  item: Item,
  content: Content,
  pictures: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<void> {
  const { photos, changes } = await sealed(item.account, pictures);
  const mended: Item = {
    ...item,
    photos: [...item.photos, ...photos],
    op: randomId(),
    sha256: await digestOfText(content.values),
    ...{ refused: null, differs: null, early: null, tries: 0, nextAt: 0 },
    box: await sealText(item.account, JSON.stringify(content)),
  };
  await write({ in: "outbox", key: item.id, value: mended }, ...changes);
}

type Change = Parameters<typeof write>[number];

async function sealed(account: number, pictures: readonly Uint8Array<ArrayBuffer>[]) {
  const photos: StoredPhoto[] = [];
  const changes: Change[] = [];
  for (const bytes of pictures) {
    const photo = { id: randomId(), sha256: await digestOf(bytes), size: bytes.length, done: false };
    photos.push(photo);
    changes.push({ in: "photos", key: photo.id, value: await seal(account, bytes) });
  }
  return { photos, changes };
}
