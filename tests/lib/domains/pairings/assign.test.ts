// The assignment of helpers to households: never a broken rule, nobody left who could have been helped, the shortest ways, and no more change than needed.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Assignment, assign, type Hand, type ToCover } from "#lib/domains/pairings/assign.ts";

/** A prefecture with two counties of two townships of two villages: every node, with its path up to the root. */
const PATHS = (() => {
  const paths: number[][] = [[1]];
  const grow = (path: number[], depth: number) => {
    for (const branch of [1, 2]) {
      const below = [path[0]! * 10 + branch, ...path];
      paths.push(below);
      if (depth < 3) grow(below, depth + 1);
    }
  };
  grow([1], 1);
  return paths;
})();
const VILLAGES = PATHS.filter((path) => path.length === 4);

type Drawn = { households: ToCover[]; hands: Hand[] };
const drawn = (kinship: number) =>
  fc
    .record({
      homes: fc.array(
        fc.record({ at: fc.nat(VILLAGES.length - 1), kin: fc.array(fc.nat(5), { maxLength: 6 }) }),
        {
          maxLength: 9,
        },
      ),
      hands: fc.array(
        fc.record({ at: fc.nat(PATHS.length - 1), room: fc.integer({ min: -1, max: 3 }), load: fc.nat(3) }),
        { maxLength: 6 },
      ),
    })
    .map(
      ({ homes, hands }): Drawn => ({
        households: homes.map(({ at, kin }, nth) => ({
          id: `h${nth}`,
          path: VILLAGES[at]!,
          kin: new Set(kin.slice(0, kinship).map((one) => `c${one}`)),
        })),
        hands: hands.map(({ at, ...hand }, nth) => ({ id: `c${nth}`, path: PATHS[at]!, ...hand })),
      }),
    );

/** How far up from the household the two meet. */
const way = (household: readonly number[], hand: readonly number[]) =>
  household.findIndex((node) => hand.includes(node));
const pathsOf = ({ households, hands }: Drawn) =>
  new Map([...households, ...hands].map(({ id, path }) => [id, path] as const));
const length = (drawn: Drawn, given: ReadonlyMap<string, string>) => {
  const paths = pathsOf(drawn);
  return [...given].reduce((sum, [household, hand]) => sum + way(paths.get(household)!, paths.get(hand)!), 0);
};

/** Every way of giving each household a helper or none: how many can be covered at most, and how short the ways can be then. */
function best({ households, hands }: Drawn): { covered: number; length: number } {
  const room = hands.map((hand) => Math.max(0, hand.room));
  const seen = new Map<string, { covered: number; length: number }>();
  const from = (nth: number): { covered: number; length: number } => {
    const household = households[nth];
    if (!household) return { covered: 0, length: 0 };
    const key = `${nth} ${room}`;
    const known = seen.get(key);
    if (known) return known;
    let found = from(nth + 1);
    hands.forEach((hand, at) => {
      if (room[at]! <= 0 || household.kin.has(hand.id)) return;
      room[at]!--;
      const rest = from(nth + 1);
      room[at]!++;
      const here = { covered: rest.covered + 1, length: rest.length + way(household.path, hand.path) };
      if (here.covered > found.covered || (here.covered === found.covered && here.length < found.length))
        found = here;
    });
    seen.set(key, found);
    return found;
  };
  return from(0);
}

function keepsTheRules({ households, hands }: Drawn, { given, left }: Assignment) {
  for (const household of households) {
    const helper = given.get(household.id);
    expect(given.has(household.id)).not.toBe(left.has(household.id));
    if (helper) expect(household.kin.has(helper)).toBe(false);
  }
  for (const hand of hands) {
    const has = [...given.values()].filter((helper) => helper === hand.id).length;
    expect(has).toBeLessThanOrEqual(Math.max(0, hand.room));
  }
}

test("without kinship as many as can be are covered, by the shortest ways that there are", () => {
  fc.assert(
    fc.property(drawn(0), (drawn) => {
      const found = assign(drawn.households, drawn.hands);
      keepsTheRules(drawn, found);
      expect({ covered: found.given.size, length: length(drawn, found.given) }).toEqual(best(drawn));
    }),
    { numRuns: 400 },
  );
});

test("with kinship nobody is left who could have been helped, no kinsman helps, and why somebody is left is true", () => {
  fc.assert(
    fc.property(drawn(6), (drawn) => {
      const found = assign(drawn.households, drawn.hands);
      keepsTheRules(drawn, found);
      expect(found.given.size).toBe(best(drawn).covered);
      const kin = new Map(drawn.households.map((household) => [household.id, household.kin]));
      const able = drawn.hands.filter((hand) => hand.room > 0);
      for (const [household, why] of found.left) {
        const others = able.filter((hand) => !kin.get(household)?.has(hand.id));
        expect(why).toBe(able.length > 0 && others.length === 0 ? "onlyKin" : "noRoom");
        const held = (id: string) => [...found.given.values()].filter((helper) => helper === id).length;
        for (const hand of others) expect(held(hand.id)).toBe(hand.room);
      }
    }),
    { numRuns: 400 },
  );
});

test("planning anew after a change keeps what the change does not touch; it moves only what lets one more be helped, and never what was chosen by hand", () => {
  const change = fc.record({
    gone: fc.nat(5),
    less: fc.nat(5),
    chosen: fc.array(fc.nat(8), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(drawn(4), change, (drawn, { gone, less, chosen }) => {
      const before = assign(drawn.households, drawn.hands);
      const hands = drawn.hands
        .filter((hand) => hand.id !== `c${gone}`)
        .map((hand) => (hand.id === `c${less}` ? { ...hand, room: hand.room - 1 } : hand));
      const byHand = new Set(chosen.map((nth) => `h${nth}`));
      const after = assign(drawn.households, hands, before.given, byHand);
      keepsTheRules({ ...drawn, hands }, after);
      const touched = (household: string) => {
        const helper = before.given.get(household);
        return helper === undefined || helper === `c${gone}` || helper === `c${less}`;
      };
      const changed = drawn.households.filter(
        ({ id }) => !touched(id) && after.given.get(id) !== before.given.get(id),
      );
      expect(changed.length).toBe(after.moved > 0 ? changed.length : 0);
      expect(changed.length).toBeLessThanOrEqual(after.moved);
      for (const { id } of changed) {
        expect(byHand.has(id)).toBe(false);
        expect(after.given.has(id)).toBe(true);
      }
      // Nothing changed, nothing moves.
      expect(assign(drawn.households, drawn.hands, before.given).given).toEqual(before.given);
    }),
    { numRuns: 400 },
  );
});

test("of helpers equally near the least burdened comes first, and those of the village before those of the county", () => {
  const village = VILLAGES[0]!;
  const household = (nth: number): ToCover => ({ id: `h${nth}`, path: village, kin: new Set() });
  const hand = (id: string, path: readonly number[], load: number): Hand => ({ id, path, load, room: 2 });
  const { given } = assign([1, 2, 3, 4].map(household), [
    hand("county", village.slice(2), 0),
    hand("busy", village, 3),
    hand("free", village, 0),
  ]);
  expect([...given.values()]).toEqual(["free", "free", "busy", "busy"]);
});

test("twenty thousand households and six thousand cadres are settled in well under thirty seconds", () => {
  const villages = Array.from({ length: 1175 }, (_, nth) => {
    const township = 2000 + Math.floor(nth / 9);
    return [10_000 + nth, township, 100 + Math.floor(township / 13), 1];
  });
  const hands = Array.from({ length: 6000 }, (_, nth): Hand => {
    const village = villages[(nth * 7) % villages.length]!;
    return { id: `c${nth}`, path: village.slice(nth % 3), room: 2 + (nth % 4), load: nth % 2 };
  });
  const households = Array.from(
    { length: 20_000 },
    (_, nth): ToCover => ({
      id: `h${nth}`,
      path: villages[(nth * 13) % villages.length]!,
      kin: new Set(nth % 5 === 0 ? [`c${nth % 6000}`, `c${(nth * 3) % 6000}`] : []),
    }),
  );
  const began = performance.now();
  const found = assign(households, hands);
  const ms = performance.now() - began;
  keepsTheRules({ households: [], hands }, { ...found, given: new Map() });
  expect(found.given.size + found.left.size).toBe(20_000);
  const loads = new Map<string, number>();
  for (const helper of found.given.values()) loads.set(helper, (loads.get(helper) ?? 0) + 1);
  for (const hand of hands) expect(loads.get(hand.id) ?? 0).toBeLessThanOrEqual(hand.room);
  for (const household of households)
    expect(household.kin.has(found.given.get(household.id) ?? "")).toBe(false);
  expect(found.given.size).toBe(20_000);
  expect(ms).toBeLessThan(30_000);
});
