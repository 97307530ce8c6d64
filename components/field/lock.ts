/**
 * The app lock: the phone's key is kept only wrapped under a password of digits, and lies open only from the moment somebody types it
 * until the phone was left alone for five minutes or is opened anew.
 */
import { type Box, importKey, lockName, resealed } from "./box.ts";
import { read, readAll, write } from "./database.ts";
import type { Item } from "./outbox.ts";

export type Lock = {
  account: number;
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  /** Wrong ones in a row. */
  tries: number;
  nextAt: number;
  /** No password opens it any more: only its owner, by signing in. */
  spent?: boolean;
};

const SHORTEST_PIN = 6;
const AWAY_MS = 5 * 60_000;
const FREE_TRIES = 4;
const MOST_TRIES = 10;
const ROUNDS = 310_000;
/** In the tab: it was opened here. Over all tabs: when somebody last looked. And the name of what every open window holds. */
const OPEN = "field-open";
const SEEN = "field-seen";

export const lockOf = (account: number) => read<Lock>("about", lockName(account));
export const isShut = async (account: number) =>
  (await lockOf(account)) !== undefined && (await read("keys", account)) === undefined;

export const seen = () => localStorage.setItem(SEEN, String(Date.now()));
const wasAway = () => Date.now() - Number(localStorage.getItem(SEEN) ?? 0) > AWAY_MS;

let letGo: (() => void) | null = null;

function stayOpen(): void {
  seen();
  sessionStorage.setItem(OPEN, "yes");
  if (letGo || !navigator.locks) return;
  void navigator.locks.request(OPEN, { mode: "shared" }, () => new Promise<void>((go) => (letGo = go)));
}

async function openElsewhere(): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {};
  return held?.some(({ name }) => name === OPEN) ?? false;
}

/** When a page begins: shut where the phone was left alone, or nothing of it stood open any more. */
export async function shutWhenCold(account: number): Promise<void> {
  if (!(await lockOf(account)) || (await isShut(account))) return;
  if (wasAway() || !(sessionStorage.getItem(OPEN) || (await openElsewhere()))) await shut(account);
  else stayOpen();
}

/** True when it was shut just now. */
export async function shutWhenLeft(account: number): Promise<boolean> {
  if (!wasAway() || !(await lockOf(account)) || (await isShut(account))) return false;
  await shut(account);
  return true;
}

export async function shut(account: number): Promise<void> {
  sessionStorage.removeItem(OPEN);
  letGo?.();
  letGo = null;
  await write({ in: "keys", key: account });
}

/** What is wrong with a password of digits; null = nothing. */
export function weakness(pin: string): "short" | "easy" | null {
  if (!/^\d+$/.test(pin) || pin.length < SHORTEST_PIN) return "short";
  const step = Number(pin[1]) - Number(pin[0]);
  const straight = [...pin].every((digit, at) => at === 0 || Number(digit) - Number(pin[at - 1]) === step);
  return straight && Math.abs(step) <= 1 ? "easy" : null;
}

async function wrapping(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function wrapped(account: number, pin: string, raw: Uint8Array<ArrayBuffer>): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await wrapping(pin, salt, ROUNDS);
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, raw);
  return { account, salt, rounds: ROUNDS, iv, wrapped: bytes, tries: 0, nextAt: 0 };
}

type Boxed = { account: number; box: Box | null };

/** Puts the lock on: a new key for all that lies here, since the old one can be used but not wrapped. */
export async function putOn(account: number, pin: string): Promise<void> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await importKey(raw);
  const lock = await wrapped(account, pin, raw);
  const changes: Parameters<typeof write> = [
    { in: "about", key: lockName(account), value: lock },
    { in: "keys", key: account, value: key },
  ];
  const again = async <T extends Boxed>(row: T) =>
    row.box ? { ...row, box: await resealed(account, row.box, key) } : row;
  const kept = await read<Boxed>("kept", account);
  if (kept) changes.push({ in: "kept", key: account, value: await again(kept) });
  for (const item of (await readAll<Item>("outbox")).filter((one) => one.account === account)) {
    changes.push({ in: "outbox", key: item.id, value: await again(item) });
    for (const { id } of item.photos) {
      const box = await read<Box>("photos", id);
      if (box) changes.push({ in: "photos", key: id, value: await resealed(account, box, key) });
    }
  }
  for (const draft of (await readAll<Boxed & { key: string }>("drafts")).filter(
    (one) => one.account === account,
  ))
    changes.push({ in: "drafts", key: draft.key, value: await again(draft) });
  await write(...changes);
  stayOpen();
}

export type Opened =
  | { state: "open" }
  | { state: "wrong"; left: number; nextAt: number }
  | { state: "spent" };

/** Counted before it is tried, so that closing the page is no way around; after ten in a row nothing is left to try. */
export async function tryPin(
  account: number,
  pin: string,
  then: "open" | "take off" = "open",
): Promise<Opened> {
  const lock = await lockOf(account);
  if (!lock) return { state: "open" };
  if (lock.spent) return { state: "spent" };
  const wait = { state: "wrong" as const, left: MOST_TRIES - lock.tries, nextAt: lock.nextAt };
  if (Date.now() < lock.nextAt) return wait;
  const tries = lock.tries + 1;
  const nextAt = tries > FREE_TRIES ? Date.now() + 30_000 * 2 ** (tries - FREE_TRIES - 1) : 0;
  await write({ in: "about", key: lockName(account), value: { ...lock, tries, nextAt } });
  const raw = await unwrapped(lock, pin);
  if (!raw) return tries >= MOST_TRIES ? { state: "spent" } : { ...wait, left: MOST_TRIES - tries, nextAt };
  await write(
    { in: "keys", key: account, value: await importKey(raw) },
    {
      in: "about",
      key: lockName(account),
      value: then === "open" ? { ...lock, tries: 0, nextAt: 0 } : undefined,
    },
  );
  stayOpen();
  return { state: "open" };
}

async function unwrapped(lock: Lock, pin: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await wrapping(pin, lock.salt, lock.rounds);
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: lock.iv }, key, lock.wrapped).then(
    (raw) => new Uint8Array(raw),
    () => null,
  );
}

/** Its owner goes on to sign in: the next key is another one. */
export const takeOffSpent = (account: number) => write({ in: "about", key: lockName(account) });
