// CSV that Excel opens as it was meant: Chinese legible, commas and quotes in their cells, and no text that becomes a formula.
import { expect, test } from "vitest";
import { asCsv } from "#lib/platform/sheets/write-csv.ts";

test.each([
  [["察雅县", "87.8", null], "察雅县,87.8,"],
  [['他说"好"', "甲,乙"], '"他说""好""","甲,乙"'],
  [["=1+1", "-2.5", "-甲", "@a"], "'=1+1,-2.5,'-甲,'@a"],
])("%j", (row, line) => {
  expect(asCsv([row])).toBe(`\uFEFF${line}\r\n`);
});
