/** The trainings of a unit and a period, newest first, with how many were there: person-times, and each person once. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { TrainingFilter } from "../input.ts";
import { begunIn, under } from "../inside/counted.ts";
import { type Mode, PAGE_SIZE, type Topic } from "../training.ts";

export type TrainingRow = {
  id: string;
  title: string;
  place: string;
  mode: Mode;
  audience: string;
  topic: Topic;
  fromOn: string;
  toOn: string;
  hours: number;
  status: string;
  known: number;
  outsiders: number;
  unknown: number;
};
export type TrainingPage = {
  place: ListPlace;
  total: number;
  /** Person-times and distinct persons of the unit over the whole list, not only this page. */
  times: number;
  persons: number;
  rows: TrainingRow[];
  next: string | null;
};

/** Held by a unit under the chosen one, or attended by somebody under it: a village finds the county's course that its secretary went to. */
const concerns = (place: ListPlace): Fragment => sql`(${under(place, "t.division_id")}
  or exists (select 1 from training_attendee w where w.training_id = t.id and w.standing = 'KNOWN' and ${under(place, "w.division_id")}))`;

/** On the list of a training, as far as it concerns the unit: the host sees all, others their own people. */
const there = (place: ListPlace, standing: "KNOWN" | "OUTSIDER" | "UNKNOWN"): Fragment =>
  sql`(select count(*)::int from training_attendee a where a.training_id = t.id and a.standing = ${standing}
    and (${under(place, "a.host_id")} or ${under(place, "a.division_id")}))`;

function chosen({ period, mode, audience, topic, state }: TrainingFilter): Fragment[] {
  const conditions = [begunIn(period), sql`t.status = ${state === "WITHDRAWN" ? "WITHDRAWN" : "HELD"}`];
  if (mode) conditions.push(sql`t.mode = ${mode}`);
  if (audience) conditions.push(sql`t.audience = ${audience}`);
  if (topic) conditions.push(sql`t.topic = ${topic}`);
  const someone = sql`select 1 from training_attendee u where u.training_id = t.id`;
  if (state === "OPEN") conditions.push(sql`exists (${someone} and u.standing = 'UNKNOWN')`);
  if (state === "NOBODY") conditions.push(sql`not exists (${someone})`);
  return conditions;
}

export const listTrainings = query({
  name: "trainings.list",
  input: TrainingFilter,
  run: async (scope, filter): Promise<TrainingPage> => {
    const place = await listPlace(scope, filter.unit);
    const conditions = join([concerns(place), ...chosen(filter)], " and ");
    const [sum] = await scope.sql<{ total: number; times: number; persons: number }>`
      with t as materialized (select t.id from training t where ${conditions})
      select (select count(*)::int from t) as total, count(a.id)::int as times, count(distinct a.person_id)::int as persons
      from t join training_attendee a on a.training_id = t.id and a.standing = 'KNOWN' and ${under(place, "a.division_id")}`;
    const behind = filter.after
      ? sql`(t.from_on, t.id) < (select from_on, id from training where id = ${filter.after}::uuid)`
      : sql`true`;
    const found = await scope.sql<TrainingRow>`
      select t.id, t.title, d.name as place, t.mode, t.audience, t.topic, t.from_on::text as "fromOn", t.to_on::text as "toOn",
        t.hours::float as hours, t.status, ${there(place, "KNOWN")} as known, ${there(place, "OUTSIDER")} as outsiders, ${there(place, "UNKNOWN")} as unknown
      from training t join division d on d.id = t.division_id
      where ${conditions} and ${behind} order by t.from_on desc, t.id desc limit ${PAGE_SIZE + 1}::int`;
    const rows = found.slice(0, PAGE_SIZE);
    return {
      place,
      total: sum?.total ?? 0,
      times: sum?.times ?? 0,
      persons: sum?.persons ?? 0,
      rows,
      next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
    };
  },
});
