// The rules of a household's life that need no database: who lived there on a day, what happens to income per head, how people stand to a new head.
import fc from "fast-check";
import { expect, test } from "vitest";
import { RELATIONS } from "#lib/domains/households/codes.ts";
import {
  joinedPerHead,
  partOf,
  perHeadAfter,
  relationTo,
  residentsOn,
  type Turn,
} from "#lib/domains/lives/life.ts";

const turn = (personId: string, on: string, old: string | null, now: string | null, year = 2026): Turn => ({
  personId,
  name: personId,
  year,
  on,
  kind: old === null ? "IN" : now === null ? "OUT" : "RELATION",
  oldRelation: old,
  newRelation: now,
});
const roll = (...people: [string, string][]) =>
  people.map(([personId, relation]) => ({ personId, name: personId, relation }));
const named = (people: { personId: string; relation: string }[]) =>
  people.map(({ personId, relation }) => `${personId}:${relation}`).sort();

test("on a day before a death the dead still lives there, from that day on not", () => {
  const now = roll(["父", "HEAD"], ["子", "SON"]);
  const turns = [turn("母", "2026-05-03", "SPOUSE", null)];
  expect(named(residentsOn(now, 2026, turns, "2026-05-02"))).toEqual(
    ["子:SON", "母:SPOUSE", "父:HEAD"].sort(),
  );
  expect(named(residentsOn(now, 2026, turns, "2026-05-03"))).toEqual(["子:SON", "父:HEAD"].sort());
});

test("who came and went within one year is found on the days between", () => {
  const turns = [
    turn("媳", "2026-02-01", null, "DAUGHTER_IN_LAW"),
    turn("媳", "2026-08-01", "DAUGHTER_IN_LAW", null),
  ];
  const on = (day: string) => residentsOn(roll(["父", "HEAD"]), 2026, turns, day).length;
  expect([on("2026-01-31"), on("2026-02-01"), on("2026-07-31"), on("2026-08-01")]).toEqual([1, 2, 2, 1]);
});

test("a head that passed on is the head of its days", () => {
  const now = roll(["父", "FATHER"], ["子", "HEAD"]);
  const turns = [turn("父", "2026-06-01", "HEAD", "FATHER"), turn("子", "2026-06-01", "SON", "HEAD")];
  expect(named(residentsOn(now, 2026, turns, "2026-05-31"))).toEqual(["子:SON", "父:HEAD"].sort());
});

test("a death of last December that was told in January is known on the days after it, though last year's roll stays as it was", () => {
  const last = roll(["父", "HEAD"], ["母", "SPOUSE"]);
  const turns = [turn("母", "2025-12-20", "SPOUSE", null, 2026)];
  expect(residentsOn(last, 2025, turns, "2025-12-19")).toHaveLength(2);
  expect(residentsOn(last, 2025, turns, "2025-12-25")).toHaveLength(1);
});

test("the income of the family stays what it was when the number of heads changes, to the nearest fen", () => {
  expect(perHeadAfter(1_000_00n, 4, 3)).toBe(133_333n);
  expect(perHeadAfter(1_000_00n, 4, 5)).toBe(80_000n);
  expect(perHeadAfter(null, 4, 3)).toBeNull();
  expect(perHeadAfter(500n, 1, 0)).toBe(500n);
});

test("two families under one roof share what both earn; what is not reported is not taken as nothing", () => {
  expect(joinedPerHead({ perHead: 10_000n, members: 2 }, { perHead: 20_000n, members: 2 })).toBe(15_000n);
  expect(joinedPerHead({ perHead: null, members: 2 }, { perHead: 20_000n, members: 2 })).toBe(20_000n);
});

test("what goes with some heads and what stays make the whole", () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 9n), 10n ** 9n),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(11),
      (sum, all, some) => {
        const part = partOf(sum, Math.min(some, all), all);
        expect(part + (sum - part)).toBe(sum);
        if (some >= all) expect(part).toBe(sum);
      },
    ),
  );
});

test("how people stand to a new head is proposed only where it follows, and nobody is proposed as a second head", () => {
  expect(relationTo("SPOUSE", "HEAD")).toBe("SPOUSE");
  expect(relationTo("SPOUSE", "SON")).toBe("SON");
  expect(relationTo("SON", "DAUGHTER")).toBe("SIBLING");
  expect(relationTo("SON", "DAUGHTER_IN_LAW")).toBe("SPOUSE");
  expect(relationTo("SON", "MOTHER")).toBe("OTHER");
  const codes = RELATIONS.map(({ code }) => code);
  for (const head of codes)
    for (const own of codes) if (own !== head) expect(relationTo(head, own)).not.toBe("HEAD");
});
