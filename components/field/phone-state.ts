/** What the phone holds and does just now, told to whoever shows it, in this window and in others. */
import { about } from "./about-phone.ts";
import { isShut } from "./lock.ts";
import { type Item, itemsOf } from "./outbox.ts";
import { type Kept, keptOf } from "./registry.ts";
import type { Stop } from "./send.ts";

export type Now = {
  ready: boolean;
  account: number | null;
  /** Somebody has to type the password of this phone first. */
  locked: boolean;
  items: readonly Item[];
  /** Which item is on its way. */
  sending: string | null;
  stop: Stop | null;
  kept: Kept | null;
  /** Bytes of the registry that have come so far; null = it is not being fetched. */
  fetching: number | null;
  lastAt: number | null;
  /** How many texts the server has taken in since this page stands here. */
  delivered: number;
  /** Server's clock minus ours. */
  clockOff: number | null;
};

const NOTHING: Now = {
  ...{ ready: false, account: null, locked: false, items: [], sending: null, stop: null },
  ...{ kept: null, fetching: null, lastAt: null, delivered: 0, clockOff: null },
};

let now = NOTHING;
const listeners = new Set<() => void>();
let elsewhere: BroadcastChannel | null = null;

export const phoneNow = () => now;
export const nothingYet = () => NOTHING;
export function onPhone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tell(change: Partial<Now>) {
  now = { ...now, ...change };
  for (const listener of listeners) listener();
}

/** Reads the outbox anew. */
export async function look(): Promise<void> {
  if (now.account === null) return;
  const [kept, locked] = [await keptOf(now.account), await isShut(now.account)];
  tell({ items: await itemsOf(now.account), kept, locked, lastAt: (await about())?.lastAt ?? null });
}

/** The same, and lets other windows know. */
export async function lookAgain(): Promise<void> {
  await look();
  elsewhere?.postMessage("changed");
}

/** Another window of this browser wrote something down. */
export function listenElsewhere(): void {
  if (typeof BroadcastChannel === "undefined") return;
  elsewhere = new BroadcastChannel("field");
  elsewhere.onmessage = () => void look();
}
