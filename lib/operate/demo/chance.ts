// Chance that repeats itself: the same seed always gives the same demo, and each county draws from a seed of its own.

export type Chance = {
  /** At least 0, below 1. */
  next: () => number;
  happens: (probability: number) => boolean;
  /** A whole number, both ends included. */
  between: (from: number, to: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Picks by weight: [value, weight] pairs. */
  weigh: <T>(list: readonly (readonly [T, number])[]) => T;
  /** An id that sorts by the day it was born on (UUID version 7). */
  id: (day: string) => string;
};

export function chance(seed: string): Chance {
  let state = hash(seed);
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => bits() / 4_294_967_296;
  const born = new Map<string, number>();
  return {
    next,
    happens: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weigh: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return list[list.length - 1]![0];
    },
    id: (day) => {
      const midnight = born.get(day) ?? Date.parse(`${day}T00:00:00Z`);
      born.set(day, midnight);
      const time = hex(midnight + (bits() % 86_400_000), 12);
      const [a, b] = [hex(bits(), 8), hex(bits(), 8)];
      const variant = "89ab"[bits() & 3]!;
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${hex(bits() & 0xffff, 4)}`;
    },
  };
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return value >>> 0;
}
