/** One household with what its head line says: facts of the open year, place, who helps, and the counts that the one-sentence summary is made of. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdId } from "../input.ts";

export type CurrentHelper = {
  pairingId: string;
  name: string;
  unit: string | null;
  kind: string;
  fromOn: string;
  mine: boolean;
};

export type HouseholdDetail = {
  id: string;
  householdNo: string;
  headName: string;
  divisionId: number;
  place: string;
  township: string | null;
  groupName: string | null;
  status: string;
  attribute: string | null;
  mainCause: string | null;
  otherCauses: string[];
  memberCount: number;
  incomePerHeadFen: bigint | null;
  phone: string | null;
  lastVisitOn: string | null;
  version: number;
  openYear: number;
  housingGrade: string | null;
  waterSafe: boolean | null;
  relocated: boolean | null;
  exitYear: number | null;
  address: string | null;
  /** The sentence at the head of the file, where somebody wrote it by hand. */
  summary: string | null;
  students: number;
  ill: number;
  disabled: number;
  workers: number;
  visits: number;
  /** How many quarters have ended or begun without a visit is not here: what is due, /today says. */
  helpers: CurrentHelper[];
};

export const getHousehold = query({
  name: "households.get",
  input: HouseholdId,
  run: async (scope, { id }): Promise<HouseholdDetail> => {
    const [household] = await scope.sql<HouseholdDetail>`
      select h.id, h.household_no as "householdNo", h.head_name as "headName", h.division_id as "divisionId", d.name as place,
        up.name as township, h.group_name as "groupName", h.status, h.attribute, h.main_cause as "mainCause",
        coalesce(y.other_causes, '{}') as "otherCauses", h.member_count as "memberCount", h.income_per_head_fen as "incomePerHeadFen",
        h.phone, h.last_visit_on::text as "lastVisitOn", h.version, open.year as "openYear", y.housing_grade as "housingGrade",
        y.water_safe as "waterSafe", y.relocated, y.exit_year as "exitYear", y.address, y.summary, m.students, m.ill, m.disabled, m.workers,
        (select count(*)::int from visit v where v.household_id = h.id and v.status <> 'WITHDRAWN') as visits,
        coalesce((select json_agg(json_build_object('pairingId', p.id, 'name', p.helper_name, 'unit', p.helper_unit, 'kind', p.kind,
            'fromOn', p.from_on, 'mine', p.helper_id = ${scope.viewer.personId}::uuid) order by p.kind <> 'FIRST_HELPER', p.from_on, p.id)
          from pairing p where p.household_id = h.id and p.from_on <= ${scope.today}::date and (p.to_on is null or p.to_on > ${scope.today}::date)), '[]') as helpers
      from household h
      cross join lateral (select max(year) as year from registry_year where status = 'OPEN') open
      join division d on d.id = h.division_id left join division up on up.id = d.parent_id
      left join household_year y on y.household_id = h.id and y.year = open.year
      cross join lateral (select
          count(*) filter (where school_status is not null and school_status not in ('NOT_IN_SCHOOL', 'BELOW_SCHOOL_AGE'))::int as students,
          count(*) filter (where health ~ 'CHRONIC|SERIOUS')::int as ill, count(*) filter (where health ~ 'DISABLED')::int as disabled,
          count(*) filter (where labor in ('ORDINARY', 'SKILLED', 'WEAK'))::int as workers
        from membership_year where household_id = h.id and year = open.year) m
      where h.id = ${id}::uuid and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!household) throw notFound();
    return household;
  },
});
