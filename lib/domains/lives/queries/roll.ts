/** Who stands on the roll of the open year, for the forms that change it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdOf } from "../input.ts";
import type { OnRoll } from "../inside/roll.ts";

export type { OnRoll };

export const rollToday = query({
  name: "lives.roll",
  input: HouseholdOf,
  run: ({ sql, viewer }, { household }) => sql<OnRoll>`
    select m.person_id as "personId", m.name, m.relation, p.birth_on::text as "birthOn", p.sex
    from membership_year m join person p on p.id = m.person_id
    where m.household_id = ${household}::uuid and m.year = (select max(year) from registry_year where status = 'OPEN')
      and ${reachable(viewer, { division: "m.division_id", household: "m.household_id" })}
    order by m.relation <> 'HEAD', m.relation <> 'SPOUSE', p.birth_on nulls last, m.person_id`,
});
