/** Whose names these are: people within reach under the unit that holds the training; a name that fits two stays open for a person to settle. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { oldEnough } from "./inside/counted.ts";
import { type PastedName, readNames } from "./sign-in-sheet.ts";
import { MOST_NAMES } from "./training.ts";

export type Attendee = {
  personId: string | null;
  divisionId: number;
  name: string;
  unitTyped: string | null;
};
export type Known = { id: string; name: string; divisionId: number; place: string; unitName: string | null };

/** What recognizing asks of: a deed at a screen, or the connection of an import. */
type Asked = Pick<Work, "sql" | "viewer" | "today">;

export async function recognize(
  work: Asked,
  host: number,
  given: { names: string; people?: readonly string[] },
  /** How often a name stands there already: a list that is pasted again adds nobody twice. */
  there: ReadonlyMap<string, number> = new Map(),
): Promise<Attendee[]> {
  const pasted = withoutThoseThere(readNames(given.names), there);
  const ids = [...new Set(given.people ?? [])];
  if (pasted.length + ids.length > MOST_NAMES) throw rule("training.tooMany", { most: MOST_NAMES }, "names");
  const ticked = await peopleOf(work, ids);
  const known = await peopleNamed(
    work,
    host,
    pasted.map(({ name }) => name),
  );
  const taken = new Set(ticked.map(({ id }) => id));
  const attendees: Attendee[] = ticked.map(asAttendee);
  for (const { name, unit } of pasted) {
    const [only, second] = fitting(known, name, unit);
    if (!only || second) attendees.push({ personId: null, divisionId: host, name, unitTyped: unit });
    // A name pasted twice, or pasted and ticked, is one person.
    else if (!taken.has(only.id)) {
      attendees.push(asAttendee(only));
      taken.add(only.id);
    }
  }
  return attendees;
}

function withoutThoseThere(pasted: PastedName[], there: ReadonlyMap<string, number>): PastedName[] {
  const left = new Map(there);
  return pasted.filter(({ name }) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
}

/** Of that name; where a unit stands beside it, those of that unit, if there are any. */
function fitting(known: Known[], name: string, unit: string | null): Known[] {
  const same = known.filter((one) => one.name === name);
  const there = unit ? same.filter((one) => worksAt(one, unit)) : same;
  return there.length > 0 ? there : same;
}

const asAttendee = ({ id, name, divisionId }: Known): Attendee => ({
  personId: id,
  divisionId,
  name,
  unitTyped: null,
});

const worksAt = ({ place, unitName }: Known, unit: string) =>
  place.includes(unit) || unit.includes(place) || (unitName?.includes(unit) ?? false);

const found = ({ sql: ask, viewer }: Pick<Work, "sql" | "viewer">, where: Fragment) => ask<Known>`
  select p.id, p.name, p.division_id as "divisionId", d.name as place, p.unit_name as "unitName"
  from person p join division d on d.id = p.division_id
  where ${where} and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })} order by p.name, p.id`;

export async function peopleOf(work: Pick<Work, "sql" | "viewer">, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  const people = await found(work, sql`p.id = any (${ids}::uuid[])`);
  if (people.length < ids.length) throw rule("training.personGone");
  return people;
}

async function peopleNamed(work: Asked, host: number, names: string[]): Promise<Known[]> {
  if (names.length === 0) return [];
  return found(
    work,
    sql`p.name = any (${names}::text[]) and ${oldEnough(work.today)} and p.division_id in
      (select node_id from division_closure where ancestor_id = ${host} and to_on is null)`,
  );
}
