/** Counts of the last day by the hour, in this process: answers that failed, and requests asked to come back. For the health page. */

export type Tallied = "errors" | "turnedAway";
type Kept = { since: number; hours: Map<string, number> };

const HOUR_MS = 3_600_000;
const kept = globalThis as { qamdoTally?: Kept };
kept.qamdoTally ??= { since: Date.now(), hours: new Map() };
const tally = kept.qamdoTally;

const hourOf = (now: number) => Math.floor(now / HOUR_MS);

export function count(what: Tallied, now = Date.now()): void {
  const key = `${what} ${hourOf(now)}`;
  tally.hours.set(key, (tally.hours.get(key) ?? 0) + 1);
  for (const old of tally.hours.keys())
    if (Number(old.split(" ")[1]) < hourOf(now) - 24) tally.hours.delete(old);
}

/** In the last 24 hours, or since the start when that is later. */
export function ofLastDay(what: Tallied, now = Date.now()): number {
  let sum = 0;
  for (let hour = hourOf(now) - 23; hour <= hourOf(now); hour++)
    sum += tally.hours.get(`${what} ${hour}`) ?? 0;
  return sum;
}

export const startedAt = (): Date => new Date(tally.since);
