/** secondments.list: who was sent to teach from under a unit, or teaches there, as of a day, with the last answer whether they are on post; and the sums. */
import { firstDay, periodOf } from "#lib/base/period.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { dayOf } from "../as-of.ts";
import { called, under } from "../inside/conditions.ts";
import { SecondmentFilter } from "../secondment-input.ts";
import { PAGE_SIZE, type Side } from "../talent.ts";
import { type TeachingWords, teachingWords } from "../words.ts";

export type SecondmentRow = {
  id: string;
  name: string;
  place: string;
  fromUnit: string;
  school: string;
  schoolPlace: string;
  subject: string;
  fromOn: string;
  toOn: string;
  startedOn: string | null;
  endedOn: string | null;
  /** The last answer of the quarter, up to the day. */
  checkedOn: string | null;
  onPost: boolean | null;
  why: string | null;
};
export type SecondmentSums = {
  planned: number;
  running: number;
  early: number;
  finished: number;
  /** Of those running. */
  onPost: number;
  offPost: number;
};
export type SecondmentPage = {
  place: ListPlace;
  day: string;
  /** Since when a check counts: the quarter's first day. */
  since: string;
  total: number;
  from: number;
  rows: SecondmentRow[];
  sums: SecondmentSums;
  words: TeachingWords;
};

const EARLY = (day: string) => sql`(s.ended_on <= ${day}::date and s.ended_on < s.to_on)`;
const PLANNED = (day: string) => sql`(s.started_on is null or s.started_on > ${day}::date)`;

/** What `stateOf` says, as a condition. */
function inState(state: NonNullable<SecondmentFilter["state"]>, day: string): Fragment {
  const early = sql`coalesce(${EARLY(day)}, false)`;
  if (state === "EARLY") return early;
  if (state === "PLANNED") return sql`(not ${early} and ${PLANNED(day)})`;
  const over = state === "FINISHED" ? sql`s.to_on <= ${day}::date` : sql`s.to_on > ${day}::date`;
  return sql`(not ${early} and not ${PLANNED(day)} and ${over})`;
}

function chosen({ state, checked, subject, q }: SecondmentFilter, day: string): Fragment[] {
  const conditions: Fragment[] = [];
  if (state) conditions.push(inState(state, day));
  if (checked) {
    conditions.push(inState("STARTED", day));
    conditions.push(
      checked === "NEVER" ? sql`c.day is null` : checked === "ON" ? sql`c.on_post` : sql`not c.on_post`,
    );
  }
  if (subject) conditions.push(sql`s.subject = ${subject}`);
  if (q) conditions.push(called(q, "s", ["from_unit", "school"]));
  return conditions;
}

/** By the sender's place, as the indicators count; or by that of the school, which sees whom it has been sent. */
const COLUMN = { SENT: "s.division_id", RECEIVED: "s.school_division_id" } as const;

const secondments = (place: ListPlace, side: Side, day: string, since: string): Fragment => sql`
  from teaching_secondment s
  left join lateral (select k.day, k.on_post, k.why from secondment_check k
    where k.secondment_id = s.id and k.day >= ${since}::date and k.day <= ${day}::date order by k.day desc limit 1) c on true
  where ${under(place, COLUMN[side])}`;

export const secondmentRows = (
  place: ListPlace,
  filter: SecondmentFilter,
  at: { day: string; since: string },
  limits: Fragment,
): Fragment => sql`
  select s.id, s.name, (select name from division where id = s.division_id) as place, s.from_unit as "fromUnit", s.school,
    (select name from division where id = s.school_division_id) as "schoolPlace", s.subject, s.from_on::text as "fromOn", s.to_on::text as "toOn",
    s.started_on::text as "startedOn", s.ended_on::text as "endedOn", c.day::text as "checkedOn", c.on_post as "onPost", c.why
  ${secondments(place, filter.side, at.day, at.since)} ${andAll(chosen(filter, at.day))} order by s.from_on desc, s.id ${limits}`;

const andAll = (conditions: Fragment[]): Fragment =>
  conditions.length === 0 ? sql`` : sql`and ${join(conditions, " and ")}`;

export const sinceOf = (day: string) => firstDay(periodOf(day, "quarter"));

export const listSecondments = query({
  name: "secondments.list",
  input: SecondmentFilter,
  run: async (scope, filter): Promise<SecondmentPage> => {
    const place = await listPlace(scope, filter.unit);
    const day = dayOf(filter.on, scope.today);
    const since = sinceOf(day);
    const [sums] = await scope.sql<SecondmentSums>`
      select count(*) filter (where ${inState("PLANNED", day)})::int as planned, count(*) filter (where ${inState("STARTED", day)})::int as running,
        count(*) filter (where ${inState("EARLY", day)})::int as early, count(*) filter (where ${inState("FINISHED", day)})::int as finished,
        count(*) filter (where ${inState("STARTED", day)} and c.on_post)::int as "onPost",
        count(*) filter (where ${inState("STARTED", day)} and not c.on_post)::int as "offPost"
      ${secondments(place, filter.side, day, since)}`;
    const [count] = await scope.sql<{ total: number }>`
      select count(*)::int as total ${secondments(place, filter.side, day, since)} ${andAll(chosen(filter, day))}`;
    const skip = (filter.page - 1) * PAGE_SIZE;
    const limits = sql`limit ${PAGE_SIZE}::int offset ${skip}::int`;
    return {
      place,
      day,
      since,
      total: count?.total ?? 0,
      from: skip + 1,
      rows: await scope.sql<SecondmentRow>`${secondmentRows(place, filter, { day, since }, limits)}`,
      sums: sums ?? { planned: 0, running: 0, early: 0, finished: 0, onPost: 0, offPost: 0 },
      words: await teachingWords(scope.sql),
    };
  },
});
