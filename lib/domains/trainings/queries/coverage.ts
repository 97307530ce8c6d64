/** How far trainings reach: of the cadres and the Party members of a unit, who was at one in the period, each counted once; and who. */
import { countedTo, firstDay, type Period } from "#lib/base/period.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import { Coverage, TrainedFilter } from "../input.ts";
import { begunIn, under } from "../inside/counted.ts";
import { COVERED, PAGE_SIZE } from "../training.ts";

export type RosterCoverage = {
  roster: CountedRoster;
  /** On the roster on the last day. */
  all: number;
  /** Of those, each once, however often they went. */
  trained: number;
  /** Hours of teaching over all of them together. */
  hours: number;
};

/** What each person has been at: one row a person. */
const attended = (period: Parameters<typeof begunIn>[0]): Fragment => sql`
  select a.person_id as id, count(*)::int as times, sum(t.hours)::float as hours, max(t.from_on)::text as last_on,
    max(a.name) as name, max(a.division_id) as division_id
  from training_attendee a join training t on t.id = a.training_id
  where a.standing = 'KNOWN' and t.status = 'HELD' and ${begunIn(period)}`;

/** Who stands on a roster on the period's last day (today in the open one), alias r: the same functions by which the indicators count. */
const ROSTERS = { CADRES: raw("roster_cadres"), MEMBERS: raw("roster_members") };
const rosterOf = (roster: CountedRoster, { period, today }: Asked): Fragment =>
  sql`${ROSTERS[roster]}(${countedTo(period, today)}::date) r ${trainedSince({ period, today })}`;
/** Of both rosters, each person once. */
const anyRoster = ({
  period,
  today,
}: Asked): Fragment => sql`(select distinct on (person_id) person_id, division_id
    from (${COVERED.map(
      (roster) =>
        sql`select person_id, division_id from ${ROSTERS[roster]}(${countedTo(period, today)}::date)`,
    ).reduce(
      (all, one) => sql`${all} union all ${one}`,
    )}) both_rosters order by person_id, division_id) r ${trainedSince({ period, today })}`;
const trainedSince = ({ period, today }: Asked): Fragment =>
  sql`cross join lateral trainings_of(r.person_id, ${firstDay(period)}::date, ${countedTo(period, today)}::date) s`;
type CountedRoster = (typeof COVERED)[number];
type Asked = { period: Period; today: string };

export const trainingCoverage = query({
  name: "trainings.coverage",
  input: Coverage,
  run: async (scope, { unit, period }): Promise<RosterCoverage[]> => {
    const place = await listPlace(scope, unit);
    const counts = COVERED.map(
      (
        roster,
      ) => sql`select ${roster}::text as roster, count(*)::int as all, count(*) filter (where s.times > 0)::int as trained,
          coalesce(sum(s.tenths), 0)::float / 10 as hours
        from ${rosterOf(roster, { period, today: scope.today })} where ${under(place, "r.division_id")}`,
    );
    return scope.sql<RosterCoverage>`${counts.reduce((all, one) => sql`${all} union all ${one}`)}`;
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

/** Everybody under the unit who was at a training of the period: one row a person. Or whoever of a roster, or of either, was at none. */
export const listTrained = query({
  name: "trainings.trained",
  input: TrainedFilter,
  run: async (scope, { unit, period, roster, missing, page }): Promise<TrainedPage> => {
    const place = await listPlace(scope, unit);
    const at = (page - 1) * PAGE_SIZE;
    const asked = { period, today: scope.today };
    const found =
      roster || missing
        ? sql`select r.person_id as id, r.division_id, s.times, s.tenths::float / 10 as hours, s.last_on::text as last_on, null as name
          from ${roster ? rosterOf(roster, asked) : anyRoster(asked)} where ${under(place, "r.division_id")} and s.times ${raw(missing ? "= 0" : "> 0")}`
        : // Without a roster, people stand where they stood when they went.
          sql`${attended(period)} and ${under(place, "a.division_id")} group by a.person_id`;
    const [count] = await scope.sql<{
      total: number;
    }>`select count(*)::int as total from (${found}) x`;
    const rows = await scope.sql<TrainedRow>`
      select x.id, coalesce(p.name, x.name, (select t.person_name from tenure t where t.person_id = x.id order by t.from_on desc limit 1)) as name,
        d.name as place, p.unit_name as unit, p.post, x.times, x.hours, x.last_on as "lastOn"
      from (${found}) x left join person p on p.id = x.id left join division d on d.id = x.division_id
      order by x.times desc, p.pinyin, 1 limit ${PAGE_SIZE + 1}::int offset ${at}::int`;
    return {
      place,
      total: count?.total ?? 0,
      rows: rows.slice(0, PAGE_SIZE),
      page,
      more: rows.length > PAGE_SIZE,
    };
  },
});
