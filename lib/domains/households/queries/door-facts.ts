/** households.doorFacts: what may be changed at a family's door, as it stands; households.factNow: one of it, and who said so last. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type DoorFact, type FamilyFacts, isOfMember } from "../door-facts.ts";
import { doorField } from "../door-field.ts";
import { FactAsked } from "../door-input.ts";
import { HouseholdId } from "../input.ts";
import { factTexts } from "./household-facts.ts";
import { memberTexts } from "./member-facts.ts";

export const doorFacts = query({
  name: "households.doorFacts",
  input: HouseholdId,
  run: async ({ sql, viewer }, { id }): Promise<FamilyFacts> => {
    const [row] = await sql<FamilyFacts>`
      select jsonb_strip_nulls(jsonb_build_object('housingGrade', y.housing_grade, 'waterSafe',
          case when y.water_safe then 'yes' when not y.water_safe then 'no' end)) as facts,
        coalesce((select jsonb_agg(jsonb_build_object('id', m.person_id, 'name', m.name,
            'facts', jsonb_strip_nulls(jsonb_build_object('workStatus', m.work_status, 'schoolStatus', m.school_status)))
            order by m.relation <> 'HEAD', m.person_id)
          from membership_year m where m.household_id = h.id and m.year = open.year), '[]') as members
      from household h cross join lateral (select max(year) as year from registry_year where status = 'OPEN') open
      left join household_year y on y.household_id = h.id and y.year = open.year
      where h.id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!row) throw notFound();
    return row;
  },
});

export type FactNow = { now: string; by: string | null; at: string | null };

export const factNow = query({
  name: "households.factNow",
  input: FactAsked,
  run: async ({ sql, viewer }, { householdId, personId, field }): Promise<FactNow> => {
    const [seen] = await sql<{ year: number }>`
      select (select max(year) from registry_year where status = 'OPEN') as year from household h
      where h.id = ${householdId}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
    const now = seen && (await textNow(sql, { householdId, personId, field, year: seen.year }));
    if (now === undefined || now === null) throw notFound();
    // By its key where it was typed, by its column where a sheet wrote it.
    const names = [field, doorField(field).column];
    const [last] = await sql<{ by: string | null; at: Date }>`
      select account_name as by, at from change where household_id = ${householdId}::uuid
        and entity_id = ${personId ?? householdId} and field = any (${names}::text[]) order by id desc limit 1`;
    return { now, by: last?.by ?? null, at: last?.at.toISOString() ?? null };
  },
});

type Asked = { householdId: string; personId?: string; field: DoorFact; year: number };

/** Null where there is no such member. */
export async function textNow(
  sql: Sql,
  { householdId, personId, field, year }: Asked,
): Promise<string | null> {
  if (!isOfMember(field)) return (await factTexts(sql, householdId, year)).texts[field] ?? "";
  const member = personId ? await memberTexts(sql, householdId, personId) : null;
  return member && (member.texts[field] ?? "");
}
