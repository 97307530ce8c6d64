// Days without a helper: a day is uncovered exactly when no pairing holds on it, whatever the order and overlap of the pairings.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import { gapsIn } from "#lib/domains/pairings/gaps.ts";
import { stateOn } from "#lib/domains/pairings/pairing.ts";

const TODAY = "2026-11-25";
const START = "2026-10-01";

test("who leaves on the 15th and is replaced on the 20th leaves five uncovered days", () => {
  expect(
    gapsIn(
      [
        { fromOn: "2026-11-20", toOn: null },
        { fromOn: "2025-01-01", toOn: "2026-11-15" },
      ],
      TODAY,
    ),
  ).toEqual([{ from: "2026-11-15", to: "2026-11-20", days: 5 }]);
});

test("nobody since: the gap is still open and counts today", () => {
  expect(gapsIn([{ fromOn: "2025-01-01", toOn: "2026-11-24" }], TODAY)).toEqual([
    { from: "2026-11-24", to: null, days: 2 },
  ]);
});

const span = fc
  .record({ from: fc.integer({ min: 0, max: 50 }), length: fc.option(fc.integer({ min: 0, max: 20 })) })
  .map(({ from, length }) => ({
    fromOn: addDays(START, from),
    toOn: length === null ? null : addDays(START, from + length),
  }));

test("between the first pairing and today the gaps are exactly the days on which none holds", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const gaps = gapsIn(spans, TODAY);
      const real = spans.filter((one) => one.toOn === null || one.toOn > one.fromOn);
      const first = real.map((one) => one.fromOn).sort()[0];
      const uncovered: string[] = [];
      if (first)
        for (let day = first; day <= TODAY; day = addDays(day, 1))
          if (!real.some((one) => stateOn(one, day) === "current")) uncovered.push(day);
      const said = gaps.flatMap(({ from, to }) =>
        Array.from({ length: daysBetween(from, to ?? addDays(TODAY, 1)) }, (_, at) => addDays(from, at)),
      );
      expect(said.filter((day) => day <= TODAY)).toEqual(uncovered);
      for (const gap of gaps) expect(gap.days).toBe(daysBetween(gap.from, gap.to ?? addDays(TODAY, 1)));
    }),
    { numRuns: 300 },
  );
});
