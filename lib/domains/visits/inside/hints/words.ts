/** The same or nearly the same words for many households: by pairs of characters, so that another name or full stop hides nothing. */
import { daysBetween } from "#lib/base/calendar.ts";
import type { Told } from "../../told.ts";
import { type Found, isOccasion } from "./found.ts";

/** Fewer characters say nothing of their own. */
const FEWEST = 10;
const NEAR = 0.6;
/** Households with one sentence before it is more than chance. */
const HOMES = 4;
/** A feast and calls in the snow are over after so many days. */
const ROUND_DAYS = 3;

type Words = { visit: Told; pairs: ReadonlySet<string> };

export function sameWords(visits: readonly Told[]): Found[] {
  const told = visits.flatMap((visit) => {
    const plain = (visit.note ?? "").replace(/[^\p{L}]/gu, "");
    return plain.length < FEWEST ? [] : [{ visit, pairs: pairsOf(plain) }];
  });
  const found: Found[] = [];
  for (const group of groups(told)) {
    if (new Set(group.map(({ visit }) => visit.household)).size < HOMES) continue;
    for (const { visit } of group) {
      const like = group.find((other) => other.visit.household !== visit.household);
      found.push({ visit: visit.id, kind: "WORDS", like: like?.visit.id ?? null });
    }
  }
  return found;
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((one, nth) => `${characters[nth]}${one}`));
}

function groups(told: readonly Words[]): Words[][] {
  const made: Words[][] = [];
  for (const one of told) {
    const near = made.filter((group) => group.some((other) => alike(one, other)));
    for (const group of near) made.splice(made.indexOf(group), 1);
    made.push([...near.flat(), one]);
  }
  return made;
}

function alike(a: Words, b: Words): boolean {
  if (a.visit.person !== b.visit.person || oneRound(a.visit, b.visit)) return false;
  const [few, many] = a.pairs.size < b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  if (few.size / many.size < NEAR) return false;
  let both = 0;
  for (const pair of few) if (many.has(pair)) both += 1;
  return both / (few.size + many.size - both) >= NEAR;
}

const oneRound = (a: Told, b: Told): boolean =>
  a.kind === b.kind &&
  (isOccasion(a) || a.kind === "PHONE") &&
  Math.abs(daysBetween(a.visitedOn, b.visitedOn)) <= ROUND_DAYS;
