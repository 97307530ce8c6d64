/** industry.year: one year of an entity: its own figures, and what each household earned that it took along then. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { incomeYear, type LinkRole } from "../industry.ts";
import { EntityYear, MOST_PASTED } from "../input.ts";
import { type Entity, entityOf } from "../inside/entity.ts";
import { earningIn, yearsOf } from "../inside/year.ts";

export type EarningRow = {
  id: string;
  householdId: string;
  householdNo: string;
  headName: string;
  place: string;
  role: LinkRole;
  fen: string | null;
};
export type YearView = {
  entity: Entity;
  year: number;
  years: number[];
  facts: { poorMembers: number | null; outputFen: string | null; raisedFen: string | null };
  /** The figures of the entity itself are written at its seat. */
  mayFacts: boolean;
  rows: EarningRow[];
};

export const entityYear = query({
  name: "industry.year",
  input: EntityYear,
  run: async (scope, { id, year: asked }): Promise<YearView> => {
    const entity = await entityOf(scope.sql, id);
    if (!entity) throw notFound();
    const places = await editable(scope, id);
    const mayFacts = may(scope.viewer, "industry.edit", entity.divisionId);
    if (!mayFacts && places.length === 0) throw refused();
    const years = yearsOf(entity, scope.today);
    const year =
      asked !== null && years.includes(asked)
        ? asked
        : (years.find((one) => one <= incomeYear(scope.today)) ?? years[0]!);
    const rows = await scope.sql<EarningRow & { divisionId: number }>`
      select l.id, l.household_id as "householdId", h.household_no as "householdNo", h.head_name as "headName", d.name as place, l.role,
        i.income_fen::text as fen, l.division_id as "divisionId"
      from industry_link l join household h on h.id = l.household_id join division d on d.id = l.division_id
      left join industry_income i on i.link_id = l.id and i.year = ${year}
      where l.entity_id = ${id}::uuid and ${earningIn(year)} and ${reachable(scope.viewer, { division: "l.division_id", household: "l.household_id" })}
      order by d.code nulls last, h.head_name, l.role, l.id limit ${MOST_PASTED}::int`;
    const [facts] = await scope.sql<YearView["facts"]>`
      select poor_members as "poorMembers", output_fen::text as "outputFen", raised_fen::text as "raisedFen"
      from industry_year where entity_id = ${id}::uuid and year = ${year}`;
    return {
      ...{ entity, year, years, mayFacts },
      facts: facts ?? { poorMembers: null, outputFen: null, raisedFen: null },
      rows: rows.filter(({ divisionId }) => may(scope.viewer, "industry.edit", divisionId)),
    };
  },
});

/** Covered villages whose households the viewer may change. */
async function editable({ sql, viewer }: Scope, id: string): Promise<number[]> {
  const rows = await sql<{
    id: number;
  }>`select village_id as id from industry_village where entity_id = ${id}::uuid`;
  return rows.map((row) => row.id).filter((place) => may(viewer, "industry.edit", place));
}
