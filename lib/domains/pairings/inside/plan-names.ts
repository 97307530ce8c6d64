/** The people meant by names that somebody typed or pasted: each line is one person, or is told back as unknown or as several. */

import { invalid, type ProblemWords } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { idDigest } from "#lib/platform/seal.ts";
import { namesIn } from "../plan.ts";

type Person = { id: string; name: string; unit: string; phone: string | null; digest: string | null };
/** So many lines are told at once; who mends them sees the others next. */
const TOLD = 10;

export async function peopleNamed({ sql }: Pick<Work, "sql">, typed: string): Promise<string[]> {
  const lines = namesIn(typed);
  if (lines.length === 0) return [];
  const people = await sql<Person>`
    select p.id, p.name, concat_ws(' ', p.unit_name, p.post, d.name) as unit, p.phone, encode(p.id_no_digest, 'hex') as digest
    from person p join division d on d.id = p.division_id where p.name = any (${[...new Set(lines.map(({ name }) => name))]}::text[])
      and (p.unit_name is not null or p.rank is not null or exists (select 1 from pairing g where g.helper_id = p.id))`;
  const byName = new Map<string, Person[]>();
  for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  const ids = new Set<string>();
  const problems: ProblemWords[] = [];
  for (const { line, name, more } of lines) {
    const meant = (byName.get(name) ?? []).filter((person) => more.every((word) => tells(person, word)));
    if (meant.length === 1) ids.add(meant[0]!.id);
    else
      problems.push({
        key: meant.length === 0 ? "pairing.nobodyNamed" : "pairing.severalNamed",
        values: { line },
      });
  }
  if (problems.length > 0) throw invalid({ names: problems.slice(0, TOLD) });
  return [...ids];
}

const tells = (person: Person, word: string) =>
  person.phone === word ||
  person.unit.includes(word) ||
  (/^\d{17}[\dXx]$/.test(word) &&
    person.digest === Buffer.from(idDigest(word.toUpperCase())).toString("hex"));
