/** The helper of a pairing: somebody within reach, or a new person who then stands in the registry of the place that named him. */
import { makePerson } from "#lib/domains/people/new-person.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { WhoHelps } from "../input.ts";

export type Helper = {
  id: string;
  name: string;
  unit: string | null;
  post: string | null;
  phone: string | null;
  rank: string | null;
  householdId: string | null;
  /** Status of the household that he himself belongs to. */
  ownStatus: string | null;
};

export async function knownHelper({ sql }: Pick<Work, "sql">, id: string): Promise<Helper | null> {
  const [known] = await sql<Helper>`
    select p.id, p.name, coalesce(p.unit_name, d.name) as unit, p.post, p.phone, p.rank, p.household_id as "householdId", h.status as "ownStatus"
    from person p join division d on d.id = p.division_id left join household h on h.id = p.household_id where p.id = ${id}::uuid`;
  return known ?? null;
}

export async function helperOf(work: Work, who: WhoHelps, divisionId: number): Promise<Helper> {
  if (who.helperId) {
    const known = await knownHelper(work, who.helperId);
    if (!known) throw rule("pairing.helperGone", undefined, "helperId");
    return known;
  }
  if (!who.newName) throw rule("pairing.chooseHelper", undefined, "helperId");
  if (!who.newUnit) throw rule("pairing.nameUnit", undefined, "newUnit");
  const made = await makePerson(work, {
    name: who.newName,
    unitName: who.newUnit,
    phone: who.newPhone ?? null,
    divisionId,
  });
  return {
    ...made,
    unit: who.newUnit,
    post: null,
    phone: who.newPhone ?? null,
    rank: null,
    householdId: null,
    ownStatus: null,
  };
}
