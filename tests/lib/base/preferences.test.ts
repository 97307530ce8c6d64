/** Wishes of a reader: known ones are followed, unknown ones fall back to what everybody gets. */
import { expect, test } from "vitest";
import { toPreferences } from "#lib/base/preferences.ts";

const plain = { locale: "zh-CN", theme: "system", textSize: "100", density: "standard", colorSafe: false };

test("nothing known, nothing special", () => {
  expect(toPreferences({})).toEqual(plain);
  expect(
    toPreferences({ locale: "xx", theme: "<b>", textSize: "999", density: "x", colorSafe: "no" }),
  ).toEqual(plain);
});

test("what is known is followed", () => {
  expect(
    toPreferences({ locale: "en", theme: "dark", textSize: 188, density: "compact", colorSafe: "1" }),
  ).toEqual({
    locale: "en",
    theme: "dark",
    textSize: "188",
    density: "compact",
    colorSafe: true,
  });
});
