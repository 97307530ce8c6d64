/** The tabs of one household: its members with masked numbers, its years side by side, and what was changed by whom. */

import { maskIdNumber } from "#lib/base/mask.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { unsealIdNo } from "#lib/platform/seal.ts";
import { HouseholdId } from "../input.ts";

export type Member = {
  personId: string;
  name: string;
  relation: string;
  sex: string | null;
  birthOn: string | null;
  education: string | null;
  schoolStatus: string | null;
  health: string | null;
  labor: string | null;
  workPlace: string | null;
  workMonths: number | null;
  residentMedical: boolean | null;
  employeeMedical: boolean | null;
  /** First six and last four; null = not recorded. The whole number never leaves here. */
  maskedIdNo: string | null;
};

type SealedMember = Omit<Member, "maskedIdNo"> & { sealed: Buffer | null; digest: Buffer | null };

export const householdMembers = query({
  name: "households.members",
  input: HouseholdId,
  run: async (scope, { id }): Promise<Member[]> => {
    const rows = await scope.sql<SealedMember>`
      select m.person_id as "personId", m.name, m.relation, p.sex, p.birth_on::text as "birthOn", m.education,
        m.school_status as "schoolStatus", m.health, m.labor, m.work_place as "workPlace", m.work_months as "workMonths",
        m.resident_medical as "residentMedical", m.employee_medical as "employeeMedical",
        p.id_no_sealed as sealed, p.id_no_digest as digest
      from membership_year m join person p on p.id = m.person_id
      where m.household_id = ${id}::uuid and ${reachable(scope.viewer, { division: "m.division_id", household: "m.household_id" })} and m.year = (select max(year) from registry_year where status = 'OPEN')
      order by m.relation <> 'HEAD', m.relation <> 'SPOUSE', p.birth_on nulls last, m.person_id`;
    return rows.map(({ sealed, digest, ...member }) => ({
      ...member,
      maskedIdNo: sealed && digest ? maskIdNumber(unsealIdNo(sealed, digest)) : null,
    }));
  },
});

export type HouseholdYearRow = {
  year: number;
  headName: string;
  status: string;
  attribute: string | null;
  mainCause: string | null;
  memberCount: number;
  incomePerHeadFen: bigint | null;
  housingGrade: string | null;
  waterSafe: boolean | null;
  relocated: boolean | null;
};

export const householdYears = query({
  name: "households.years",
  input: HouseholdId,
  run: (scope, { id }) => scope.sql<HouseholdYearRow>`
    select year, head_name as "headName", status, attribute, main_cause as "mainCause", member_count as "memberCount",
      income_per_head_fen as "incomePerHeadFen", housing_grade as "housingGrade", water_safe as "waterSafe", relocated
    from household_year where household_id = ${id}::uuid and ${reachable(scope.viewer, { division: "division_id", household: "household_id" })} order by year desc limit 6`,
});

export type HouseholdChange = {
  id: bigint;
  at: Date;
  /** When a phone without a network wrote it down. */
  writtenAt: Date | null;
  accountName: string | null;
  verb: string;
  field: string;
  old: string | null;
  new: string | null;
};

export const householdHistory = query({
  name: "households.history",
  input: HouseholdId,
  run: (scope, { id }) => scope.sql<HouseholdChange>`
    select id, at, written_at as "writtenAt", account_name as "accountName", verb, field, old, new from change
    where household_id = ${id}::uuid and ${reachable(scope.viewer, { division: "division_id", household: "household_id" })} order by id desc limit 100`,
});
