// Phones that come back into the network: each sends what was written on it as the real one does, comes again when it is asked to, and forgets only what was acknowledged.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { MOST_OPS, newOpId, type Op, type OpAnswer, pauseAfter } from "#lib/domains/sync/op.ts";
import { today } from "#lib/platform/clock.ts";
import { type Answer, Visitor } from "./visitor.ts";

export type Phone = { cookie: string; device: string; households: string[] };
/** What a phone has written down when it comes into the network, so many milliseconds after the burst began. */
type Coming = { at: number; ops: Op[] };

export type Heard = {
  /** Milliseconds of each batch that was taken in, and of each fetching of the registry that follows it. */
  batches: number[];
  fetches: number[];
  /** Milliseconds from coming into the network until the last text of that time was acknowledged. */
  waits: number[];
  /** How often the machine asked for time, and how often an answer was lost on the way. */
  busy: number;
  lost: number;
  accepted: Set<string>;
  /** Anything that a phone may not be told: it must stay empty. */
  wrong: string[];
};

export type Burst = { visits: number; seconds: number; random: () => number };

const LOST = 0.02;
const MOST_TRIES = 30;

export const nothingHeard = (): Heard => ({
  ...{ batches: [], fetches: [], waits: [], wrong: [] },
  ...{ busy: 0, lost: 0, accepted: new Set<string>() },
});

/** All phones at once; each comes a few times at moments of its own. Gives what they heard, and the visits that they wrote. */
export async function burstOf(origin: string, phones: Phone[], burst: Burst) {
  const heard = nothingHeard();
  const visits: string[] = [];
  const began = performance.now();
  await Promise.all(
    phones.map(async (phone, nth) => {
      const share = Math.floor(((nth + 1) * burst.visits) / phones.length) - visits.length;
      const written = Array.from({ length: share }, (_, at) => writtenVisit(phone, at));
      visits.push(...written.map(({ id }) => id));
      const visitor = new Visitor(origin);
      for (const { at, ops } of comings(written, burst)) {
        const early = at - (performance.now() - began);
        if (early > 0) await sleep(early);
        await come(visitor, phone, ops, heard, burst.random);
      }
      visitor.leave();
    }),
  );
  return { heard, visits, took: performance.now() - began };
}

function writtenVisit({ households }: Phone, at: number): { id: string; op: Op } {
  const id = randomUUID();
  const values = JSON.stringify({
    ...{ id, householdId: households[at % households.length], visitedOn: today() },
    ...{ situation: at % 5 === 0 ? "CHANGED" : "NORMAL", kind: "HOME", metWith: "HEAD" },
    ...{ standInReason: "bench", note: `bench ${at}` },
  });
  const sha256 = createHash("sha256").update(values).digest("hex");
  const op = newOpId(Date.now(), randomBytes(10));
  return { id, op: { op, sha256, writtenAt: new Date().toISOString(), values } };
}

/** Between one visit and a full batch each time, at moments drawn evenly over the whole burst. */
function comings(written: { op: Op }[], { seconds, random }: Burst): Coming[] {
  const parts: Op[][] = [];
  for (let at = 0; at < written.length; ) {
    const length = 1 + Math.floor(random() * MOST_OPS);
    parts.push(written.slice(at, at + length).map(({ op }) => op));
    at += length;
  }
  const moments = parts.map(() => random() * seconds * 1000).sort((a, b) => a - b);
  return parts.map((ops, at) => ({ ops, at: moments[at]! }));
}

/** As components/field does: the texts, again and again until each is answered; then the registry anew. */
async function come(visitor: Visitor, phone: Phone, all: Op[], heard: Heard, random: () => number) {
  const began = performance.now();
  let waiting = all;
  for (let tries = 1; waiting.length > 0; tries += 1) {
    if (tries > MOST_TRIES) return void heard.wrong.push(`${waiting.length} visits were never taken in`);
    const body = Buffer.from(JSON.stringify({ device: phone.device, ops: waiting }));
    const answer = await sent(visitor, phone, "POST", body);
    if (answer === null) heard.wrong.push("the connection broke");
    else if (answer.status === 503 && answer.retryAfter !== null) heard.busy += 1;
    else if (answer.status !== 200) heard.wrong.push(`a batch answers ${answer.status}`);
    else {
      heard.batches.push(answer.took);
      if (random() < LOST) heard.lost += 1;
      else waiting = leftOf(waiting, JSON.parse(answer.text).answers, heard);
    }
    if (waiting.length > 0) await patience(answer, tries, random);
  }
  heard.waits.push(performance.now() - began);
  const registry = await sent(visitor, phone, "GET");
  if (registry?.status === 200) heard.fetches.push(registry.took);
  else if (registry?.status === 503 && registry.retryAfter !== null) heard.busy += 1;
  else heard.wrong.push(`the registry answers ${registry?.status}`);
}

function leftOf(waiting: Op[], answers: OpAnswer[], heard: Heard): Op[] {
  return waiting.filter(({ op, sha256 }) => {
    const answer = answers.find((one) => one.op === op && one.sha256 === sha256);
    if (answer?.state === "accepted") heard.accepted.add(op);
    if (answer?.state === "refused") heard.wrong.push(`refused: ${answer.message}`);
    if (answer?.state === "later") heard.busy += 1;
    return answer === undefined || answer.state === "later";
  });
}

const sent = (visitor: Visitor, { cookie }: Phone, method: "GET" | "POST", body?: Buffer) =>
  (body
    ? visitor.put(method, "/api/sync", body, "application/json", { cookie })
    : visitor.get("/api/sync/first", { cookie })
  ).catch(() => null);

/** The phone's own pause. */
const patience = (answer: Answer | null, tries: number, random: () => number) =>
  sleep(pauseAfter(tries, random(), answer?.retryAfter ?? 0));
