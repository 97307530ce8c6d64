/** Sends the outbox: texts first, then the photos of what was taken in, part by part; each is forgotten only when its own answer came. */
import {
  MOST_OPS,
  type Op,
  type OpAnswer,
  PART_BYTES,
  type PartAnswer,
  pauseAfter,
} from "#lib/domains/sync/op.ts";
import { contentOf, dropItem, type Item, itemOf, itemsOf, kindOf, photoBytes, putItem } from "./outbox.ts";
import { sealedOf } from "./sealed-item.ts";

/** Why sending stopped: no network, no session, a session that somebody ended, or a machine that asks for time. */
export type Stop = "offline" | "signedOut" | "gone" | "busy";
export type Sent = { accepted: number; stop: Stop | null; serverNow: number | null };
type Tell = (sending: string | null) => void;

class Stopped extends Error {
  constructor(
    readonly stop: Stop,
    readonly retryAfter = 0,
  ) {
    super(stop);
  }
}

const PATIENCE_MS = 30_000;
/** A sealed copy goes in one piece. */
const WHOLE_MS = 300_000;
const TOLD = "field-told";

export async function ask(path: string, init: RequestInit = {}, patience = PATIENCE_MS): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new Stopped("offline");
  });
  if (response.status === 401) throw new Stopped("signedOut");
  if (response.status === 410) throw new Stopped("gone");
  if (!response.ok) throw new Stopped("busy", Number(response.headers.get("retry-after")) || 0);
  return response;
}

export const stopOf = (error: unknown): Stop | null => (error instanceof Stopped ? error.stop : null);

type Whose = { account: number; device: string; wifiOnly?: boolean };

/** Where a browser does not say how it is connected, photos that wait for Wi-Fi go by the button alone. */
const onWifi = () => {
  const { connection } = navigator as { connection?: { type?: string } };
  return connection?.type === "wifi" || connection?.type === "ethernet";
};

/** `all`: somebody pressed the button, so that pauses and the wish for Wi-Fi do not count. */
export async function sendAll(whose: Whose, all: boolean, tell: Tell): Promise<Sent> {
  const { account, device } = whose;
  const sent: Sent = { accepted: 0, stop: null, serverNow: null };
  const due = (item: Item) => !item.refused && !item.differs && (all || item.nextAt <= Date.now());
  try {
    const texts = (await itemsOf(account)).filter((item) => due(item) && !item.taken && item.box);
    for (let at = 0; at < texts.length; at += MOST_OPS)
      await sendTexts(texts.slice(at, at + MOST_OPS), device, sent, tell);
    if (all || !whose.wifiOnly || onWifi()) {
      const withPhotos = (await itemsOf(account)).filter((item) => due(item) && item.taken && item.box);
      for (const item of withPhotos) await sendPhotos(item, device, tell);
    }
    for (const item of (await itemsOf(account)).filter((one) => due(one) && !one.box))
      await sendSealed(item, sent, tell);
  } catch (error) {
    const stop = stopOf(error);
    if (!stop) throw error;
    sent.stop = stop;
    const asked = error instanceof Stopped ? error.retryAfter : 0;
    if (stop === "busy") for (const item of await itemsOf(account)) if (due(item)) await later(item, asked);
  } finally {
    tell(null);
  }
  return sent;
}

async function sendTexts(items: Item[], device: string, sent: Sent, tell: Tell): Promise<void> {
  const ops: Op[] = [];
  for (const item of items) {
    const { values } = await contentOf(item);
    ops.push({ kind: kindOf(item), op: item.op, sha256: item.sha256, writtenAt: item.writtenAt, values });
  }
  tell(items[0]?.id ?? null);
  const response = await ask("/api/sync", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ device, ops }),
  });
  const { answers, now } = (await response.json()) as { answers: OpAnswer[]; now: string };
  sent.serverNow = Date.parse(now);
  for (const { id, op, sha256 } of items) {
    const answer = answers.find((one) => one.op === op && one.sha256 === sha256);
    // Mended or deleted in another window meanwhile: this answer is about what it was.
    const item = await itemOf(id);
    if (!item || item.op !== op) continue;
    if (answer?.state === "accepted") {
      sent.accepted += 1;
      await (item.photos.every(({ done }) => done)
        ? dropItem(item)
        : putItem({ ...item, taken: true, early: null, tries: 0 }));
    } else await notTaken(item, answer);
  }
}

async function notTaken(item: Item, answer: OpAnswer | undefined): Promise<void> {
  if (answer?.state === "refused") {
    const { code, message, fields } = answer;
    return putItem({ ...item, refused: { code, message, fields }, early: null });
  }
  if (answer?.state === "differs") {
    const { now: stands, by, at: since } = answer;
    return putItem({ ...item, differs: { now: stands, by, at: since }, early: null });
  }
  return later(answer?.state === "early" ? { ...item, early: answer.message } : item);
}

/** What can no longer be read here goes as it was sealed, with its photos. */
async function sendSealed(item: Item, sent: Sent, tell: Tell): Promise<void> {
  const body = await sealedOf(item);
  if (!body) return;
  tell(item.id);
  const response = await ask("/api/sync/sealed", { method: "POST", body }, WHOLE_MS);
  const { answers } = (await response.json()) as { answers: OpAnswer[] };
  const answer = answers.find(({ op, sha256 }) => op === item.op && sha256 === item.sha256);
  if (answer?.state !== "accepted") return notTaken(item, answer);
  sent.accepted += 1;
  await dropItem(item);
}

/** So that whoever closes this account is told what would be left behind; told anew only when it is another number. */
export async function tellWaiting(device: string, waiting: number): Promise<void> {
  if (localStorage.getItem(TOLD) === `${device} ${waiting}`) return;
  await ask("/api/sync/waiting", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ device, waiting }),
  });
  localStorage.setItem(TOLD, `${device} ${waiting}`);
}

/** From a phone whose sign-in was ended: the sealed copies, for somebody at the township to look at. */
export async function handOver(account: number): Promise<void> {
  for (const item of await itemsOf(account)) {
    const body = item.held ? null : await sealedOf(item);
    if (!body) continue;
    const response = await ask("/api/sync/held", { method: "POST", body }, WHOLE_MS);
    const { op, sha256 } = (await response.json()) as { op: string; sha256: string };
    if (op === item.op && sha256 === item.sha256) await putItem({ ...item, held: true });
  }
}

async function later(item: Item, asked = 0): Promise<void> {
  const tries = item.tries + 1;
  await putItem({ ...item, tries, nextAt: Date.now() + pauseAfter(tries, Math.random(), asked) });
}

async function sendPhotos(item: Item, device: string, tell: Tell): Promise<void> {
  let now = item;
  for (const photo of item.photos.filter(({ done }) => !done)) {
    tell(item.id);
    const bytes = await photoBytes(item, photo);
    const answer = bytes ? await sendParts(item, photo, bytes, device) : null;
    // Its visit is not there (a server put back to an earlier day): the text goes again, and the photo after it.
    if (answer?.state === "early") return later({ ...now, taken: false, early: answer.message });
    if (answer?.state === "refused")
      return putItem({ ...now, refused: { code: "photo", message: answer.message } });
    now = { ...now, photos: now.photos.map((one) => (one.id === photo.id ? { ...one, done: true } : one)) };
    await putItem(now);
  }
  await dropItem(now);
}

/** Asks first how much is there already, and goes on behind it. */
async function sendParts(
  item: Item,
  { id, sha256, size }: Item["photos"][number],
  bytes: Uint8Array<ArrayBuffer>,
  device: string,
): Promise<PartAnswer> {
  const part = async (at: number, body: Uint8Array<ArrayBuffer>): Promise<PartAnswer> => {
    const { writtenAt } = item;
    const about = new URLSearchParams({
      visit: item.id,
      sha256,
      size: `${size}`,
      at: `${at}`,
      device,
      writtenAt,
    });
    return (await ask(`/api/sync/photos/${id}?${about}`, { method: "POST", body })).json();
  };
  let answer = await part(0, new Uint8Array());
  // As many steps as there are parts, and once anew where what was held turned out to be damaged.
  const most = 2 * Math.ceil(size / PART_BYTES) + 2;
  for (let step = 0; step < most && answer.state === "more"; step += 1) {
    const at = answer.received;
    answer = await part(at, bytes.slice(at, at + PART_BYTES));
  }
  if (answer.state === "accepted" && answer.sha256 !== sha256) throw new Stopped("busy");
  if (answer.state === "more") throw new Stopped("busy");
  return answer;
}
