/** Who joins a team: somebody of the registry within reach, or a new person who then stands in the registry of the village. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { makePerson } from "#lib/domains/people/new-person.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

type Wanted = { personId?: string; newName?: string; unit: string };
export type Joining = { id: string; name: string; unit: string | null };

export async function joiningOf(
  work: Work,
  { personId, newName, unit }: Wanted,
  divisionId: number,
): Promise<Joining> {
  if (personId && personId !== "NEW") {
    const [known] = await work.sql<Joining>`
      select p.id, p.name, p.unit_name as unit from person p where p.id = ${personId}::uuid
        and ${reachable(work.viewer, { division: "p.division_id", household: "p.household_id" })}`;
    if (!known) throw rule("team.personGone", undefined, "personId");
    return known;
  }
  if (!newName) throw rule("team.choosePerson", undefined, "newName");
  return { ...(await makePerson(work, { name: newName, unitName: unit, divisionId })), unit };
}
