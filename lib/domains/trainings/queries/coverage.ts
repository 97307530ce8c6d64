/** How far trainings reach: of the cadres and the Party members of a unit, who was at one in the period, each counted once; and who. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { Coverage, TrainedFilter } from "../input.ts";
import { begunIn, onRoster, under } from "../inside/counted.ts";
import { type Audience, PAGE_SIZE } from "../training.ts";

export type RosterCoverage = {
  roster: Audience;
  /** On the roster today. */
  all: number;
  /** Of those, each once, however often they went. */
  trained: number;
  /** Hours of teaching over all of them together. */
  hours: number;
};

const COUNTED = ["CADRES", "MEMBERS"] as const;

/** What each person has been at: one row a person. */
const attended = (period: Parameters<typeof begunIn>[0]): Fragment => sql`
  select a.person_id, count(*)::int as times, sum(t.hours)::float as hours, max(t.from_on)::text as last_on,
    max(a.name) as name, max(a.division_id) as division_id
  from training_attendee a join training t on t.id = a.training_id
  where a.standing = 'KNOWN' and t.status = 'HELD' and ${begunIn(period)}`;

export const trainingCoverage = query({
  name: "trainings.coverage",
  input: Coverage,
  run: async (scope, { unit, period }): Promise<RosterCoverage[]> => {
    const place = await listPlace(scope, unit);
    const counts = COUNTED.map(
      (
        roster,
      ) => sql`select ${roster}::text as roster, count(*)::int as all, count(s.person_id)::int as trained, coalesce(sum(s.hours), 0)::float as hours
        from person p left join s on s.person_id = p.id where ${onRoster(roster, scope.today)} and ${under(place, "p.division_id")}`,
    );
    return scope.sql<RosterCoverage>`with s as materialized (${attended(period)} group by a.person_id)
      ${counts.reduce((all, one) => sql`${all} union all ${one}`)}`;
  },
});

export type TrainedRow = {
  id: string;
  name: string;
  place: string | null;
  unit: string | null;
  post: string | null;
  times: number;
  hours: number;
  lastOn: string | null;
};
export type TrainedPage = {
  place: ListPlace;
  total: number;
  rows: TrainedRow[];
  page: number;
  more: boolean;
};

/** Everybody under the unit who was at a training of the period: one row a person. Or whoever of a roster was at none. */
export const listTrained = query({
  name: "trainings.trained",
  input: TrainedFilter,
  run: async (scope, { unit, period, roster, missing, page }): Promise<TrainedPage> => {
    const place = await listPlace(scope, unit);
    const at = (page - 1) * PAGE_SIZE;
    const known = roster
      ? sql`person p left join s on s.person_id = p.id`
      : sql`s left join person p on p.id = s.person_id`;
    const conditions = roster
      ? [
          onRoster(roster, scope.today),
          under(place, "p.division_id"),
          missing ? sql`s.person_id is null` : sql`s.person_id is not null`,
        ]
      : [sql`true`];
    // Without a roster, people stand where they stood when they went.
    const then = roster ? sql`` : sql`and ${under(place, "a.division_id")}`;
    const from = sql`with s as materialized (${attended(period)} ${then} group by a.person_id)`;
    const where = join(conditions, " and ");
    const [count] = await scope.sql<{
      total: number;
    }>`${from} select count(*)::int as total from ${known} where ${where}`;
    const found = await scope.sql<TrainedRow>`${from}
      select coalesce(p.id, s.person_id) as id, coalesce(p.name, s.name) as name, d.name as place, p.unit_name as unit, p.post,
        coalesce(s.times, 0) as times, coalesce(s.hours, 0) as hours, s.last_on as "lastOn"
      from ${known} left join division d on d.id = coalesce(p.division_id, s.division_id) where ${where}
      order by coalesce(s.times, 0) desc, p.pinyin, 1 limit ${PAGE_SIZE + 1}::int offset ${at}::int`;
    return {
      place,
      total: count?.total ?? 0,
      rows: found.slice(0, PAGE_SIZE),
      page,
      more: found.length > PAGE_SIZE,
    };
  },
});
