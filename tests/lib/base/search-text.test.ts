// An ID number in full is recognized however it was typed; names, household numbers and endings are not.
import { expect, test } from "vitest";
import { holdsIdNumber } from "#lib/base/search-text.ts";

test.each([
  "54030119800101007X",
  "54030119800101007x",
  "54030119800101007",
  "540301 19800101 0071",
  "540301800101007",
  "540301-800101-007",
  "５４０３０１１９８００１０１００７１",
  "扎西 540301198001010071",
  "扎西540301800101007",
  "54030119800101007143",
])("%s is an ID number in full", (typed) => {
  expect(holdsIdNumber(typed)).toBe(true);
});

test.each([
  "",
  "扎西",
  "007X",
  "5403259900001",
  "5403021000010001",
  "H5403252002110123",
  "cydj",
  "2026-11-25",
])("%s may be looked for", (typed) => {
  expect(holdsIdNumber(typed)).toBe(false);
});
