// Proves that a wrong digit in an ID number never passes, and that every true number does, however it is spaced.
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit, readIdNumber } from "#lib/base/id-number.ts";

const birthday = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const number = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), birthday, fc.integer({ min: 0, max: 999 }))
  .map(([place, day, seq]) => `${place}${day.replaceAll("-", "")}${String(seq).padStart(3, "0")}`)
  .map((first17) => first17 + checkDigit(first17));

test("every number made by the rule is read back with its day of birth and sex", () => {
  fc.assert(
    fc.property(number, (idNo) => {
      expect(readIdNumber(idNo)).toMatchObject({
        type: "RESIDENT_ID",
        idNo,
        person: idNo,
        old: false,
        birthOn: `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`,
        sex: Number(idNo[16]) % 2 === 1 ? "M" : "F",
      });
    }),
  );
});

test("one digit changed, or two neighbors swapped, is always noticed", () => {
  fc.assert(
    fc.property(number, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (idNo, at, by) => {
      const changed = [...idNo];
      changed[at] = String((Number(changed[at]) + by) % 10);
      expect(typeof readIdNumber(changed.join(""))).toBe("string");
      const swapped = [...idNo];
      [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
      if (swapped.join("") !== idNo) expect(typeof readIdNumber(swapped.join(""))).toBe("string");
    }),
    { numRuns: 1_000 },
  );
});

test("blanks, full-width digits, quotes and a small x are forgiven", () => {
  fc.assert(
    fc.property(number, fc.constantFrom(" ", "\u3000", "-", "\t"), (idNo, blank) => {
      const wide = idNo
        .toLowerCase()
        .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      expect(readIdNumber(`'${wide.slice(0, 6)}${blank}${wide.slice(6)} `)).toMatchObject({ idNo });
    }),
  );
});

test.each([
  ["5.40326E+17", "scientific"],
  ["54032619850318001", "length"],
  ["5403261985031800123", "length"],
  ["540326198513180012", "birth"],
  ["５４ＡＢ", "characters"],
  ["1".repeat(100_000), "length"],
])("%.20s is refused as %s", (text, fault) => {
  expect(readIdNumber(text)).toBe(fault);
});
