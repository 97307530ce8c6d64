/** trainings.toKeep: for a phone, the trainings of one's own place whose list may still be completed, and whom to tick besides the families that it keeps. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { onRoster } from "../inside/counted.ts";
import type { Audience, Mode, Topic } from "../training.ts";

/** So long after its last day somebody still stands in the hall with the list. */
const OPEN_DAYS = 60;
const MOST_SESSIONS = 12;
const MOST_PEOPLE = 200;

export type KeptTraining = {
  id: string;
  title: string;
  place: string;
  mode: Mode;
  audience: Audience;
  topic: Topic;
  fromOn: string;
  toOn: string;
  hours: number;
  venue: string | null;
  /** Who is on the list; no person where the name is not recognized, or is of somebody from outside. */
  there: { name: string; person: string | null }[];
};
export type KeptTrainings = {
  sessions: KeptTraining[];
  /** Cadres and members of the place; villagers are known by their families. */
  people: { id: string; name: string; post: string | null; cadre: boolean; member: boolean }[];
};

export const trainingsToKeep = query({
  name: "trainings.toKeep",
  input: Nothing,
  run: async ({ sql, viewer, today }): Promise<KeptTrainings | null> => {
    const places = [...new Set(viewer.grants.map(({ divisionId }) => divisionId))].filter((place) =>
      may(viewer, "training.edit", place),
    );
    if (places.length === 0) return null;
    const sessions = await sql<KeptTraining>`
      select t.id, t.title, d.name as place, t.mode, t.audience, t.topic, t.from_on::text as "fromOn", t.to_on::text as "toOn",
        t.hours::float as hours, t.venue,
        coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'person', a.person_id) order by a.name, a.id)
          from training_attendee a where a.training_id = t.id), '[]') as there
      from training t join division d on d.id = t.division_id
      where t.division_id = any (${places}::int[]) and t.status = 'HELD' and t.to_on >= ${today}::date - ${OPEN_DAYS}::int
      order by t.from_on desc, t.id desc limit ${MOST_SESSIONS}::int`;
    // A phone without a list to complete needs nobody to tick.
    if (sessions.length === 0) return { sessions, people: [] };
    const people = await sql<KeptTrainings["people"][number]>`
      select * from (
        select p.id, p.name, p.post, ${onRoster("CADRES", today)} as cadre, ${onRoster("MEMBERS", today)} as member
        from person p where p.division_id = any (${places}::int[])
          and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}
        order by p.pinyin, p.id) l
      where cadre or member limit ${MOST_PEOPLE}::int`;
    return { sessions, people };
  },
});
