/** printing.files: the files of one household, or of a village, whole and in few questions, for the paper forms. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { type FactRows, textsOf } from "#lib/domains/households/fact-texts.ts";
import { incomeSources, type Source } from "#lib/domains/incomes/sources.ts";
import { measureCategories } from "#lib/domains/measures/categories.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import {
  FILES_PER_PRINT,
  type PrintFile,
  type PrintMeasure,
  type PrintMember,
  type PrintVisit,
} from "./print.ts";

export const PrintAsked = z.object({
  /** These, as they were ticked, or one; without any, the files of the unit. */
  households: z.array(uuid).max(200).default([]),
  unit: z.string().optional(),
  page: z.number().int().min(1).max(500).default(1),
});
export type Printed = {
  year: number;
  unit: { id: number; name: string } | null;
  total: number;
  files: PrintFile[];
  sources: Source[];
  categories: Entry[];
};

type Bare = Omit<PrintFile, "texts" | "siteName" | "members" | "incomes" | "measures" | "visits"> & FactRows;
type Of<T> = T & { householdId: string };

export const printFiles = query({
  name: "printing.files",
  input: PrintAsked,
  may: (viewer) => viewer.households.length > 0 || mayAnywhere(viewer, "household.view"),
  run: async (scope, { households: asked, unit, page }): Promise<Printed> => {
    const [open] = await scope.sql<{ year: number | null }>`
      select max(year) as year from registry_year where status = 'OPEN'`;
    const year = open?.year;
    if (!year) throw notFound();
    const place = asked.length > 0 ? null : await listPlace(scope, unit);
    // A whole township is no print: a village at a time.
    if (place && place.unit.level !== "VILLAGE" && place.unit.level !== "GROUP") throw notFound();
    const here = place
      ? place.holds({ division: "h.division_id", household: "h.id" })
      : sql`h.id = any (${asked}::uuid[]) and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}`;
    const [count] = await scope.sql<{ total: number }>`
      select count(*)::int as total from household h where ${here} and h.status not in ('REMOVED', 'DISSOLVED')`;
    const bare = await households(scope, here, year, page);
    if (bare.length === 0) throw notFound();
    const parts = await partsOf(
      scope,
      bare.map(({ id }) => id),
      year,
    );
    return {
      ...{ year, unit: place ? place.unit : null, total: count?.total ?? 0 },
      files: bare.map((row) => fileOf(row, parts)),
      sources: await incomeSources(scope.sql),
      categories: await measureCategories(scope.sql),
    };
  },
});

const households = ({ sql: ask, today }: Scope, here: Fragment, year: number, page: number) => ask<Bare>`
  select h.id, h.household_no as "householdNo", h.head_name as "headName", h.division_id as "divisionId", d.name as place, up.name as above, h.group_name as "groupName",
    h.status, h.attribute, h.member_count as "memberCount", h.income_per_head_fen as "perHeadFen", income_line_at('POVERTY', ${year}::int, h.division_id) as "lineFen",
    coalesce((select json_agg(json_build_object('name', p.helper_name, 'unit', p.helper_unit, 'kind', p.kind) order by p.kind <> 'FIRST_HELPER', p.from_on, p.id)
      from pairing p where p.household_id = h.id and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)), '[]') as helpers,
    to_jsonb(h) as household, to_jsonb(y) as "householdYear", to_jsonb(l) as "livingYear", to_jsonb(p) as "productionYear", to_jsonb(r) as relocation,
    (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from livestock s where s.household_id = h.id and s.year = ${year}) as livestock,
    (select s.name from relocation_site s where s.id = r.site_id) as "siteName"
  from (select * from household h where ${here} and h.status not in ('REMOVED', 'DISSOLVED') order by h.household_no, h.id
    limit ${FILES_PER_PRINT}::int offset ${(page - 1) * FILES_PER_PRINT}::int) h
  join division d on d.id = h.division_id left join division up on up.id = d.parent_id
  left join household_year y on y.household_id = h.id and y.year = ${year} left join living_year l on l.household_id = h.id and l.year = ${year}
  left join production_year p on p.household_id = h.id and p.year = ${year} left join relocation r on r.household_id = h.id
  order by h.household_no, h.id`;

async function partsOf({ sql: ask, viewer }: Scope, ids: string[], year: number) {
  const seen = (alias: string) =>
    reachable(viewer, { division: `${alias}.division_id`, household: `${alias}.household_id` });
  return {
    members: await ask<Of<PrintMember>>`
      select m.household_id as "householdId", m.name, m.relation, p.sex, p.birth_on::text as "birthOn", m.education, m.school_status as "schoolStatus", m.labor,
        m.work_place as "workPlace", m.work_months as "workMonths", m.resident_medical as "residentMedical", m.employee_medical as "employeeMedical"
      from membership_year m join person p on p.id = m.person_id where m.household_id = any (${ids}::uuid[]) and m.year = ${year} and ${seen("m")}
      order by m.relation <> 'HEAD', m.relation <> 'SPOUSE', p.birth_on nulls last, m.person_id`,
    incomes: await ask<Of<PrintFile["incomes"][number]>>`
      select i.household_id as "householdId", i.code, i.year, i.amount_fen as fen from income_item i
      where i.household_id = any (${ids}::uuid[]) and i.year in (${year}, ${year - 1}) and ${seen("i")} order by i.code`,
    measures: await ask<Of<PrintMeasure>>`
      select m.household_id as "householdId", m.year, m.category, m.project, m.unit, m.amount_fen as "amountFen", m.status, m.gain_fen as "gainFen",
        concat_ws(' – ', m.from_on::text, m.to_on::text) as days
      from measure m where m.household_id = any (${ids}::uuid[]) and m.year in (${year}, ${year - 1}) and m.status <> 'WITHDRAWN' and ${seen("m")} order by m.year desc, m.id`,
    visits: await ask<Of<PrintVisit>>`
      select v.household_id as "householdId", v.visited_on::text as day, v.kind, v.situation, v.topics, v.note, v.help, v.goods,
        coalesce((select string_agg(n.words, '; ' order by n.id) from need n where n.visit_id = v.id and n.status <> 'WITHDRAWN' and ${seen("n")}), v.asked) as asked,
        (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = v.id) as who
      from visit v where v.household_id = any (${ids}::uuid[]) and v.status <> 'WITHDRAWN' and v.visited_on >= make_date(${year}, 1, 1) and ${seen("v")}
      order by v.visited_on desc, v.id`,
  };
}

function fileOf(row: Bare, parts: Awaited<ReturnType<typeof partsOf>>): PrintFile {
  const { household, householdYear, livingYear, productionYear, relocation, livestock, siteName, ...bare } =
    row;
  const mine = <T>(rows: readonly Of<T>[]) => rows.filter(({ householdId }) => householdId === row.id);
  return {
    ...bare,
    siteName,
    texts: textsOf({ household, householdYear, livingYear, productionYear, relocation, livestock, siteName }),
    members: mine(parts.members),
    incomes: mine(parts.incomes),
    measures: mine(parts.measures),
    visits: mine(parts.visits),
  };
}
