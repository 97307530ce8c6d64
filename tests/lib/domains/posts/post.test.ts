// The pure rules of posts: which kinds lead, which count, and that the usual teams stand by them.
import { expect, test } from "vitest";
import { entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { standardOf, traitsOf } from "#lib/domains/posts/post.ts";

test("every usual team has one principal of the Party at most and one of its committee, with one place", () => {
  for (const level of ["VILLAGE", "TOWNSHIP", "COUNTY", "PREFECTURE"]) {
    const leading = Object.entries(standardOf(level)).filter(([kind]) => traitsOf(kind).principal);
    expect(leading.map(([kind, places]) => [traitsOf(kind).of, places])).toEqual([
      ["PARTY", 1],
      ["DIVISION", 1],
    ]);
  }
  expect(standardOf("GROUP")).toEqual({});
});

test("a kind of the office's own belongs to the committee, leads nothing and counts", () => {
  expect(traitsOf("MADE_HERE")).toEqual({ of: "DIVISION", principal: false, core: true });
  expect(traitsOf("SUPERVISION_DIRECTOR").core).toBe(false);
});

test("what the program knows of kinds is what the dictionary begins with", () => {
  const kinds = entriesOf("POST_KINDS", []).map(({ code }) => code);
  for (const level of ["VILLAGE", "TOWNSHIP", "COUNTY", "PREFECTURE"])
    expect(Object.keys(standardOf(level)).every((kind) => kinds.includes(kind))).toBe(true);
});
