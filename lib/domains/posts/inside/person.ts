/** Who is appointed: somebody within reach, or a new person who then stands in the register of the place that appoints. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { makePerson } from "#lib/domains/people/new-person.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Who } from "../input.ts";

export type Appointee = { id: string; name: string; unit: string | null };

export async function appointeeOf(work: Work, who: Who, divisionId: number): Promise<Appointee> {
  if (who.personId) {
    const [known] = await work.sql<Appointee>`
      select p.id, p.name, coalesce(p.unit_name, d.name) as unit from person p join division d on d.id = p.division_id
      where p.id = ${who.personId}::uuid and ${reachable(work.viewer, { division: "p.division_id", household: "p.household_id" })}`;
    if (!known) throw rule("post.personGone", undefined, "personId");
    return known;
  }
  if (!who.newName) throw rule("post.choosePerson", undefined, "personId");
  if (!who.newUnit) throw rule("post.nameUnit", undefined, "newUnit");
  const made = await makePerson(work, {
    name: who.newName,
    unitName: who.newUnit,
    phone: who.newPhone ?? null,
    divisionId,
  });
  return { ...made, unit: who.newUnit };
}
