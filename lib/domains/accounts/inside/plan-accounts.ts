/** The rehearsal of a list of names: for every line either the account that would be made, or what stands against it. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { baseName, freeName, takenAmong } from "../account-names.ts";
import { mayLink, peopleNamed } from "../account-owners.ts";
import { username as Username } from "../input.ts";
import { roleNamed, withoutLevel } from "../list-labels.ts";
import { MOST_LINES, type PlanLine, type PlanProblem, readNameList } from "../name-list.ts";
import { managedNodes, mayGrant, type Role } from "../roles.ts";
import type { Place } from "./account.ts";

export type Planned = PlanLine & { divisionId: number; personId: string | null };
/** A line against which nothing stands: it has a role. */
export type Ready = Planned & { role: Role; problem: null };
export const isReady = (line: Planned): line is Ready => line.problem === null && line.role !== null;

type Asked = { divisionId: number; role?: Role | null | undefined; text: string; people: readonly string[] };
type Wanted = { line: number; name: string; unit: string; role: string; username: string; personId?: string };

export async function planAccounts(work: Work, here: Place, asked: Asked): Promise<Planned[]> {
  const wanted: Wanted[] = [...(await chosen(work, asked.people)), ...readNameList(asked.text)];
  if (wanted.length === 0) throw rule("account.listEmpty", undefined, "text");
  if (wanted.length > MOST_LINES) throw rule("account.listLong", { most: MOST_LINES }, "text");
  const places = await placesBelow(work, here);
  const people = await peopleNamed(
    work,
    wanted.map(({ name }) => name),
  );
  const bases = wanted.map(({ name, username }) => baseName(name, username));
  const taken = await takenAmong(work, bases);
  const planned = new Set<string>();
  return wanted.map((line, at) => {
    const fitting = line.unit === "" ? [here] : placesNamed(places, line.unit);
    const place = fitting[0] ?? here;
    const role = line.role === "" ? (asked.role ?? null) : roleNamed(line.role);
    const matches = people.filter(
      ({ id, name, divisionId }) =>
        id === line.personId || (!line.personId && name === line.name && divisionId === place.id),
    );
    const person = matches.length === 1 ? matches[0] : undefined;
    const username = line.username || freeName(bases[at] ?? "user", taken, planned);
    const twice = planned.has(username);
    planned.add(username);
    /** The first thing that stands against the line, in the order of its columns. */
    const obstacle = (): PlanProblem | null => {
      if (!line.name) return "name";
      if (fitting.length === 0) return "unit";
      if (fitting.length > 1) return "units";
      if (!role) return line.role === "" ? "roleMissing" : "role";
      if (!mayGrant(work.viewer, role, place)) return "roleHere";
      if (person?.username) return "hasAccount";
      if (!Username.safeParse(username).success) return "username";
      if (taken.has(username)) return "taken";
      return twice ? "twice" : null;
    };
    const problem = obstacle();
    return {
      line: line.line,
      name: line.name,
      // A unit that is not found, or found twice, is shown as it was typed.
      place: fitting.length === 1 ? place.name : line.unit,
      divisionId: place.id,
      role,
      username,
      personId: person && mayLink(work.viewer, person) ? person.id : null,
      problem,
      hint: person ? "linked" : matches.length > 1 ? "namesakes" : null,
    };
  });
}

async function chosen({ sql }: Work, ids: readonly string[]): Promise<Wanted[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string; name: string }>`
    select id, name from person where id = any (${ids}::uuid[]) order by name, id`;
  return rows.map(({ id, name }) => ({ line: 0, name, unit: "", role: "", username: "", personId: id }));
}

/** The places below that the viewer administers. */
async function placesBelow({ sql, viewer }: Work, here: Place): Promise<Below[]> {
  const nodes = managedNodes(viewer);
  const below = await sql<Below>`select d.id, d.name, d.level,
      (select string_agg(a.name, '' order by u.depth desc) from division_closure u join division a on a.id = u.ancestor_id
        where u.node_id = d.id and u.to_on is null and a.id <> d.id) as above
    from division_closure c join division d on d.id = c.node_id
    where c.ancestor_id = ${here.id} and c.to_on is null and d.closed_on is null and d.level <> 'GROUP'`;
  return nodes === null ? below : below.filter(({ id }) => nodes.includes(id));
}

type Below = Place & { /** The names of the units above, from the top. */ above: string | null };

/** By the whole name, by the name without its level (雪通村 is found as 雪通), or with the units above before it (吉塘镇雪通村). */
function placesNamed(places: readonly Below[], typed: string): Below[] {
  const whole = places.filter(({ name }) => name === typed);
  if (whole.length > 0) return whole;
  const short = places.filter(({ name }) => withoutLevel(name) === typed);
  if (short.length > 0) return short;
  const path = typed.replace(/[\s/／·>-]+/g, "");
  return places.filter(
    ({ name, above }) =>
      path.endsWith(name) && path.length > name.length && (above ?? "").endsWith(path.slice(0, -name.length)),
  );
}
