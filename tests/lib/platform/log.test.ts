// Errors reach the log without the values that their texts quote.
import { expect, test } from "vitest";
import { withoutValues } from "#lib/platform/log.ts";

test.each([
  [
    'invalid input syntax for type integer: "扎西 542121199001011234"',
    'invalid input syntax for type integer: "…"',
  ],
  [
    "Cannot read properties of undefined (reading 'name')",
    "Cannot read properties of undefined (reading 'name')",
  ],
  ['relation "household" does not exist', 'relation "household" does not exist'],
  ["没有找到 扎西顿珠", "… …"],
  ["phone 13800138000 twice\nDETAIL: Key (phone)=(13800138000)", "phone … twice"],
])("%j", (text, expected) => {
  expect(withoutValues(text)).toBe(expected);
});
