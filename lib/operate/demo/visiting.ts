// The visits that a helper made, month by month: most that are owed, some late, some by phone, fewer in the snow.
import { addDays, addMonths, daysInMonth, makeDay, partsOf } from "#lib/base/calendar.ts";
import { isRemote, MET_WITH, TOPICS } from "#lib/domains/visits/visit.ts";
import type { Batch } from "../ground/copy.ts";
import type { Cadre } from "./cadres.ts";
import type { Chance } from "./chance.ts";
import type { Helping } from "./helping.ts";
import type { Household } from "./households.ts";
import { spellOn } from "./life.ts";
import { NOTES, NOTES_BY_PHONE } from "./names.data.ts";
import type { CountyStory } from "./story.ts";
import { writtenAt } from "./written.ts";

/** Who went to a household on a day, and how. */
export type Visited = { on: string; kind: string; visitors: Cadre[] };
type Year = { by: Chance; story: CountyStory; from: string; today: string };

const WINTER = new Set([1, 2]);
const PASTURE = new Set([6, 7, 8, 9]);

/** The days on which this helper went; each is a visit of its own. */
export function visitsOf(
  { by, story, from, today }: Year,
  { helper, kind, fromOn, toOn }: Helping,
): Visited[] {
  const visits: Visited[] = [];
  const monthly = kind === "FIRST_HELPER" || kind === "PARTY_MEMBER_LINK";
  const begin = fromOn > from ? fromOn : from;
  const end = toOn && toOn <= today ? addDays(toOn, -1) : today;
  const turning = addMonths(today, -6);
  let owing = false;
  for (let first = `${begin.slice(0, 7)}-01`; first <= end; first = addMonths(first, 1)) {
    const { year, month } = partsOf(first);
    if (!monthly && month % 3 !== helper.day % 3) continue;
    const rate = story.visits + (first > turning ? story.trend : 0);
    const winter = WINTER.has(month);
    const goes = by.happens(winter ? (kind === "FIRST_HELPER" ? 0.3 : rate * 0.9) : rate);
    const go = (day: number, how: string) => {
      const on = makeDay(year, month, Math.min(Math.max(day, 1), daysInMonth(year, month)));
      if (on >= begin && on <= end) visits.push({ on, kind: how, visitors: [helper] });
    };
    if (goes) go(helper.day + by.between(-3, 3), kindOf(by, month));
    else if (by.happens(0.2)) go(helper.day, "PHONE");
    // Who missed a month often goes twice in the next.
    if ((owing && by.happens(0.45)) || by.happens(0.02))
      go(helper.day + (helper.day > 15 ? -11 : 11), kindOf(by, month));
    owing = !goes && !winter;
  }
  return visits;
}

/** Helpers of one household often go together: the second joins the first one's trip of that month. */
export function together(by: Chance, ofHelpers: Visited[][]): Visited[] {
  const trips: Visited[] = [];
  const first = new Map<string, Visited>();
  for (const visits of ofHelpers)
    for (const visit of visits) {
      const month = visit.on.slice(0, 7);
      const trip = first.get(month);
      const mayJoin =
        trip &&
        trip.kind !== "PHONE" &&
        visit.kind !== "PHONE" &&
        !trip.visitors.includes(visit.visitors[0]!);
      if (mayJoin && by.happens(0.85)) {
        trip.visitors.push(...visit.visitors);
        continue;
      }
      trips.push(visit);
      if (!trip) first.set(month, visit);
    }
  return trips;
}

function kindOf(by: Chance, month: number): string {
  if (PASTURE.has(month) && by.happens(0.2)) return "PASTURE";
  if ((month === 1 || month === 2 || month === 7) && by.happens(0.15)) return "CONDOLENCE";
  return by.happens(0.015) ? "ROUND" : "HOME";
}

const STATUSES = [
  ["CONFIRMED", 70],
  ["SUBMITTED", 29.5],
  ["RETURNED", 0.3],
  ["WITHDRAWN", 0.2],
] as const;

/** Writes one visit; gives its day when it counts. */
export function addVisit(
  rows: Batch,
  by: Chance,
  household: Household,
  { on, kind, visitors }: Visited,
  today: string,
  recordedBy: number | null,
): string | null {
  const status = on > addDays(today, -20) ? "SUBMITTED" : by.weigh(STATUSES);
  const counts = status === "SUBMITTED" || status === "CONFIRMED";
  const late = by.happens(0.12);
  const writtenOn = late ? [addDays(on, by.between(1, 6)), today].sort()[0]! : on;
  const remote = isRemote(kind);
  const id = by.id(on);
  const topic = by.pick(TOPICS);
  const second = by.happens(0.35) ? by.pick(TOPICS) : topic;
  rows.add("visit", {
    id,
    household_id: household.id,
    division_id: household.village.id,
    counted_in: spellOn(household.spells, on)?.divisionId ?? household.village.id,
    visited_on: on,
    kind,
    situation: by.weigh([
      ["NORMAL", 87],
      ["CHANGED", 9],
      ["DIFFICULT", 4],
    ] as const),
    topics: second === topic ? [topic] : [topic, second],
    met_with: by.happens(0.7) ? "HEAD" : by.pick(MET_WITH.slice(0, 3)),
    note: by.happens(0.4) ? by.pick(remote ? NOTES_BY_PHONE : NOTES) : null,
    late: writtenOn !== on,
    status,
    recorded_by: recordedBy,
    created_at: writtenAt(writtenOn, writtenOn === today ? 8 : by.between(15, 22), by.between(10, 59)),
  });
  for (const visitor of visitors)
    rows.add("visit_visitor", {
      visit_id: id,
      person_id: visitor.id,
      person_name: visitor.name,
      household_id: household.id,
      division_id: household.village.id,
      visited_on: on,
      remote,
      counts,
    });
  return counts ? on : null;
}
