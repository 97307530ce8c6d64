/** relocations.checks: when a moved family was looked for, and whether it was found living there; newest first, what was withdrawn too. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdId } from "../input.ts";

export type RelocationCheck = {
  id: string;
  on: string;
  living: boolean;
  note: string | null;
  by: string;
  withdrawnBy: string | null;
  withdrawnWhy: string | null;
  own: boolean;
};

export const relocationChecks = query({
  name: "relocations.checks",
  input: HouseholdId,
  run: ({ sql, viewer }, { id }) => sql<RelocationCheck>`
    select c.id, c.checked_on::text as on, c.living, c.note, c.account_name as by, c.withdrawn_by as "withdrawnBy", c.withdrawn_why as "withdrawnWhy",
      c.account_id = ${viewer.accountId} as own
    from relocation_check c
    where c.household_id = ${id}::uuid and ${reachable(viewer, { division: "c.division_id", household: "c.household_id" })}
    order by c.checked_on desc, c.id desc limit 20`,
});
