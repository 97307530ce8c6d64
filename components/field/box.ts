/** What lies on the phone lies sealed: AES-GCM under a key of the account's own that can be used here and read nowhere. */
import { read, write } from "./database.ts";

export type Box = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

const AES = { name: "AES-GCM", length: 256 } as const;
const USES: KeyUsage[] = ["encrypt", "decrypt"];

async function keyOf(account: number): Promise<CryptoKey> {
  const known = await read<CryptoKey>("keys", account);
  if (known) return known;
  if (await read("about", lockName(account))) throw new Error("the phone is locked");
  const made = await crypto.subtle.generateKey(AES, false, USES);
  await write({ in: "keys", key: account, value: made });
  return made;
}

/** Under this name lies, beside what the phone knows of itself, the key as the app lock keeps it. */
export const lockName = (account: number) => `lock-${account}`;

export const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", raw, AES.name, false, USES);

/** The same under another key: for the day on which the lock is put on. */
export async function resealed(account: number, box: Box, key: CryptoKey): Promise<Box> {
  return sealedUnder(key, await unseal(account, box));
}

async function sealedUnder(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: await crypto.subtle.encrypt({ name: AES.name, iv }, key, bytes) };
}

export async function seal(account: number, bytes: Uint8Array<ArrayBuffer>): Promise<Box> {
  return sealedUnder(await keyOf(account), bytes);
}

/** Throws when the key is gone or the box was touched. */
export async function unseal(account: number, { iv, sealed }: Box): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: AES.name, iv }, await keyOf(account), sealed));
}

export const sealText = (account: number, text: string) =>
  seal(account, new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>);
export const unsealText = async (account: number, box: Box) =>
  new TextDecoder().decode(await unseal(account, box));

export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
