/** Whose account it will be: a person of the registry who has none yet, a new one, or nobody of the registry. */
import { makePerson } from "#lib/domains/people/new-person.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { may } from "../roles.ts";

export type Wanted = {
  personId?: string;
  name?: string;
  divisionId: number;
  unitName?: string;
  post?: string;
  somebodyElse?: string;
};
export type Owner = { personId: string | null; name: string };

export async function ownerOf(work: Work, wanted: Wanted): Promise<Owner> {
  if (wanted.personId && wanted.personId !== "NEW") return known(work, wanted.personId, wanted.name);
  const { name } = wanted;
  if (!name) throw invalid({ name: [{ key: "required" }] });
  return { name, personId: wanted.personId === "NEW" ? await made(work, { ...wanted, name }) : null };
}

/** An account acts for its person's households: only whoever sees the person may link it, and nobody gets two by accident. */
async function known({ sql, viewer }: Work, id: string, name: string | undefined): Promise<Owner> {
  const [person] = await sql<{ name: string; division_id: number }>`
    select name, division_id from person where id = ${id}::uuid`;
  if (!person || !may(viewer, "household.view", person.division_id))
    throw rule("account.personUnknown", undefined, "personId");
  const [account] = await sql<{ username: string }>`
    select username from account where person_id = ${id}::uuid and status = 'ACTIVE' limit 1`;
  if (account) throw rule("account.personHasAccount", { username: account.username }, "personId");
  return { personId: id, name: name ?? person.name };
}

async function made(work: Work, wanted: Wanted & { name: string }): Promise<string> {
  const { name, divisionId, unitName, post } = wanted;
  if (!unitName) throw rule("account.nameUnit", undefined, "unitName");
  const [namesake] = await work.sql<{ unit: string }>`
    select coalesce(p.unit_name, d.name) as unit from person p join division d on d.id = p.division_id
    where p.name = ${name} and (p.division_id = ${divisionId} or p.unit_name = ${unitName}) limit 1`;
  if (namesake && !wanted.somebodyElse)
    throw rule("account.namesake", { name, unit: namesake.unit }, "somebodyElse");
  return (await makePerson(work, { name, divisionId, unitName, post: post ?? null })).id;
}
