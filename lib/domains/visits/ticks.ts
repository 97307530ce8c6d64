/** In the background: what a visitor told is held against his other visits, within seconds; new hints are laid before him, settled ones go. */
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { settingOf } from "#lib/domains/settings/setting.ts";
import { today } from "#lib/platform/clock.ts";
import { HINT_DAYS } from "./hint.ts";
import { findHints } from "./inside/hints/find-hints.ts";
import type { Found } from "./inside/hints/found.ts";
import { type Kept, toldBy } from "./inside/hints/load.ts";

const AT_ONCE = 50;
/** A month's end is spread over several turns, so that nobody else's tick waits behind it. */
const TURNS = 10;
const KEY = "visit-hint-days";

/** Answers how many visitors were looked at. */
export async function checkVisits(pool: pg.Pool): Promise<number> {
  let looked = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { rows: marks } = await pool.query<Mark>(
      `select person_id as person, at::text as at from visit_look order by at limit ${AT_ONCE}`,
    );
    if (marks.length === 0) break;
    await keep(pool, marks);
    looked += marks.length;
    if (marks.length < AT_ONCE) break;
  }
  return looked;
}

type Mark = { person: string; at: string };

async function keep(pool: pg.Pool, marks: readonly Mark[]): Promise<void> {
  const day = today();
  const persons = marks.map(({ person }) => person);
  const kept = await toldBy(pool, persons, day);
  const byPerson = new Map(persons.map((person) => [person, hintsOf(kept, person)]));
  const rows = [...byPerson.values()].flat();
  const opens = addDays(day, await daysAlone(pool, day));
  await pool.query(RECONCILE, [persons, JSON.stringify(rows), day, opens, marks.map(({ at }) => at)]);
}

type Row = Found & { person: string; household: string; division: number; lately: boolean };

/** One visitor's own hints; visits of others stand there for their photos alone. */
function hintsOf(kept: readonly Kept[], person: string): Row[] {
  const own = kept.filter((visit) => visit.person === person);
  const shas = new Set(own.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)));
  const ids = new Map(own.map((visit) => [visit.id, visit]));
  const others = kept.filter(
    (visit) => !ids.has(visit.id) && visit.photos.some(({ sha256 }) => shas.has(sha256)),
  );
  return findHints([...own, ...others]).flatMap((found) => {
    const visit = ids.get(found.visit);
    if (!visit) return [];
    const { householdId: household, divisionId: division, lately } = visit;
    return [{ ...found, person, household, division, lately }];
  });
}

async function daysAlone(pool: pg.Pool, day: string): Promise<number> {
  const { rows } = await pool.query<{ value: number }>(
    "select value from setting where key = $1 and from_on <= $2::date order by from_on desc limit 1",
    [KEY, day],
  );
  return Number(rows[0]?.value ?? settingOf(KEY).usual);
}

/** What was explained stays; what does not hold any more and waits for a word goes; a mark set meanwhile stays for the next turn. */
const RECONCILE = `
  with found as materialized (
    select * from jsonb_to_recordset($2::jsonb) f (visit uuid, kind text, "like" uuid, person uuid, household uuid, division int, lately boolean)),
  gone as (
    delete from visit_hint h where h.person_id = any ($1::uuid[]) and h.explained_on is null
      and exists (select 1 from visit v where v.id = h.visit_id and v.visited_on > $3::date - ${HINT_DAYS})
      and not exists (select 1 from found f where f.visit = h.visit_id and f.kind = h.kind)),
  new as (
    insert into visit_hint (visit_id, kind, like_visit_id, person_id, household_id, division_id, shown_on, opens_on)
    select f.visit, f.kind, f."like", f.person, f.household, f.division, $3::date, $4::date from found f where f.lately
    on conflict (visit_id, kind) do nothing)
  delete from visit_look l using unnest($1::uuid[], $5::timestamptz[]) as m (person, at) where l.person_id = m.person and l.at = m.at`;
