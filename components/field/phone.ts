/** The phone at work: what it holds and does just now, told to whoever shows it; and the four moments at which it sends by itself. */
import { isShut, lockOf, seen, shut, shutWhenCold, shutWhenLeft } from "./lock.ts";
import { ask, handOver, type Stop, sendAll, stopOf, tellWaiting } from "./send.ts";
import {
  type About,
  about,
  type Content,
  contentOf,
  type Draft,
  deviceAllows,
  dropItem,
  type Item,
  itemOf,
  itemsOf,
  type Kept,
  keep,
  keptOf,
  kindOf,
  mendItem,
  newItems,
  takeOver,
  tellAbout,
  wipe,
  wipeWhenOld,
} from "./store.ts";

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
const TICK_MS = 60_000;
const REGISTRY_AGES_MS = 10 * 60_000;
const SHELL_AGES_MS = 86_400_000;

let now = NOTHING;
const listeners = new Set<() => void>();
let elsewhere: BroadcastChannel | null = null;

export const phoneNow = () => now;
export const nothingYet = () => NOTHING;
export function onPhone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(change: Partial<Now>) {
  now = { ...now, ...change };
  for (const listener of listeners) listener();
}

/** Reads the outbox anew and lets other windows know. */
async function look(): Promise<void> {
  if (now.account === null) return;
  const [kept, locked] = [await keptOf(now.account), await isShut(now.account)];
  tell({ items: await itemsOf(now.account), kept, locked, lastAt: (await about())?.lastAt ?? null });
}
async function changed(): Promise<void> {
  await look();
  elsewhere?.postMessage("changed");
}

/** With an account the phone is that person's; without one (no network, no page of the server) it is whose it was. */
export async function startPhone(account: number | null, worker: boolean): Promise<boolean> {
  if (!deviceAllows()) return false;
  const whose: About | undefined = account === null ? await about() : await takeOver(account);
  // Nobody's: there is nothing to wait for, and whoever shows it may say so.
  if (!whose) {
    tell({ ready: true });
    return false;
  }
  if (now.account === whose.account) return true;
  // Where no page of the server came, there was no network until the server answers.
  tell({ account: whose.account, stop: account === null ? "offline" : null });
  await shutWhenCold(whose.account);
  await wipeWhenOld();
  await look();
  tell({ ready: true });
  if (typeof BroadcastChannel !== "undefined") {
    elsewhere = new BroadcastChannel("field");
    elsewhere.onmessage = () => void look();
  }
  if (worker) void navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  const go = () => void sync();
  addEventListener("online", go);
  addEventListener("offline", () => tell({ stop: "offline" }));
  watchLeaving(whose.account);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && go());
  setInterval(go, TICK_MS);
  go();
  return true;
}

/** The lock shuts by itself while nobody looks, and whoever comes back is asked before anything is shown. */
function watchLeaving(account: number): void {
  const look = async () => {
    if (await shutWhenLeft(account)) return changed();
    if (document.visibilityState === "visible") seen();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") seen();
    else void look();
  });
  addEventListener("pagehide", () => document.visibilityState === "visible" && seen());
  setInterval(() => void look(), TICK_MS);
}

/** Somebody hands the phone over. */
export async function lockNow(): Promise<void> {
  if (now.account === null || !(await lockOf(now.account))) return;
  await shut(now.account);
  await changed();
}

let running: Promise<void> | null = null;

type Why = "by itself" | "just written" | "asked for";

/** Sends what waits and fetches the registry when it has aged. One at a time, over all windows. */
export async function sync(why: Why = "by itself"): Promise<void> {
  if (running && why === "by itself") return running;
  if (why !== "by itself") tell({ stop: null });
  await running;
  running = alone(() => syncNow(why === "asked for")).finally(() => {
    running = null;
  });
  return running;
}

async function alone(work: () => Promise<void>): Promise<void> {
  try {
    await (navigator.locks ? navigator.locks.request("field-sync", work) : work());
  } catch {
    tell({ stop: "busy", sending: null }); // the phone's own trouble; the next minute tries again
  }
}

async function syncNow(all: boolean): Promise<void> {
  await wipeWhenOld();
  await look();
  const whose = await about();
  if (!whose || whose.account !== now.account || now.locked) return;
  const { accepted, stop, serverNow } = await sendAll(whose, all, (sending) => {
    tell({ sending });
    void look();
  });
  await tellWaiting(whose.device, (await itemsOf(whose.account)).length).catch(() => undefined);
  if (serverNow !== null) tell({ clockOff: serverNow - Date.now() });
  if (accepted > 0) {
    await tellAbout({ stale: true });
    tell({ delivered: now.delivered + accepted });
  }
  if (stop) return stopped(stop);
  const kept = await keptOf(whose.account);
  const stale = accepted > 0 || whose.stale;
  // A browser that sees no way out may still reach a server on the same machine or cable: asked, not believed.
  const asks = all || stale || now.stop || !navigator.onLine;
  if (asks || !kept || Date.now() - kept.at > REGISTRY_AGES_MS) {
    const failed = await fetchRegistry(whose.account);
    if (failed) return stopped(failed);
    await tellAbout({ lastAt: Date.now(), stale: false });
  }
  tell({ stop: null });
  await changed();
  await freshShell(whose.shellAt);
}

async function stopped(stop: Stop): Promise<void> {
  if (stop === "gone" && now.account !== null) {
    await handOver(now.account).catch(() => undefined); // the next minute tries again
    await wipe();
  }
  tell({ stop });
  await changed();
}

async function fetchRegistry(account: number): Promise<Stop | null> {
  try {
    tell({ fetching: 0 });
    const response = await ask("/api/sync/first");
    const reader = response.body?.getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      pieces.push(piece.value);
      bytes += piece.value.length;
      tell({ fetching: bytes });
    }
    const first = JSON.parse(await new Blob(pieces).text());
    // Somebody else has signed in meanwhile, in another window.
    if (first.account === account) await keep(first, bytes);
    return null;
  } catch (error) {
    return stopOf(error) ?? "busy";
  } finally {
    tell({ fetching: null });
  }
}

/** Once a day the empty shell is fetched anew; a new version of the program takes over only when nothing waits. */
async function freshShell(shellAt: number): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (now.items.length === 0) registration.waiting?.postMessage("go");
  if (Date.now() - shellAt < SHELL_AGES_MS) return;
  registration.active?.postMessage("shell");
  await tellAbout({ shellAt: Date.now() });
}

/** Written down: on the disk of the phone when it resolves. */
export async function writeDown(drafts: readonly Draft[]): Promise<void> {
  if (now.account === null) throw new Error("the phone is nobody's");
  const fresh: Draft[] = [];
  for (const draft of drafts) {
    const before = draft.kind === "FACT" ? await waitingFor(draft.content) : null;
    // Said twice before it could be sent: the second word holds, against what stood there before the first.
    if (before) await mendItem(before.item, sameGround(before.content, draft.content));
    else fresh.push(draft);
  }
  await newItems(now.account, fresh);
  void navigator.storage?.persist?.();
  await changed();
}

/** What waits is mended; false when it was sent meanwhile, and cannot be any more. */
export async function mend(
  id: string,
  content: Content,
  pictures: Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const item = await itemOf(id);
  if (!item || item.taken) return false;
  await mendItem(item, content, pictures);
  await changed();
  return true;
}

const factOf = ({ values }: Content): Record<string, string | undefined> => JSON.parse(values);

/** The fact of the same family, or of the same person, that waits already. */
async function waitingFor(content: Content) {
  const wanted = factOf(content);
  for (const item of await itemsOf(now.account ?? 0)) {
    if (kindOf(item) !== "FACT" || item.differs) continue;
    const known = await contentOf(item);
    const fact = factOf(known);
    if ((["householdId", "personId", "field"] as const).every((name) => fact[name] === wanted[name]))
      return { item, content: known };
  }
  return null;
}

const sameGround = (before: Content, after: Content): Content => ({
  ...after,
  values: JSON.stringify({ ...factOf(after), was: factOf(before).was }),
  ...(after.fact && before.fact ? { fact: { ...after.fact, was: before.fact.was } } : {}),
});

/** What became of it: gone means taken in with all its photos. */
export const itemNow = (id: string) => itemOf(id);

export async function takeOut(item: Item): Promise<void> {
  await dropItem(item);
  await changed();
}

export const lookAgain = changed;
