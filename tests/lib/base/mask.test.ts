/** Masked numbers show enough to recognize and never enough to use. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { maskIdNumber, maskName, maskPhone } from "#lib/base/mask.ts";

test("an ID number shows its first six and last four", () => {
  expect(maskIdNumber("540325199001011234")).toBe("540325********1234");
  expect(maskIdNumber("540325900101123")).toBe("540325*****1123");
});

test("a phone shows its first three and last four, a short one its last two", () => {
  expect(maskPhone("13800005678")).toBe("138****5678");
  expect(maskPhone("4821234")).toBe("*****34");
});

test("whatever comes in, the length stays and the middle is hidden", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,20}$/), (digits) => {
      expect(maskIdNumber(digits)).toHaveLength(digits.length);
      expect(maskPhone(digits)).toHaveLength(digits.length);
      if (digits.length > 0) expect(maskIdNumber(digits)).toMatch(/\*/);
      if (digits.length > 2) expect(maskPhone(digits)).toMatch(/\*/);
    }),
  );
});

test.each([
  ["洛松江村", "洛松**"],
  ["次仁旺堆", "次仁**"],
  ["洛松群培·嘎玛丹增旺修", "洛松**"],
  ["张伟", "张*"],
  ["张建国", "张**"],
  ["益西", "益*"],
  ["白玛措", "白**"],
  ["扎", "扎*"],
])("a public list shows %s as %s", (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
