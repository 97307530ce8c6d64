// What can happen to posts in a random life: places change, somebody comes, leaves or is assessed; what the database refuses does not happen.
import fc from "fast-check";
import type { TestDatabase } from "#tests/support/database.ts";

export type PostDeed =
  | { do: "places"; post: number; places: number; days: number }
  | { do: "appoint"; post: number; helper: number; days: number; length: number | null }
  | { do: "leave"; tenure: number; days: number }
  | { do: "assess"; tenure: number; year: number | null };

const one = fc.nat({ max: 7 });
export const postDeed = (year: number): fc.Arbitrary<PostDeed> =>
  fc.oneof(
    fc.record({
      do: fc.constant("places" as const),
      post: fc.nat({ max: 8 }),
      places: fc.nat({ max: 2 }),
      days: fc.nat({ max: 200 }),
    }),
    fc.record({
      do: fc.constant("appoint" as const),
      post: fc.nat({ max: 8 }),
      helper: fc.integer({ min: 1, max: 4 }),
      days: fc.nat({ max: 150 }),
      length: fc.option(fc.integer({ min: 1, max: 90 })),
    }),
    fc.record({ do: fc.constant("leave" as const), tenure: one, days: fc.nat({ max: 60 }) }),
    fc.record({
      do: fc.constant("assess" as const),
      tenure: one,
      year: fc.constantFrom(null, year, year - 1),
    }),
  );

type Look = TestDatabase["look"];

/** A secretary's post and a director's in every village, and one that leads nothing. */
export async function plantPosts(look: Look, villages: readonly number[]) {
  for (const village of villages) {
    await look(
      "insert into party_org (id, name, kind, setting, division_id, opened_on) values ($1, 'b', 'BRANCH', 'TERRITORIAL', $1, '2014-01-01')",
      [village],
    );
    for (const [nth, kind, org] of [
      [1, "SECRETARY", village],
      [2, "DIRECTOR", null],
      [3, "VILLAGE_COMMITTEE_MEMBER", null],
    ])
      await look(
        "insert into post (id, division_id, party_org_id, kind, principal) values (('00000000-0000-7000-8000-0000000001' || $1 || $2)::uuid, $1::int, $3, $4, $5)",
        [String(village), String(nth), org, kind, nth !== 3],
      );
  }
}

export async function performOnPosts(look: Look, deed: PostDeed, daysAgo: (days: number) => string) {
  const table = "post" in deed ? "post" : "tenure";
  const rows = await look<Record<string, string>>(`select * from ${table} order by 1, 2`);
  const row = rows[("post" in deed ? deed.post : deed.tenure) % Math.max(1, rows.length)];
  if (!row) return;
  const write = (text: string, values: unknown[]) => look(text, values).catch(() => undefined);
  switch (deed.do) {
    case "places":
      return write(
        "insert into post_quota (post_id, division_id, from_on, places) values ($1, $2, $3, $4) on conflict (post_id, from_on) do update set places = excluded.places",
        [row.id, row.division_id, daysAgo(deed.days), deed.places],
      );
    case "appoint":
      return write(
        "insert into tenure (post_id, division_id, person_id, person_name, from_on, to_on, source) values ($1, $2, ('00000000-0000-7000-8000-00000000000' || $3)::uuid, 'x', $4, $5, 'ELECTED')",
        [
          ...[row.id, row.division_id, String(deed.helper), daysAgo(deed.days)],
          deed.length === null ? null : daysAgo(deed.days - deed.length),
        ],
      );
    case "leave":
      return write("update tenure set to_on = greatest($2::date, from_on) where id = $1", [
        row.id,
        daysAgo(deed.days),
      ]);
    case "assess":
      return write(
        "insert into tenure_tag (tenure_id, tag, division_id, assessed_in) values ($1, 'KNOWS_RURAL', $2, $3) on conflict do nothing",
        [row.id, row.division_id, deed.year],
      );
  }
}
