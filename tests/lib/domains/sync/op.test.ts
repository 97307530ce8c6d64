// The phone's pure rules: numbers that sort by time, pauses that grow and spread, states told from the row.
import fc from "fast-check";
import { expect, test } from "vitest";
import { newOpId, pauseAfter, stateOf } from "#lib/domains/sync/op.ts";

test("numbers are UUIDs of the seventh kind and sort by when they were made", () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  const moment = fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(moment, moment, bytes, bytes, (one, other, a, b) => {
      const [x, y] = [newOpId(one, a), newOpId(other, b)];
      expect(x).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (one < other) expect(x < y).toBe(true);
    }),
  );
});

test("pauses begin at five seconds, double, end at five minutes, and never all fall together", () => {
  expect([1, 2, 3, 20].map((tries) => pauseAfter(tries, 0.5))).toEqual([5_000, 10_000, 20_000, 300_000]);
  expect(pauseAfter(1, 0)).toBe(3_750);
  expect(pauseAfter(1, 1)).toBe(6_250);
});

test("a machine that asks for more time gets it, one that asks for less gets the pause", () => {
  expect(pauseAfter(1, 0.5, 60)).toBe(60_000);
  expect(pauseAfter(1, 0.5, 3)).toBe(5_000);
});

test("the state is told from the row", () => {
  const row = { taken: false, refused: null, photos: [{ done: false }] };
  expect(stateOf(row)).toBe("queued");
  expect(stateOf(row, true)).toBe("sending");
  expect(stateOf({ ...row, taken: true })).toBe("partial");
  expect(stateOf({ ...row, early: "not there" })).toBe("early");
  expect(stateOf({ ...row, differs: { now: "A", by: null, at: null } }, true)).toBe("differs");
  expect(stateOf({ ...row, refused: { message: "x" } }, true)).toBe("refused");
});
