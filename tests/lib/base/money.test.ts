/** Money never drifts: what is written can be read back to the fen, and reports round half up once. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inWan, inYuan, readFen } from "#lib/base/money.ts";

const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

test("records in yuan, reports in ten thousands", () => {
  expect(inYuan(18_000_000n)).toBe("180,000.00");
  expect(inWan(18_000_000n)).toBe("18.00");
  expect(inYuan(-5n)).toBe("-0.05");
  expect(inYuan(0n)).toBe("0.00");
  expect(inWan(5_000n)).toBe("0.01");
  expect(inWan(4_999n)).toBe("0.00");
  expect(inYuan(123_456_789_012_345_678n)).toBe("1,234,567,890,123,456.78");
});

test("what is written is read back to the fen", () => {
  fc.assert(
    fc.property(amount, (fen) => {
      expect(readFen(inYuan(fen))).toBe(fen);
    }),
  );
});

test("a report is never more than half a step away", () => {
  fc.assert(
    fc.property(amount, (fen) => {
      const shown = readFen(`${inWan(fen)}万`) ?? 0n;
      const away = shown > fen ? shown - fen : fen - shown;
      expect(away <= 5_000n).toBe(true);
    }),
  );
});

test.each([
  ["1,234.5", 123_450n],
  ["１２３４元", 123_400n],
  ["¥ 12.30", 1_230n],
  ["1.2万", 1_200_000n],
  ["0.000001万", 1n],
  ["-3", -300n],
  ["5.00", 500n],
])("“%s” is read", (typed, fen) => expect(readFen(typed)).toBe(fen));

test.each(["", "abc", "1.234", "1..2", "万", "1e5", "--1"])("“%s” is no amount", (typed) =>
  expect(readFen(typed)).toBeNull(),
);
