/** Passwords: what makes a good one, and argon2id over the peppered text with at most four at work at a time (trust.md §4.6). */
import { hash, verify } from "@node-rs/argon2";
import { busy } from "#lib/platform/problem.ts";
import { peppered } from "#lib/platform/seal.ts";

export type Cost = { memoryCost: number; timeCost: number; parallelism: number };
/** 64 MiB, three rounds: 60 ms on the machines of a county. */
export const COST: Cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** For seeds and tests, where thousands of hashes guard nothing. */
export const CHEAP: Cost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

const AT_WORK = 4;
const IN_LINE = 100;
let working = 0;
const line: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_WORK) {
    if (line.length >= IN_LINE) throw busy();
    await new Promise<void>((resolve) => line.push(resolve));
  } else working += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else working -= 1;
  }
}

export const hashPassword = (password: string, cost = COST): Promise<string> =>
  inTurn(() => hash(peppered(password), cost));

/** Made once; compared when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

export async function passwordFits(
  stored: string | null | undefined,
  password: string,
  cost = COST,
): Promise<boolean> {
  nobody ??= hash(peppered("nobody has this"), cost);
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, peppered(password)).catch(() => false));
  return fits && stored != null;
}

/** Was it made with less work than is asked for today? Then it is made anew while the password is at hand. */
export function isWeaker(stored: string, cost = COST): boolean {
  const [, memory = "0", time = "0"] = /\$m=(\d+),t=(\d+),/.exec(stored) ?? [];
  return Number(memory) < cost.memoryCost || Number(time) < cost.timeCost;
}
