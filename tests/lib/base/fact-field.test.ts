// A declared fact is read, kept and said: what goes in as people write it comes out the same way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FactField, readFact, sayFact, textOfFact } from "#lib/base/fact-field.ts";

const today = "2026-11-26";
const answers = { yes: "是", no: "否" };
const of = (kind: FactField["kind"], rest: Partial<FactField> = {}): FactField => ({
  ...{ key: "x", column: "x", kind, "zh-CN": "某项", en: "Something" },
  ...rest,
});
const read = (field: FactField, typed: string) => readFact(field, typed, today);

test("each kind reads what people write, and says what is wrong with the rest", () => {
  expect(read(of("hundredths"), "１２.５")).toEqual({ value: 1250 });
  expect(read(of("hundredths"), "12.345")).toEqual({ problem: "facts.number" });
  expect(read(of("hundredths", { most: 1000 }), "11")).toEqual({ problem: "facts.tooMuch" });
  expect(read(of("hundredths"), "-3")).toEqual({ problem: "facts.number" });
  expect(read(of("count"), "1,234")).toEqual({ value: 1234 });
  expect(read(of("count", { most: 99 }), "100")).toEqual({ problem: "facts.tooMuch" });
  expect(read(of("count"), "1e3")).toEqual({ problem: "facts.count" });
  expect(read(of("phone"), "139 0000-1234")).toEqual({ value: "13900001234" });
  expect(read(of("phone"), "＋86 １３９００００１２３４")).toEqual({ value: "13900001234" });
  expect(read(of("phone"), "1390000123４a")).toEqual({ problem: "phone" });
  expect(read(of("count"), "３")).toEqual({ value: 3 });
  expect(read(of("count"), "2.5")).toEqual({ problem: "facts.count" });
  expect(read(of("year"), "1999")).toEqual({ problem: "facts.year" });
  expect(read(of("day"), "1123")).toEqual({ value: "2026-11-23" });
  expect(read(of("day"), "昨天前")).toEqual({ problem: "day" });
  expect(read(of("yesNo"), "no")).toEqual({ value: false });
  expect(read(of("yesNo"), "也许")).toEqual({ problem: "unknownChoice" });
  const list = [
    { code: "A", "zh-CN": "甲", en: "a" },
    { code: "B", "zh-CN": "乙", en: "b" },
  ];
  expect(read(of("choices", { list }), "A,B")).toEqual({ value: "A,B" });
  expect(read(of("choice", { list }), "A,B")).toEqual({ problem: "unknownChoice" });
  expect(read(of("text", { most: 2 }), "三个字")).toEqual({ problem: "tooLong" });
  expect(read(of("money"), "")).toEqual({ value: null });
  expect(sayFact(of("choices", { list }), "A,B", "zh-CN", answers)).toBe("甲、乙");
  expect(sayFact(of("count", { unit: { "zh-CN": "头", en: "head" } }), "1234", "zh-CN", answers)).toBe(
    "1,234 头",
  );
  expect(sayFact(of("yesNo"), "", "zh-CN", answers)).toBeNull();
});

test("what is kept reads back the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
      for (const kind of ["hundredths", "count"] as const) {
        const field = of(kind, { most: 10_000_000 });
        expect(read(field, textOfFact(field, value))).toEqual({ value });
      }
      expect(read(of("money"), textOfFact(of("money"), BigInt(value)))).toEqual({ value: BigInt(value) });
    }),
  );
});
