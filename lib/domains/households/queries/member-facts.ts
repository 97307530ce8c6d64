/** households.memberFacts: what is recorded of one member in the open year, as text; and who else is in the household. */
import { textOfFact } from "#lib/base/fact-field.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { FactTexts } from "../fact-texts.ts";
import { MemberAsked } from "../input.ts";
import { MEMBER_FACTS } from "../member-columns.ts";

export type MemberFacts = {
  personId: string;
  name: string;
  year: number;
  divisionId: number;
  texts: FactTexts;
};
type Found = Omit<MemberFacts, "texts"> & { row: Record<string, unknown> };

export const memberFacts = query({
  name: "households.memberFacts",
  input: MemberAsked,
  run: async ({ sql, viewer }, { householdId, personId }): Promise<MemberFacts> => {
    const [seen] = await sql`
      select 1 from membership_year m where m.household_id = ${householdId}::uuid and m.person_id = ${personId}::uuid
        and ${reachable(viewer, { division: "m.division_id", household: "m.household_id" })} limit 1`;
    const found = seen ? await memberTexts(sql, householdId, personId) : null;
    if (!found) throw notFound();
    return found;
  },
});

/** The same within a command, which holds the household. */
export async function memberTexts(
  sql: Sql,
  householdId: string,
  personId: string,
): Promise<MemberFacts | null> {
  const [found] = await sql<Found>`
    select m.person_id as "personId", m.name, m.year, m.division_id as "divisionId", to_jsonb(m) as row from membership_year m
    where m.household_id = ${householdId}::uuid and m.person_id = ${personId}::uuid and m.year = (select max(year) from registry_year where status = 'OPEN')`;
  if (!found) return null;
  const { row, ...member } = found;
  return {
    ...member,
    texts: Object.fromEntries(MEMBER_FACTS.map((fact) => [fact.key, textOfFact(fact, row[fact.column])])),
  };
}
