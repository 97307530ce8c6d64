/** Who is meant: somebody of the registry within reach, or a new person who then stands in the registry of the place at hand. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { makePerson } from "#lib/domains/people/new-person.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

export type Wanted = { personId?: string; newName?: string; newUnit?: string; somebodyElse?: string };
export type Who = { personId: string; name: string; pinyin: string; initials: string };

export async function whoOf(work: Work, wanted: Wanted, divisionId: number): Promise<Who> {
  const { personId, newName } = wanted;
  const { id, name } =
    personId && personId !== "NEW"
      ? await known(work, personId)
      : await made(work, { ...wanted, newName }, divisionId);
  return { personId: id, name, ...pinyinKeys(name) };
}

async function known({ sql, viewer }: Work, id: string) {
  const [person] = await sql<{
    id: string;
    name: string;
  }>`select id, name from person p where id = ${id}::uuid
    and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  if (!person) throw rule("talent.personGone", undefined, "personId");
  return person;
}

async function made(work: Work, { newName, newUnit, somebodyElse }: Wanted, divisionId: number) {
  if (!newName) throw rule("talent.choosePerson", undefined, "newName");
  if (!newUnit) throw rule("talent.nameUnit", undefined, "newUnit");
  const [namesake] = await work.sql<{ unit: string }>`
    select coalesce(p.unit_name, d.name) as unit from person p join division d on d.id = p.division_id
    where p.name = ${newName} and (p.division_id = ${divisionId} or p.unit_name = ${newUnit}) limit 1`;
  if (namesake && !somebodyElse)
    throw rule("talent.namesake", { name: newName, unit: namesake.unit }, "somebodyElse");
  return makePerson(work, { name: newName, divisionId, unitName: newUnit });
}
