/** More homes or more road than a day could hold until it was written down, and visits on days of leave. Telephone calls need neither. */
import type { Told } from "../../told.ts";
import { type Found, isOccasion } from "./found.ts";

/** Generous to the visitor: the shortest stay, and good roads (minutes). */
const STAY = 15;
const ROAD = { village: 20, township: 45, county: 180 };
/** Nobody is at a door before seven or after ten in the evening; a phone that says so has a wrong clock. */
const [DAWN, NIGHT] = [7 * 60, 22 * 60];
/** A clock may run ahead by so many minutes. */
const AHEAD = 10;
const LEAST = 60;
const MOST_HOMES = 20;
const MOST_COUNTIES = 2;

export function hardDays(visits: readonly Told[]): Found[] {
  const days = new Map<string, Told[]>();
  for (const visit of visits.filter(({ kind }) => kind !== "PHONE")) {
    const day = `${visit.person} ${visit.visitedOn}`;
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days.values()].flatMap((day) => [...crowdedDay(day), ...leave(day)]);
}

const leave = (day: readonly Told[]): Found[] =>
  day.filter(({ onLeave }) => onLeave).map(({ id }) => ({ visit: id, kind: "LEAVE", like: null }));

function crowdedDay(day: readonly Told[]): Found[] {
  const told = day.map((visit) => ({ visit, minute: minuteOf(visit) })).sort((a, b) => a.minute - b.minute);
  const hints = new Map<string, Found>();
  const tell = (some: readonly { visit: Told }[], kind: "WAY" | "MANY") => {
    for (const { visit } of some) {
      const like = some.find((other) => other.visit.village !== visit.village && kind === "WAY");
      hints.set(visit.id, { visit: visit.id, kind, like: like?.visit.id ?? null });
    }
  };
  told.forEach(({ minute }, nth) => {
    const until = told.slice(0, nth + 1);
    const [had, stays] = [Math.max(LEAST, minute - DAWN), STAY * homes(until)];
    if (nth > 0 && stays + roadOf(until) > had) tell(until, stays > had ? "MANY" : "WAY");
  });
  if (new Set(day.map(({ county }) => county)).size > MOST_COUNTIES) tell(told, "WAY");
  const usual = told.filter(({ visit }) => !isOccasion(visit));
  if (homes(usual) > MOST_HOMES) tell(usual, "MANY");
  return [...hints.values()];
}

const homes = (some: readonly { visit: Told }[]) => new Set(some.map(({ visit }) => visit.household)).size;

function roadOf(some: readonly { visit: Told }[]): number {
  const count = (of: "village" | "township" | "county") => new Set(some.map(({ visit }) => visit[of])).size;
  const [villages, townships, counties] = [count("village"), count("township"), count("county")];
  return (
    (counties - 1) * ROAD.county +
    (townships - counties) * ROAD.township +
    (villages - townships) * ROAD.village
  );
}

/** By which minute of the day the visit had been made: the end of the day when it was written down on a later one. */
function minuteOf({ visitedOn, writtenAt, receivedAt }: Told): number {
  const since = (moment: string) => (Date.parse(moment) - Date.parse(`${visitedOn}T00:00:00+08:00`)) / 60_000;
  const received = since(receivedAt);
  const written = writtenAt === null ? received : since(writtenAt);
  const trusted = written >= DAWN && written <= received + AHEAD ? written : received;
  return Math.min(trusted, NIGHT);
}
