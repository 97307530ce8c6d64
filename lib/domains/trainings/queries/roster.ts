/** Who can be ticked: cadres, Party members or villagers of a unit or of a Party organization, who are not on the list yet. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { HostUnit, Roster } from "../input.ts";
import { oldEnough, onRoster, under } from "../inside/counted.ts";
import { MOST_TICKS } from "../training.ts";

export type Tick = { id: string; name: string; place: string; unit: string | null; post: string | null };
export type RosterToTick = {
  place: ListPlace;
  /** Party organizations that sit in the unit itself. */
  orgs: { id: number; name: string }[];
  total: number;
  people: Tick[];
};

export const rosterToTick = query({
  name: "trainings.roster",
  input: Roster,
  may: (viewer) => mayAnywhere(viewer, "training.edit"),
  run: async (scope, { training, unit, roster, org, q }): Promise<RosterToTick> => {
    const place = await listPlace(scope, unit);
    const orgs = await scope.sql<{ id: number; name: string }>`
      select id, name from party_org where division_id = ${place.unit.id} and closed_on is null order by kind, id limit 60`;
    const conditions: Fragment[] = [
      under(place, "p.division_id"),
      oldEnough(scope.today),
      sql`not exists (select 1 from training_attendee a where a.training_id = ${training}::uuid and a.person_id = p.id)`,
    ];
    if (roster) conditions.push(onRoster(roster, scope.today));
    if (org) conditions.push(sql`p.party_org_id = ${org}`);
    const sought = q.trim().toLowerCase();
    if (sought)
      conditions.push(
        sql`(starts_with(p.name, ${sought}) or starts_with(p.pinyin, ${sought}) or p.initials = ${sought})`,
      );
    const wanted = join(conditions, " and ");
    const people = await scope.sql<Tick>`
      select p.id, p.name, d.name as place, p.unit_name as unit, p.post from person p join division d on d.id = p.division_id
      where ${wanted} order by d.code nulls last, p.pinyin, p.id limit ${MOST_TICKS}::int`;
    const [count] =
      people.length < MOST_TICKS
        ? [{ total: people.length }]
        : await scope.sql<{ total: number }>`select count(*)::int as total from person p where ${wanted}`;
    return { place, orgs, total: count?.total ?? 0, people };
  },
});

export type HostPlace = { place: ListPlace; mayHold: boolean };

/** The unit that a new training would be held by. */
export const hostUnit = query({
  name: "trainings.host",
  input: HostUnit,
  may: (viewer) => mayAnywhere(viewer, "training.edit"),
  run: async (scope, { unit }): Promise<HostPlace> => {
    const place = await listPlace(scope, unit);
    return { place, mayHold: may(scope.viewer, "training.edit", place.unit.id) };
  },
});
