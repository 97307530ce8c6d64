// Calls every entry as some roles about every object, and tells what differs from the table and which marks came out wrongly.
import type { Entry } from "#lib/platform/registry.ts";
import { call } from "./entries.ts";
import { type Ground, MARK, type Target } from "./ground.ts";
import { type Expected, sees } from "./oracle.ts";
import { SAMPLES } from "./samples.ts";

export type Tried = {
  at: string;
  entry: Entry;
  role: string;
  target: Target;
  outcome: string;
  expected: Expected;
  strangers: string[];
};

/**
 * The share of calls by which each wall alone is tried in `npm test`: every third object of each role and way in, another third for the
 * next role, so that each way in still meets every object. The long battery tries all of them, as the matrix of both walls always does.
 */
export const SHARE = process.env.WHOLE_WALLS ? 1 : 3;

export async function tryAll(
  entries: Entry[],
  ground: Ground,
  roles: readonly string[],
  share = 1,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const [way, entry] of entries.entries())
    for (const [who, role] of roles.entries())
      for (const [at, target] of [...ground.targets, ground.nowhere].entries()) {
        if ((way + who + at) % share !== 0) continue;
        const sample = SAMPLES[entry.name];
        const session = ground.sessions.get(role);
        if (!sample || !session) continue;
        const { outcome, value } = await call(entry, session, sample.input(target)).catch((error) => ({
          outcome: `${error}`.slice(0, 200),
          value: null,
        }));
        tried.push({
          at: `${entry.name} as ${role} on ${target.place ?? "nothing"}${target.paired ? " (paired)" : ""}`,
          entry,
          role,
          target,
          outcome,
          expected: sample.expects(role, target),
          strangers: strangersIn(value, ground, role),
        });
      }
  return tried;
}

/** A rule of the trade comes after permission, so it counts as let through. */
const letThrough = (outcome: string) => ["ok", "rule", "conflict"].includes(outcome);

/** Everything that went another way than the table says. */
export const otherwise = (tried: Tried[]) =>
  tried
    .filter(({ outcome, expected }) => (letThrough(outcome) ? "ok" : outcome) !== expected)
    .map(({ at, outcome, expected }) => `${at}: ${outcome}, expected ${expected}`);

export const leaks = (tried: Tried[]) =>
  tried
    .filter(({ strangers }) => strangers.length > 0)
    .map(({ at, strangers }) => `${at}: shows household ${strangers.join(", ")}`);

/** Three of each entry are enough to see what is wrong. */
export const someOf = (wrong: string[]) =>
  wrong.filter((line, at) => {
    const name = line.split(" ")[0];
    return wrong.slice(0, at).filter((other) => other.startsWith(`${name} `)).length < 3;
  });

function strangersIn(value: unknown, ground: Ground, role: string): string[] {
  const text = JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? `${one}` : one)) ?? "";
  const marks = new Set([...text.matchAll(MARK)].map((match) => match[1] ?? ""));
  return [...marks].filter((mark) => {
    const owner = ground.marks.get(mark);
    return owner && !sees(role, owner);
  });
}

/** Let through although the table says no, or stopped although it says yes; by which "no" does not matter here. */
export const wronglyOpen = (tried: Tried[]) =>
  tried
    .filter(({ outcome, expected }) => letThrough(outcome) !== (expected === "ok"))
    .map(({ at, outcome, expected }) => `${at}: ${outcome}, expected ${expected}`);
