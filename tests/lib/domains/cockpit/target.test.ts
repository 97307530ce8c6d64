// How targets are typed, by which steps a year goes, and how those of the units below stand to that of their parent.
import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, cascade, goalText, readGoal, readSteps, stepsText } from "#lib/domains/cockpit/target.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { dueByNow, takesSteps } from "#lib/indicators/light.ts";

const share = indicatorById("F1.1")!;
const count = indicatorById("F3.1")!;

test("steps are read as an office writes them, and only ones that rise to the whole", () => {
  expect(readSteps("３０/60、85％，100%")).toEqual([3000, 6000, 8500, 10_000]);
  expect(readSteps("0 0 10 20 30 40 50 60 70 80 90 100")).toHaveLength(12);
  for (const wrong of ["", "100", "30/60/100", "60/30/85/100", "30/60/85/90", "30/60/85/一百", "-1/0/1/100"])
    expect(readSteps(wrong), wrong).toBeNull();
  expect(stepsText([3000, 6050, 8500, 10_000])).toBe("30/60.5/85/100");
});

test("what is due follows the steps: nothing before the first, then what the last ended one asks for", () => {
  const steps = [3000, 6000, 8500, 10_000];
  const due = (period: "2026-02" | "2026-03" | "2026Q2" | "2026", today: string) =>
    dueByNow(share, 9000, period, today, steps);
  expect(due("2026-02", "2026-11-15")).toBeNull();
  expect(due("2026-03", "2026-03-30")).toBeNull();
  expect(due("2026-03", "2026-03-31")).toBe(2700);
  expect(due("2026Q2", "2026-11-15")).toBe(5400);
  expect(due("2026", "2026-11-15")).toBe(7650);
  expect(due("2026", "2027-01-02")).toBe(9000);
  expect(dueByNow(count, 100, "2026-06", "2026-11-15", steps)).toBe(60);
  const monthly = readSteps("0/0/10/20/30/40/50/60/70/80/90/100");
  expect(dueByNow(count, 100, "2026-02", "2026-11-15", monthly)).toBeNull();
  expect(dueByNow(count, 100, "2026-05", "2026-11-15", monthly)).toBe(30);
  expect([takesSteps(share), takesSteps(indicatorById("R2.3")!), takesSteps(indicatorById("M4.2")!)]).toEqual(
    [...[true, false, false]],
  );
});

test("a number adds up, a share is weighted by its cases and never averaged", () => {
  const below = (...ones: [number | null, number][]) => ones.map(([target, whole]) => ({ target, whole }));
  expect(cascade(count, 100, below([60, 0], [null, 0], [30, 0]))).toEqual({
    ...{ set: 2, of: 3, together: 90, gap: -10 },
  });
  // 90 % of 300 and 100 % of 100 are 92.5 %, not 95 %.
  expect(cascade(share, 9500, below([9000, 300], [10_000, 100]))).toMatchObject({
    together: 9250,
    gap: -250,
  });
  // Without its own a unit is held to the parent's; without a case it weighs nothing.
  expect(cascade(share, 9000, below([null, 100], [9600, 100], [100, 0]))).toMatchObject({
    together: 9300,
    gap: 300,
  });
  expect(cascade(share, 9000, below([null, 100], [null, 100]))).toMatchObject({ together: null, gap: null });
  expect(cascade(share, null, below([9000, 100]))).toMatchObject({ together: 9000, gap: null });
});

test("whatever the weights, the shares of a number are whole and add up to it, and nobody is off by one or more", () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.nat(5000), { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        const given = apportion(total, weights);
        const sum = weights.reduce((all, one) => all + one, 0);
        expect(given.reduce((all, one) => all + one, 0)).toBe(total);
        given.forEach((one, at) => {
          const fair = sum === 0 ? total / weights.length : (total * weights[at]!) / sum;
          expect(Number.isInteger(one) && Math.abs(one - fair) < 1).toBe(true);
        });
      },
    ),
  );
});

test("what is written in a field is read back as the same target", () => {
  for (const [kind, value] of [
    ["percent", 9755],
    ["permille", 35],
    ["count", 100],
    ["days", 20],
  ] as const)
    expect(readGoal(kind, goalText(kind, value))).toBe(value);
});
