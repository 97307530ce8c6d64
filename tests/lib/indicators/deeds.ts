// What may happen to households, pairings, visits, organizations and the tree in the property of the figures, at random, and how it is done.
import fc from "fast-check";
import type pg from "pg";
import { foldMarks } from "#lib/indicators/fold.ts";
import { today } from "#lib/platform/clock.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { type PostDeed, performOnPosts, postDeed } from "./post-deeds.ts";
import { performOnTrainings, type TrainingDeed, trainingDeed } from "./training-deeds.ts";

/** The villages of the small tree that the deeds are done in. */
export const VILLAGES = [7, 8, 9];

const now = today();
const year = now.slice(0, 4);
export const daysAgo = (n: number) =>
  new Date(Date.parse(`${now}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);

export type Deed =
  | { do: "register"; village: number; days: number; status: string }
  | { do: "pair"; household: number; helper: number; kind: string; days: number }
  | { do: "end"; pairing: number; days: number }
  | { do: "visit"; household: number; helper: number; days: number; remote: boolean }
  | { do: "withdraw"; visit: number }
  | { do: "move"; household: number; village: number }
  | { do: "replant"; village: number; township: number }
  | { do: "found"; village: number; days: number }
  | { do: "elect"; term: number; days: number }
  | { do: "close"; term: number; days: number }
  | { do: "list"; term: number; days: number }
  | { do: "accept"; weak: number; days: number }
  | PostDeed
  | TrainingDeed
  | { do: "fold" };

const small = fc.nat({ max: 7 });
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant("register" as const),
    village: fc.constantFrom(...VILLAGES),
    days: fc.nat({ max: 400 }),
    status: fc.constantFrom("POOR", "EXITED", "REMOVED"),
  }),
  fc.record({
    do: fc.constant("pair" as const),
    household: small,
    helper: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom("FIRST_HELPER", "SECOND_HELPER", "PARTY_MEMBER_LINK"),
    days: fc.nat({ max: 300 }),
  }),
  fc.record({ do: fc.constant("end" as const), pairing: small, days: fc.nat({ max: 60 }) }),
  fc.record({
    do: fc.constant("visit" as const),
    household: small,
    helper: fc.integer({ min: 1, max: 4 }),
    days: fc.nat({ max: 100 }),
    remote: fc.boolean(),
  }),
  fc.record({ do: fc.constant("withdraw" as const), visit: small }),
  fc.record({ do: fc.constant("move" as const), household: small, village: fc.constantFrom(...VILLAGES) }),
  fc.record({
    do: fc.constant("replant" as const),
    village: fc.constantFrom(...VILLAGES),
    township: fc.constantFrom(4, 5, 6),
  }),
  fc.record({
    do: fc.constant("found" as const),
    village: fc.constantFrom(...VILLAGES),
    days: fc.integer({ min: -40, max: 300 }),
  }),
  fc.record({ do: fc.constant("elect" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("close" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("list" as const), term: small, days: fc.nat({ max: 300 }) }),
  fc.record({ do: fc.constant("accept" as const), weak: small, days: fc.nat({ max: 60 }) }),
  { arbitrary: postDeed(Number(year)), weight: 4 },
  { arbitrary: trainingDeed(VILLAGES), weight: 5 },
  fc.record({ do: fc.constant("fold" as const) }),
);

/** Does it as the programs do, by rows; what the database refuses (an overlap) simply does not happen. */
export async function perform(look: TestDatabase["look"], jobs: pg.Pool, one: Deed) {
  const nth = async (table: string, index: number) => {
    const rows = await look<Record<string, string>>(`select * from ${table} order by 1, 2`);
    return rows.length === 0 ? undefined : rows[index % rows.length];
  };
  switch (one.do) {
    case "register": {
      const [row] = await look<{ id: string }>(
        "insert into household (household_no, division_id, head_name, status) values (gen_random_uuid()::text, $1, 'h', $2) returning id",
        [one.village, one.status],
      );
      return look("insert into household_spell values ($1, $2, $3, $4, null)", [
        row?.id,
        one.village,
        one.status,
        daysAgo(one.days),
      ]);
    }
    case "pair": {
      const home = await nth("household", one.household);
      if (!home) return;
      return look(
        "insert into pairing (household_id, division_id, helper_id, helper_name, kind, from_on) values ($1, $2, ('00000000-0000-7000-8000-00000000000' || $3)::uuid, 'x', $4, $5)",
        [home.id, home.division_id, String(one.helper), one.kind, daysAgo(one.days)],
      ).catch(() => undefined);
    }
    case "end": {
      const pairing = await nth("pairing", one.pairing);
      if (!pairing) return;
      return look("update pairing set to_on = greatest($2::date, from_on) where id = $1 and to_on is null", [
        pairing.id,
        daysAgo(one.days),
      ]);
    }
    case "visit": {
      const home = await nth("household", one.household);
      if (!home) return;
      const [visit] = await look<{ id: string }>(
        "insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation) values (gen_random_uuid(), $1, $2, $2, $3, 'HOME', 'NORMAL') returning id",
        [home.id, home.division_id, daysAgo(one.days)],
      );
      return look(
        "insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on, remote) values ($1, ('00000000-0000-7000-8000-00000000000' || $2)::uuid, 'x', $3, $4, $5, $6)",
        [visit?.id, String(one.helper), home.id, home.division_id, daysAgo(one.days), one.remote],
      );
    }
    case "found": {
      // Its term ends so many days ago, or in days to come.
      const [org] = await look<{ id: number }>(
        "insert into party_org (name, kind, setting, division_id, opened_on) values ('o', 'BRANCH', 'TERRITORIAL', $1, '2014-01-01') returning id",
        [one.village],
      );
      return look(
        "insert into party_org_term (org_id, division_id, elected_on, years, ends_on, due_on) values ($1, $2, $3::date - 1000, 3, $3, $3)",
        [org?.id, one.village, daysAgo(one.days)],
      );
    }
    case "elect": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look(
        "update party_org_term set reelected_on = $2, result = case when $2::date > due_on then 'LATE' else 'ON_TIME' end where id = $1",
        [term.id, daysAgo(one.days)],
      ).catch(() => undefined);
    }
    case "close": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look("update party_org set closed_on = $2 where id = $1", [term.org_id, daysAgo(one.days)]);
    }
    case "list": {
      const term = await nth("party_org_term", one.term);
      if (!term) return;
      return look(
        "insert into party_org_weak (org_id, division_id, year, cause, found_on) values ($1, $2, extract(year from $3::date), 'COMPLAINTS', $3) on conflict do nothing",
        [term.org_id, term.division_id, daysAgo(one.days)],
      );
    }
    case "accept": {
      const listing = await nth("party_org_weak", one.weak);
      if (!listing) return;
      return look(
        "update party_org_weak set status = 'ACCEPTED', accepted_on = $2, reported_by = 1, decided_by = 2 where id = $1",
        [listing.id, daysAgo(one.days)],
      );
    }
    case "withdraw": {
      const visitor = await nth("visit_visitor", one.visit);
      if (visitor)
        return look("update visit_visitor set counts = false where visit_id = $1", [visitor.visit_id]);
      return;
    }
    case "move": {
      const home = await nth("household", one.household);
      if (!home) return;
      await look("delete from household_spell where household_id = $1 and to_on is null and from_on >= $2", [
        home.id,
        now,
      ]);
      await look("update household_spell set to_on = $2 where household_id = $1 and to_on is null", [
        home.id,
        now,
      ]);
      await look("insert into household_spell values ($1, $2, $3, $4, null)", [
        home.id,
        one.village,
        home.status,
        now,
      ]);
      return look("update household set division_id = $2 where id = $1", [home.id, one.village]);
    }
    case "replant":
      await look("select sec.move_subtree('division_closure', $1, $2, $3)", [one.village, one.township, now]);
      return look("insert into rollup_mark (fact, division_id, from_on) values ('tree', $1, $2)", [
        one.village,
        now,
      ]);
    case "fold":
      return foldMarks(jobs);
    case "places":
    case "appoint":
    case "leave":
    case "assess":
      return performOnPosts(look, one, daysAgo);
    default:
      return performOnTrainings(look, one, daysAgo);
  }
}
