/** A list's state lives in its address: it survives reading and writing, and a change starts at the first page. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { filtersOf, keepScope, listOf, sortLink, sortOf, toParams, withParams } from "#lib/base/url-state.ts";

const at = (text: string) => new URLSearchParams(text);

test("boxes ticked without scripts come as a repeated key and are one list", () => {
  expect(filtersOf(toParams({ "f.status": ["poor", "exited"], q: "", u: "3" }))).toEqual({
    status: ["poor", "exited"],
  });
  expect(listOf(toParams({ "months[]": ["12", "", "1"] }), "months[]")).toEqual(["12", "1"]);
  expect(listOf(toParams({ "months[]": "7" }), "months[]")).toEqual(["7"]);
  expect(listOf(toParams({}), "months[]")).toEqual([]);
  expect(toParams({ q: "", u: "3" }).toString()).toBe("u=3");
});

test("filters are read by field, and nothing else is", () => {
  expect(filtersOf(at("f.status=overdue,returned&f.owner=~none&q=x&f.=y&f.empty="))).toEqual({
    status: ["overdue", "returned"],
    owner: ["~none"],
  });
});

test("only a column that may be sorted is sorted", () => {
  expect(sortOf(at("sort=-gap"), ["gap"])).toEqual({ field: "gap", down: true });
  expect(sortOf(at("sort=gap"), ["gap"])).toEqual({ field: "gap", down: false });
  expect(sortOf(at("sort=password"), ["gap"])).toBeNull();
  expect(sortOf(at(""), ["gap"])).toBeNull();
});

test("a header turns up, down, and up again, and keeps the filters", () => {
  const one = sortLink("/households", at("f.status=poor&after=9&u=3"), "income");
  expect(one).toBe("/households?f.status=poor&u=3&sort=income");
  const two = sortLink("/households", at(one.split("?")[1] ?? ""), "income");
  expect(two).toBe("/households?f.status=poor&u=3&sort=-income");
  expect(sortLink("/households", at(two.split("?")[1] ?? ""), "income")).toBe(one);
});

test("a change keeps the rest, drops the place, and a removed filter leaves no trace", () => {
  expect(withParams("/a", at("u=3&page=4&after=x&f.s=a,b"), { "f.s": null, q: "达娃" })).toBe(
    "/a?u=3&q=%E8%BE%BE%E5%A8%83",
  );
  expect(withParams("/a", at("page=4"), { tab: "x" }, true)).toBe("/a?page=4&tab=x");
  expect(withParams("/a", at("q=1"), { q: null })).toBe("/a");
});

test("what is written is read back", () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z.]{0,8}$/), word, { maxKeys: 5 }), (wanted) => {
      const path = withParams("/a", at("u=3"), wanted, true);
      const read = at(path.split("?")[1] ?? "");
      for (const [key, value] of Object.entries(wanted)) expect(read.get(key)).toBe(value);
    }),
  );
});

test("going elsewhere stays with the unit and the period, unless the link names its own", () => {
  expect(keepScope("/households", at("u=3&p=2026Q3&q=x"))).toBe("/households?u=3&p=2026Q3");
  expect(keepScope("/households?u=9", at("u=3"))).toBe("/households?u=9");
  expect(keepScope("/households", at(""))).toBe("/households");
});
