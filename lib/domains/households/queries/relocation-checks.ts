/** relocations.checks: when a moved family was looked for, and whether it was found living there; newest first. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdId } from "../input.ts";

export type RelocationCheck = { id: string; on: string; living: boolean; note: string | null; by: string };

export const relocationChecks = query({
  name: "relocations.checks",
  input: HouseholdId,
  run: ({ sql, viewer }, { id }) => sql<RelocationCheck>`
    select c.id, c.checked_on::text as on, c.living, c.note, c.account_name as by from relocation_check c
    where c.household_id = ${id}::uuid and c.withdrawn_at is null and ${reachable(viewer, { division: "c.division_id", household: "c.household_id" })}
    order by c.checked_on desc, c.id desc limit 20`,
});
