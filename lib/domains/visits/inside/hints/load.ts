/** Reads what some visitors told of the last weeks, as the worker: with the photos of others that have the same bytes. */
import type pg from "pg";
import { HINT_DAYS } from "../../hint.ts";
import type { Told } from "../../told.ts";

/** A visit as it is kept, and what a hint needs of it. */
export type Kept = Told & { divisionId: number; householdId: string; lately: boolean };

/** What was written down or photographed before so many days is not asked about any more. */
const LATELY = 7;

export async function toldBy(pool: pg.Pool, persons: readonly string[], today: string): Promise<Kept[]> {
  const { rows } = await pool.query<Omit<Kept, "receivedAt" | "writtenAt"> & Moments>(TOLD, [
    persons,
    today,
    HINT_DAYS,
    LATELY,
  ]);
  return rows.map(({ received, written, ...visit }) => ({
    ...visit,
    receivedAt: received.toISOString(),
    writtenAt: written?.toISOString() ?? null,
  }));
}

type Moments = { received: Date; written: Date | null };

const TOLD = `
  with mine as materialized (
    select w.visit_id, w.person_id from visit_visitor w where w.person_id = any ($1::uuid[]) and w.visited_on > $2::date - $3::int and w.counts),
  photo as materialized (
    select f.owner_id::uuid as visit_id, f.sha256, f.look, f.created_at from stored_file f where f.owner = 'visit' and f.owner_id in (select visit_id::text from mine)),
  others as (
    select w.visit_id, min(w.person_id::text)::uuid as person_id from stored_file f join visit_visitor w on w.visit_id = f.owner_id::uuid and w.counts
    where f.owner = 'visit' and f.sha256 in (select sha256 from photo) and w.visit_id not in (select visit_id from mine)
    group by w.visit_id limit 1000),
  all_of_them as (select visit_id, person_id from mine union all select visit_id, person_id from others)
  select v.id, a.person_id as person, v.household_id as household, v.counted_in as village,
    coalesce((select c.ancestor_id from division_closure c join division d on d.id = c.ancestor_id and d.level = 'TOWNSHIP' where c.node_id = v.counted_in and c.to_on is null limit 1), v.counted_in) as township,
    coalesce((select c.ancestor_id from division_closure c join division d on d.id = c.ancestor_id and d.level = 'COUNTY' where c.node_id = v.counted_in and c.to_on is null limit 1), v.counted_in) as county,
    v.visited_on::text as "visitedOn", v.kind, v.note, v.device_at as written, v.created_at as received,
    coalesce((select json_agg(json_build_object('sha256', encode(f.sha256, 'hex'), 'look', f.look) order by f.created_at, f.id)
      from stored_file f where f.owner = 'visit' and f.owner_id = v.id::text), '[]') as photos,
    (exists (select 1 from team_member m join team_leave l on l.member_id = m.id and l.status = 'APPROVED' and v.visited_on between l.from_on and l.last_on where m.person_id = a.person_id)
      or exists (select 1 from team_member m join team_day y on y.member_id = m.id and y.day = v.visited_on and y.status in ('VACATION', 'SICK') where m.person_id = a.person_id)) as "onLeave",
    v.division_id as "divisionId", v.household_id as "householdId",
    greatest(v.created_at, (select max(p.created_at) from photo p where p.visit_id = v.id)) > now() - make_interval(days => $4::int) as lately
  -- Sheets of paper say the same of many households, and are copied in one go: nothing follows from it.
  from all_of_them a join visit v on v.id = a.visit_id and v.import_id is null order by v.id, a.person_id`;
