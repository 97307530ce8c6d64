// The rules of plausibility on two hundred visits with labels: all that was planted is found, and hardly an honest one is asked.
import { describe, expect, test } from "vitest";
import { findHints } from "#lib/domains/visits/inside/hints/find-hints.ts";
import { alike } from "#lib/domains/visits/inside/hints/photos.ts";
import { TWO_HUNDRED } from "./two-hundred.ts";

describe("hints about visits", () => {
  const found = findHints(TWO_HUNDRED);
  const planted = TWO_HUNDRED.filter(({ label }) => label !== null);
  const honest = TWO_HUNDRED.filter(({ label }) => label === null);

  test("the set holds two hundred visits, more honest ones than planted", () => {
    expect(TWO_HUNDRED).toHaveLength(200);
    expect(planted.length).toBeGreaterThan(60);
    expect(honest.length).toBeGreaterThan(110);
  });

  test("finds every planted visit, by the rule for which it was planted", () => {
    const missed = planted.filter(
      ({ id, label }) => !found.some((hint) => hint.visit === id && hint.kind === label),
    );
    expect(missed.map(({ id, story }) => `${id} ${story}`)).toEqual([]);
  });

  test("asks about at most three of a hundred honest visits", () => {
    const asked = honest.filter(({ id }) => found.some((hint) => hint.visit === id));
    const told = asked.map(({ id, story }) => `${id} ${story}`).join("\n");
    expect(asked.length / honest.length, told).toBeLessThanOrEqual(0.03);
    const hinted = new Set(found.map(({ visit }) => visit));
    const precision = planted.filter(({ id }) => hinted.has(id)).length / hinted.size;
    expect(precision, told).toBeGreaterThanOrEqual(0.95);
  });

  test("does not depend on the order in which visits are read", () => {
    const names = (hints: typeof found) => hints.map(({ visit, kind }) => `${visit} ${kind}`).sort();
    expect(names(findHints([...TWO_HUNDRED].reverse()))).toEqual(names(found));
  });

  test("a dark picture looks like nothing", () => {
    expect(alike("0000000000000001", "0000000000000003")).toBe(false);
    expect(alike("00ff00ff00ff00ff", "00ff00ff00ff00fe")).toBe(true);
    expect(alike("00ff00ff00ff00ff", null)).toBe(false);
  });
});
