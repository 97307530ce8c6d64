/** The roll of a household in the open year, and who of it turned when. */
import type { Sql } from "#lib/platform/sql.ts";
import type { Resident } from "../life.ts";

export type OnRoll = Resident & { birthOn: string | null; sex: string | null };

export const rollOf = (sql: Sql, householdId: string, year: number) => sql<OnRoll>`
  select m.person_id as "personId", m.name, m.relation, p.birth_on::text as "birthOn", p.sex
  from membership_year m join person p on p.id = m.person_id
  where m.household_id = ${householdId}::uuid and m.year = ${year}
  order by m.relation <> 'HEAD', m.relation <> 'SPOUSE', p.birth_on nulls last, m.person_id`;

/** The last thing that happened to somebody, wherever it was. */
export async function lastTurn(
  sql: Sql,
  personId: string,
): Promise<{ name: string; on: string; kind: string; reason: string | null } | null> {
  const [last] = await sql<{ name: string; on: string; kind: string; reason: string | null }>`
    select c.name, c.happened_on::text as on, c.kind, e.reason from life_change c left join life_event e on e.id = c.event_id
    where c.person_id = ${personId}::uuid and not c.undone order by c.nth desc limit 1`;
  return last ?? null;
}
