// The sum of a year's sources and its share per head: by hand, and against the database for any sources and any household.
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountText, amountTyped, netOf, perHeadOf, sideOf, sumOf } from "#lib/domains/incomes/income.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

const items = [
  { code: "WAGE.WAGES", fen: 3_000_000n },
  { code: "BUSINESS.OPERATIONS", fen: 3_500_000n },
  { code: "BUSINESS.FUNGUS", fen: 800_000n },
  { code: "TRANSFER.PENSION_MONEY", fen: 120_000n },
  { code: "COST.OPERATING_COST", fen: 580_000n },
];

test("net is what was earned less what earning cost; nothing recorded is not zero", () => {
  expect(netOf(items)).toBe(6_840_000n);
  expect(sumOf(items, "BUSINESS")).toBe(4_300_000n);
  expect(sumOf(items, "PROPERTY")).toBeNull();
  expect(netOf([])).toBeNull();
  expect(perHeadOf(6_840_000n, 4)).toBe(1_710_000n);
  expect(perHeadOf(null, 4)).toBeNull();
  expect(perHeadOf(6_840_000n, 0)).toBeNull();
  expect(perHeadOf(-100n, 3)).toBe(-33n);
});

test("a sum is read as people write it, and none below zero", () => {
  expect(amountTyped("1.2万")).toBe(1_200_000n);
  expect(amountTyped("９８００元")).toBe(980_000n);
  expect(amountTyped("0")).toBe(0n);
  expect(amountTyped("-1")).toBeNull();
  expect(amountTyped("很多")).toBeNull();
  expect(amountText(1_234_550n)).toBe("12345.50");
  expect(amountText(null)).toBe("");
});

test("at the line is not below it, and without a line nothing is said", () => {
  expect(sideOf(400_000n, 400_000n)).toBe("above");
  expect(sideOf(399_999n, 400_000n)).toBe("below");
  expect(sideOf(399_999n, null)).toBeNull();
});

test("the database shares as the screen does, whatever was earned by however many", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt(-(10n ** 11n), 10n ** 11n),
      fc.integer({ min: 0, max: 15 }),
      async (net, members) => {
        const [row] = await database.look<{ share: string | null }>(
          "select income_per_head($1::bigint, $2::int)::text as share",
          [String(net), members],
        );
        expect(row?.share ?? null).toBe(perHeadOf(net, members)?.toString() ?? null);
      },
    ),
    { numRuns: 80 },
  );
});
