/** A household as the subject of a deed: found within reach and held until the deed is done. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type HouseholdSubject = {
  id: string;
  householdNo: string;
  divisionId: number;
  place: string;
  headName: string;
  groupName: string | null;
  status: string;
  attribute: string | null;
  mainCause: string | null;
  memberCount: number;
  incomePerHeadFen: bigint | null;
  phone: string | null;
  version: number;
};

export async function heldHousehold({ sql }: Work, id: string): Promise<HouseholdSubject | null> {
  const [row] = await sql<HouseholdSubject>`
    select id, household_no as "householdNo", division_id as "divisionId", (select name from division d where d.id = household.division_id) as place, head_name as "headName", group_name as "groupName", status, attribute,
      main_cause as "mainCause", member_count as "memberCount", income_per_head_fen as "incomePerHeadFen", phone, version
    from household where id = ${id}::uuid for update`;
  return row ?? null;
}

export const mayEdit = (viewer: Viewer, household: { divisionId: number }) =>
  may(viewer, "household.edit", household.divisionId);

/** Who works with this family: keeps its record, visits here, or is paired with it. */
export const worksWith = (viewer: Viewer, household: { id: string; divisionId: number }) =>
  mayEdit(viewer, household) ||
  may(viewer, "visit.record", household.divisionId) ||
  viewer.households.includes(household.id);
