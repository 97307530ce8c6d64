/** Rates are rounded half up once, 0/0 is none, and a shortfall is counted in whole cases. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addUp, hasRate, percentOf, shortOf } from "#lib/base/percent.ts";

const ratio = fc
  .tuple(fc.nat({ max: 500_000 }), fc.integer({ min: 1, max: 500_000 }))
  .map(([part, whole]) => ({ part: Math.min(part, whole), whole }));

test("the example of the drafts", () => {
  expect(percentOf({ part: 838, whole: 1004 })).toBe(83.5);
  expect(percentOf({ part: 1, whole: 8 }, 0)).toBe(13);
  expect(percentOf({ part: 1, whole: 2000 })).toBe(0.1);
  expect(percentOf({ part: 0, whole: 5 })).toBe(0);
  expect(percentOf({ part: 0, whole: 0 })).toBeNull();
});

test("nine cases have no rate, ten have", () => {
  expect(hasRate({ part: 9, whole: 9 })).toBe(false);
  expect(hasRate({ part: 0, whole: 10 })).toBe(true);
});

test("it is the nearest tenth, and the upper one of two equally near", () => {
  fc.assert(
    fc.property(ratio, ({ part, whole }) => {
      const tenths = Math.round((percentOf({ part, whole }) ?? Number.NaN) * 10);
      // 2·1000·part against 2·tenths·whole ± whole, in integers
      expect(2000 * part).toBeLessThan((2 * tenths + 1) * whole);
      expect(2000 * part).toBeGreaterThanOrEqual((2 * tenths - 1) * whole);
    }),
  );
});

test("what is short, once done, reaches the target, and one less does not", () => {
  fc.assert(
    fc.property(ratio, fc.integer({ min: 1, max: 100 }), ({ part, whole }, target) => {
      const short = shortOf({ part, whole }, target);
      expect((part + short) * 100).toBeGreaterThanOrEqual(whole * target);
      if (short > 0) expect((part + short - 1) * 100).toBeLessThan(whole * target);
    }),
  );
});

test("parts and wholes of children add up to those of the parent", () => {
  expect(
    addUp([
      { part: 1, whole: 2 },
      { part: 3, whole: 4 },
    ]),
  ).toEqual({ part: 4, whole: 6 });
  expect(addUp([])).toEqual({ part: 0, whole: 0 });
});
