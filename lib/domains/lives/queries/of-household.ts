/** What happened in the life of one household: its deeds, newest first, and the files that it came from or went on in. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdOf } from "../input.ts";
import type { LifeKind } from "../life.ts";

export type LifeLine = {
  id: string;
  kind: LifeKind;
  reason: string;
  on: string;
  membersBefore: number;
  membersAfter: number;
  perHeadBefore: bigint | null;
  perHeadAfter: bigint | null;
  /** False where the deed was done on another file, and this one took part in it. */
  own: boolean;
  by: string | null;
  writtenAt: Date;
  undoneBy: string | null;
  /** Nothing was written on its files since, nobody of it went on elsewhere, and its year is still open. */
  takable: boolean;
  people: { name: string; kind: "IN" | "OUT" | "RELATION"; old: string | null; now: string | null }[];
};

export const lifeOfHousehold = query({
  name: "lives.ofHousehold",
  input: HouseholdOf,
  run: ({ sql, viewer }, { household }) => sql<LifeLine>`
    select e.id, e.kind, e.reason, e.happened_on::text as on, e.members_before as "membersBefore", e.members_after as "membersAfter",
      e.per_head_before as "perHeadBefore", e.per_head_after as "perHeadAfter", e.household_id = ${household}::uuid as own,
      e.account_name as by, e.written_at as "writtenAt", e.undone_by as "undoneBy",
      e.undone_at is null and y.status = 'OPEN' and not exists (
        select 1 from jsonb_each_text(e.kept->'versions') v left join household h on h.id = v.key::uuid where h.version is distinct from v.value::int)
        and not exists (select 1 from life_change mine join life_change later on later.person_id = mine.person_id and later.nth > mine.nth
          and later.event_id <> e.id and not later.undone where mine.event_id = e.id) as takable,
      coalesce((select json_agg(json_build_object('name', c.name, 'kind', c.kind, 'old', c.old_relation, 'now', c.new_relation) order by c.nth)
        from life_change c where c.event_id = e.id and c.household_id = ${household}::uuid), '[]') as people
    from life_event e join registry_year y on y.year = e.year
    where (e.household_id = ${household}::uuid or e.id in (select event_id from life_change where household_id = ${household}::uuid
        union all select event_id from household_tie where household_id = ${household}::uuid))
      and ${reachable(viewer, { division: "e.division_id", household: "e.household_id" })}
    order by e.written_at desc, e.id desc limit 100`,
});

export type Tie = {
  otherId: string;
  otherNo: string;
  otherName: string;
  side: "FROM" | "TO";
  kind: "SPLIT" | "MERGE" | "DUPLICATE";
  on: string;
  /** Whether the other file opens for this viewer. */
  reachable: boolean;
  /** What lies with the other file. */
  visits: number;
  pairings: number;
};

export const tiesOfHousehold = query({
  name: "lives.ties",
  input: HouseholdOf,
  run: ({ sql, viewer }, { household }) => sql<Tie>`
    select t.other_id as "otherId", t.other_no as "otherNo", t.other_name as "otherName", t.side, t.kind, t.happened_on::text as on,
      exists (select 1 from household h where h.id = t.other_id and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}) as reachable,
      (select count(*)::int from visit v where v.household_id = t.other_id and v.status <> 'WITHDRAWN' and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })}) as visits,
      (select count(*)::int from pairing p where p.household_id = t.other_id and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}) as pairings
    from household_tie t
    where t.household_id = ${household}::uuid and ${reachable(viewer, { division: "t.division_id", household: "t.household_id" })}
    order by t.happened_on desc, t.other_no`,
});
