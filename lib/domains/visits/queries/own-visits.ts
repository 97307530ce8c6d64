/** visits.own: the visits of this month and the last one that I wrote down or went on, for a phone to keep. */
import { firstDay, periodOf, previous } from "#lib/base/period.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";

/** Whoever goes more often than this reads the older ones in the network. */
const MOST = 300;

export type OwnVisit = {
  id: string;
  householdId: string;
  head: string;
  on: string;
  late: boolean;
  kind: string;
  situation: string;
  topics: string[];
  metWith: string | null;
  note: string | null;
  standIn: string | null;
  by: string | null;
  photos: number;
  additions: { on: string; by: string; words: string }[];
};

export const ownVisits = query({
  name: "visits.own",
  input: Nothing,
  run: ({ sql, viewer, today }): Promise<OwnVisit[]> => {
    const since = firstDay(previous(periodOf(today, "month")));
    return sql<OwnVisit>`
      with own as (
        select id from visit where recorded_by = ${viewer.accountId} and visited_on >= ${since}::date
        union select visit_id from visit_visitor where person_id = ${viewer.personId}::uuid and visited_on >= ${since}::date)
      select v.id, v.household_id as "householdId", h.head_name as head, v.visited_on::text as "on", v.late, v.kind, v.situation, v.topics,
        v.met_with as "metWith", v.note, v.stand_in_reason as "standIn",
        (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = v.id) as by,
        (select count(*)::int from stored_file f where f.owner = 'visit' and f.owner_id = v.id::text and f.kind = 'PHOTO') as photos,
        coalesce((select jsonb_agg(jsonb_build_object('on', a.added_on, 'by', a.account_name, 'words', a.words) order by a.created_at, a.id)
          from visit_addition a where a.visit_id = v.id), '[]') as additions
      from own o join visit v on v.id = o.id join household h on h.id = v.household_id
      where v.status <> 'WITHDRAWN' and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })}
      order by v.visited_on desc, v.id limit ${MOST}`;
  },
});
