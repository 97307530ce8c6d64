/** What the register says about the standards of identification and exit (两不愁三保障): met, not met, or not recorded; never guessed. */
import type { Scope } from "#lib/platform/scope.ts";

export const CRITERIA = ["housing", "water", "schooling", "insurance"] as const;
export type CriterionName = "income" | (typeof CRITERIA)[number];
export type Criterion = { name: CriterionName; state: "MET" | "NOT_MET" | "UNKNOWN"; count: number | null };

type Row = {
  housing: string | null;
  water: boolean | null;
  members: number;
  dropouts: number;
  schoolUnknown: number;
  uninsured: number;
  insuranceUnknown: number;
};

/** Compulsory schooling is asked of those who are six to fifteen. */
export async function criteriaOf(
  { sql, today }: Pick<Scope, "sql" | "today">,
  id: string,
): Promise<Criterion[]> {
  const [row] = await sql<Row>`
    select y.housing_grade as housing, y.water_safe as water, m.*
    from household h cross join lateral (select max(year) as year from registry_year where status = 'OPEN') open
    left join household_year y on y.household_id = h.id and y.year = open.year
    cross join lateral (
      select count(*)::int as members,
        (count(*) filter (where young and w.school_status = 'NOT_IN_SCHOOL'))::int as dropouts,
        (count(*) filter (where young and w.school_status is null))::int as "schoolUnknown",
        (count(*) filter (where w.resident_medical is false and w.employee_medical is not true))::int as uninsured,
        (count(*) filter (where w.resident_medical is null and w.employee_medical is not true))::int as "insuranceUnknown"
      from membership_year w join person p on p.id = w.person_id
      cross join lateral (select age(${today}::date, p.birth_on) >= interval '6 years' and age(${today}::date, p.birth_on) < interval '16 years' as young) a
      where w.household_id = h.id and w.year = open.year) m
    where h.id = ${id}::uuid`;
  if (!row) return [];
  const told = (bad: number, unknown: number): Pick<Criterion, "state" | "count"> =>
    bad > 0
      ? { state: "NOT_MET", count: bad }
      : unknown > 0 || row.members === 0
        ? { state: "UNKNOWN", count: unknown || null }
        : { state: "MET", count: null };
  const known = (value: boolean | null): Pick<Criterion, "state" | "count"> => ({
    state: value === null ? "UNKNOWN" : value ? "MET" : "NOT_MET",
    count: null,
  });
  return [
    { name: "housing", ...known(row.housing === null ? null : row.housing === "A" || row.housing === "B") },
    { name: "water", ...known(row.water) },
    { name: "schooling", ...told(row.dropouts, row.schoolUnknown) },
    { name: "insurance", ...told(row.uninsured, row.insuranceUnknown) },
  ];
}
