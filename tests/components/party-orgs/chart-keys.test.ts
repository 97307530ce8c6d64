// Every key of the org chart: where the focus goes, or which link is followed.
import { expect, test } from "vitest";
import { stepOf, type TypedAhead } from "#components/party-orgs/chart-keys.ts";

const line = (name: string, initials: string, depth: number, open: boolean | null = null) => ({
  ...{ name, initials, depth, selectHref: `/chart?sel=${initials}` },
  toggle: open === null ? null : { open, href: `/chart?toggle=${initials}` },
});
const LINES = [
  line("中共昌都市委员会", "zgcdswyh", 0, true),
  line("中共察雅县委员会", "zgcyxwyh", 1, true),
  line("吉塘镇党委", "jtzdw", 2, false),
  line("孟普村党支部", "mpcdzb", 2),
  line("那曲村党支部", "nqcdzb", 2),
  line("中共左贡县委员会", "zgzgxwyh", 1, false),
];
const press = (
  key: string,
  at: number,
  more: { shift?: boolean; typed?: TypedAhead; may?: boolean; now?: number } = {},
) =>
  stepOf(
    key,
    more.shift ?? false,
    LINES,
    at,
    more.typed ?? { text: "", at: 0 },
    more.may ?? true,
    more.now ?? 10_000,
  );

test("arrows walk, unfold and fold, and go up from a leaf", () => {
  expect(press("ArrowDown", 0)).toEqual({ focus: 1 });
  expect(press("ArrowUp", 1)).toEqual({ focus: 0 });
  expect(press("ArrowUp", 0)).toBeNull();
  expect(press("ArrowDown", 5)).toBeNull();
  expect(press("ArrowRight", 2)).toEqual({ go: "/chart?toggle=jtzdw" });
  expect(press("ArrowRight", 1)).toEqual({ focus: 2 });
  expect(press("ArrowRight", 3)).toBeNull();
  expect(press("ArrowLeft", 1)).toEqual({ go: "/chart?toggle=zgcyxwyh" });
  expect(press("ArrowLeft", 3)).toEqual({ focus: 1 });
  expect(press("ArrowLeft", 5)).toEqual({ focus: 0 });
  expect(press("Home", 4)).toEqual({ focus: 0 });
  expect(press("End", 0)).toEqual({ focus: 5 });
});

test("Enter and Space choose; F2, M and N begin a deed, for whoever may", () => {
  expect(press("Enter", 2)).toEqual({ go: "/chart?sel=jtzdw" });
  expect(press(" ", 2)).toEqual({ go: "/chart?sel=jtzdw" });
  expect(press("F2", 2)).toEqual({ go: "/chart?sel=jtzdw&do=rename" });
  expect(press("m", 2)).toEqual({ go: "/chart?sel=jtzdw&do=move" });
  expect(press("N", 2)).toEqual({ go: "/chart?sel=jtzdw&do=new" });
  expect(press("F2", 2, { may: false })).toBeNull();
  expect(press("m", 0, { may: false }), "then it is a letter").toEqual({ focus: 3 });
});

test("letters find by character and by sound, from here on and round; M and N with Shift, or after another letter", () => {
  const typed = { text: "", at: 0 };
  expect(press("j", 0, { typed })).toEqual({ focus: 2 });
  expect(press("t", 2, { typed, now: 10_300 })).toEqual({ focus: 2 });
  expect(press("吉", 5)).toEqual({ focus: 2 });
  expect(press("M", 0, { shift: true })).toEqual({ focus: 3 });
  const long = { text: "", at: 0 };
  for (const [at, letter] of [..."zgz"].entries()) press(letter, 0, { typed: long, now: 10_000 + at * 100 });
  expect(press("g", 0, { typed: long, now: 10_400 })).toEqual({ focus: 5 });
  expect(press("n", 4, { typed: { text: "x", at: 9_000 } }), "the pause is over: a deed again").toEqual({
    go: "/chart?sel=nqcdzb&do=new",
  });
  const left = { text: "zgc", at: 10_000 };
  press("ArrowDown", 0, { typed: left, now: 10_100 });
  expect(press("j", 0, { typed: left, now: 10_200 }), "an arrow ends the name").toEqual({ focus: 2 });
  expect(press("q", 0)).toBeNull();
});

test("what all committees are called by begins nobody's name: the place after it is found as well", () => {
  expect(press("c", 0)).toEqual({ focus: 1 });
  expect(press("左", 0)).toEqual({ focus: 5 });
  expect(press("z", 2), "a whole name goes first").toEqual({ focus: 5 });
});
