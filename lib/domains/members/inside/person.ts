/** The person whom a roster takes in: somebody known within reach, or a new one, whom the organization's place then keeps. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { ETHNICITIES } from "#lib/domains/households/codes.ts";
import { makePerson } from "#lib/domains/people/new-person.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { dayTyped } from "./days.ts";
import type { RosterOrg } from "./org.ts";

export type KnownPerson = {
  id: string;
  name: string;
  sex: "M" | "F" | null;
  birthOn: string | null;
  ethnicity: string | null;
};
type Typed = {
  personId?: string;
  name: string | null;
  idNo: string | null;
  sex: "M" | "F" | "";
  birthOn: string | null;
  ethnicity: string | null;
  phone: string | null;
};

async function personOf({ sql, viewer }: Work, id: string): Promise<KnownPerson | null> {
  const [person] = await sql<KnownPerson>`
    select p.id, p.name, p.sex, p.birth_on::text as "birthOn", p.ethnicity from person p
    where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  return person ?? null;
}

export async function personTakenIn(
  work: Work,
  typed: Typed,
  org: RosterOrg,
  full: boolean,
): Promise<KnownPerson> {
  if (typed.personId) {
    const known = await personOf(work, typed.personId);
    if (!known) throw rule("member.personGone", undefined, "personId");
    return known;
  }
  if (!typed.name) throw invalid({ name: [{ key: "member.whom" }] });
  const made = await makePerson(work, {
    name: typed.name,
    idNo: typed.idNo ?? undefined,
    sex: typed.sex || undefined,
    birthOn: birthTyped(typed.birthOn, work.today),
    ethnicity: ethnicityTyped(typed.ethnicity),
    phone: typed.phone,
    politicalStatus: full ? "PARTY_MEMBER" : "PROBATIONARY",
    divisionId: org.divisionId,
    detail: org.name,
  });
  const person = await personOf(work, made.id);
  if (!person) throw rule("member.personGone", undefined, "personId");
  return person;
}

export const birthTyped = (typed: string | null, today: string) =>
  typed === null ? null : dayTyped(typed, today, "birthOn", "1900-01-01");

export function ethnicityTyped(typed: string | null): string | null {
  if (typed !== null && !ETHNICITIES.some(({ code }) => code === typed))
    throw invalid({ ethnicity: [{ key: "choose" }] });
  return typed;
}
