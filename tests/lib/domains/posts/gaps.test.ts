// For random places and appointments: empty days counted day by day equal the query's, no day is overfull, and a principal is one.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalsOf } from "#lib/domains/posts/principals.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPost } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { look } = database;
const { ranni } = world.divisions;
const people = Object.values(world.people).slice(0, 5);
const FIRST = "2026-01-01";
const LENGTH = 120;
const day = (nth: number) =>
  new Date(Date.parse(`${FIRST}T00:00:00Z`) + nth * 86_400_000).toISOString().slice(0, 10);
const RUNS = Number(process.env.FIGURES_RUNS ?? 40);
let admin: Session;
let org: { id: number };

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, world.accounts.organizer.username);
  org = await aPartyOrg(database, { divisionId: ranni.id });
});
afterAll(() => holdToday(null));

type Deed = { at: number; length: number | null; person: number; places: number | null };
const deed: fc.Arbitrary<Deed> = fc.record({
  at: fc.nat({ max: LENGTH }),
  length: fc.option(fc.nat({ max: 60 })),
  person: fc.nat({ max: 4 }),
  places: fc.option(fc.nat({ max: 3 }), { freq: 2 }),
});

test("empty days counted day by day equal the query's", { timeout: RUNS * 5_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(deed, { minLength: 3, maxLength: 14 }), async (leads, deeds) => {
      await look("delete from tenure where division_id = $1", [ranni.id]);
      await look("delete from post_quota where division_id = $1", [ranni.id]);
      await look("delete from post where division_id = $1", [ranni.id]);
      const post = await aPost(database, {
        divisionId: ranni.id,
        partyOrgId: org.id,
        kind: leads ? "SECRETARY" : "DEPUTY_SECRETARY",
        quotas: [],
      });
      const places = new Map<number, number>();
      const held: { person: number; from: number; to: number | null }[] = [];
      for (const one of deeds) {
        if (one.places !== null) {
          const done = await look(
            "insert into post_quota (post_id, division_id, from_on, places) values ($1, $2, $3, $4) on conflict (post_id, from_on) do update set places = excluded.places returning 1",
            [post.id, ranni.id, day(one.at), one.places],
          ).catch(() => []);
          if (done.length > 0) places.set(one.at, one.places);
          continue;
        }
        const to = one.length === null ? null : one.at + one.length;
        const done = await look(
          "insert into tenure (post_id, division_id, person_id, person_name, from_on, to_on, source) values ($1, $2, $3, 'x', $4, $5, 'ELECTED') returning 1",
          [post.id, ranni.id, people[one.person]?.id, day(one.at), to === null ? null : day(to)],
        ).catch(() => []);
        if (done.length > 0) held.push({ person: one.person, from: one.at, to });
      }
      const placesOn = (nth: number) =>
        [...places].filter(([at]) => at <= nth).toSorted(([a], [b]) => b - a)[0]?.[1] ?? 0;
      const holdersOn = (nth: number) =>
        held.filter(({ from, to }) => from <= nth && (to === null || to > nth));
      const spans = await look<{ from: string; to: string; missing: number }>(
        "select from_on::text as from, to_on::text as to, missing from fact_gaps($1, $2, $3)",
        [post.id, day(10), day(LENGTH)],
      );
      const told = (nth: number) =>
        spans.filter(({ from, to }) => from <= day(nth) && to > day(nth)).map(({ missing }) => missing);
      let [emptyDays, emptyPlaces] = [0, 0];
      for (let nth = 0; nth < LENGTH; nth++) {
        const short = placesOn(nth) - holdersOn(nth).length;
        expect(short).toBeGreaterThanOrEqual(0);
        if (leads) expect(placesOn(nth)).toBeLessThanOrEqual(1);
        if (nth < 10) continue;
        expect([nth, told(nth)]).toEqual([nth, short > 0 ? [short] : []]);
        emptyDays += short > 0 ? 1 : 0;
        emptyPlaces += short;
      }
      const [sums] = await look<{ days: number; places: number }>(
        "select coalesce(sum(to_on - from_on), 0)::int as days, coalesce(sum((to_on - from_on) * missing), 0)::int as places from fact_gaps($1, $2, $3)",
        [post.id, day(10), day(LENGTH)],
      );
      expect(sums).toEqual({ days: emptyDays, places: emptyPlaces });
      if (!leads) return;
      const [figure] = await look<{ days: number }>(
        "select coalesce(sum(days), 0)::int as days from fact_secretaries($1, $2) where post_id = $3",
        [day(10), day(LENGTH - 1), post.id],
      );
      expect(figure?.days).toBe(emptyPlaces);
      for (const nth of [10, 47, LENGTH - 1]) {
        const team = await reading(admin, (scope) => showTeam(scope, { orgId: org.id, on: day(nth) }));
        const [principal, ...more] = principalsOf(team);
        expect(more).toEqual([]);
        const holders = holdersOn(nth);
        expect(principal?.holders.map(({ personId }) => personId) ?? []).toEqual(
          holders.map(({ person }) => people[person]?.id),
        );
        if (principal && holders.length === 0) {
          let first = nth;
          while (first > 0 && placesOn(first - 1) > holdersOn(first - 1).length) first -= 1;
          expect(principal.shortSince).toBe(day(first));
        }
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
