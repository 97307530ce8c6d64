// How the bench measures: a few rounds, each a short burst at a fixed number of askers; what counts is the median of the rounds.
import { performance } from "node:perf_hooks";

export type Timing = { p50: number; p95: number; perSecond: number };

export const median = (values: number[]) => quantile(values, 0.5);

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

type Burst = { at: number; ms: number; least?: number };

/** `once` gives its own milliseconds (time to first byte, say), or nothing: then the whole call counts. */
async function burst(once: () => Promise<number | undefined>, { at, ms, least = 8 }: Burst): Promise<Timing> {
  const times: number[] = [];
  const began = performance.now();
  const ask = async () => {
    while (performance.now() - began < ms || times.length < least) {
      const start = performance.now();
      const own = await once();
      times.push(own ?? performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: at }, ask));
  const took = performance.now() - began;
  return { p50: median(times), p95: quantile(times, 0.95), perSecond: (times.length / took) * 1000 };
}

export type Contender = { name: string; once: () => Promise<number | undefined> };

/** All contenders in turn, round after round, so that a busy minute of the machine hits each of them. */
export async function race(
  contenders: Contender[],
  { at, rounds = 3, ms = 1500 }: { at: number; rounds?: number; ms?: number },
): Promise<Record<string, Timing>> {
  const rows = new Map<string, Timing[]>(contenders.map(({ name }) => [name, []]));
  for (const { once } of contenders) for (let warm = 0; warm < 5; warm++) await once();
  for (let round = 0; round < rounds; round++)
    for (const { name, once } of contenders) rows.get(name)!.push(await burst(once, { at, ms }));
  const of = (timings: Timing[], field: keyof Timing) => median(timings.map((one) => one[field]));
  return Object.fromEntries(
    [...rows].map(([name, timings]) => [
      name,
      { p50: of(timings, "p50"), p95: of(timings, "p95"), perSecond: of(timings, "perSecond") },
    ]),
  );
}
