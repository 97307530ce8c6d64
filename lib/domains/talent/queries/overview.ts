/** talent.overview: how much talent serves a unit on a day by stream, channel and kind; posts wanted and filled; who teaches, against the target. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { dayOf } from "../as-of.ts";
import { AtUnit } from "../input.ts";
import { holdsOn, under } from "../inside/conditions.ts";
import type { Channel, Stream, TalentKind } from "../talent.ts";

export type TalentCount = { stream: Stream; channel: Channel; kind: TalentKind; n: number };
export type TalentOverview = {
  place: ListPlace;
  day: string;
  counts: TalentCount[];
  /** Places of the demands listed that day. */
  places: { listed: number; filled: number };
  /** On post or at least not ended that day; begun in the year so far; planned and not yet begun. */
  teaching: { running: number; begun: number; planned: number };
  /** The year's number of secondments for this unit itself; null = none was set. */
  target: number | null;
};

export const talentOverview = query({
  name: "talent.overview",
  input: AtUnit,
  run: async (scope, { unit, on }): Promise<TalentOverview> => {
    const place = await listPlace(scope, unit);
    const day = dayOf(on, scope.today);
    const counts = await scope.sql<TalentCount>`
      select t.stream, t.channel, t.kind, count(*)::int as n from talent t
      where ${under(place, "t.division_id")} and ${holdsOn("t", day)} group by 1, 2, 3`;
    const [places] = await scope.sql<TalentOverview["places"]>`
      select count(*)::int as listed, count(*) filter (where f.filled)::int as filled from fact_talent_places(${day}::date) f
      where ${under(place, "f.division_id")}`;
    const [teaching] = await scope.sql<TalentOverview["teaching"]>`
      select count(*) filter (where s.started_on <= ${day}::date and coalesce(s.ended_on, s.to_on) > ${day}::date)::int as running,
        count(*) filter (where s.started_on <= ${day}::date and s.started_on >= date_trunc('year', ${day}::date)::date)::int as begun,
        count(*) filter (where (s.started_on is null or s.started_on > ${day}::date) and (s.ended_on is null or s.ended_on > ${day}::date))::int as planned
      from teaching_secondment s where ${under(place, "s.division_id")}`;
    const [target] = await scope.sql<{ value: number }>`
      select value::int as value from target where indicator = 'F3.1' and division_id = ${place.unit.id} and year = ${Number(day.slice(0, 4))}`;
    return {
      place,
      day,
      counts,
      places: places ?? { listed: 0, filled: 0 },
      teaching: teaching ?? { running: 0, begun: 0, planned: 0 },
      target: target?.value ?? null,
    };
  },
});
