/** incomes.ofHousehold: the sources of one household in one year, last year's beside them, and the lines of its place. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { IncomeAsked } from "../input.ts";
import { incomeSources, type Source } from "../sources.ts";

type Amount = { code: string; fen: bigint };

export type HouseholdIncome = {
  id: string;
  headName: string;
  divisionId: number;
  year: number;
  openYear: number;
  /** Years that can be looked at, newest first. */
  years: number[];
  memberCount: number;
  /** As it stands on the file: worked out where sources are recorded, reported where none is. */
  perHeadFen: bigint | null;
  now: Amount[];
  last: Amount[];
  povertyFen: bigint | null;
  monitoringFen: bigint | null;
  sources: Source[];
};

type Found = Omit<HouseholdIncome, "now" | "last" | "sources">;

export const householdIncome = query({
  name: "incomes.ofHousehold",
  input: IncomeAsked,
  run: async (scope, { id, year }): Promise<HouseholdIncome> => {
    const [found] = await scope.sql<Found>`
      select h.id, h.head_name as "headName", h.division_id as "divisionId", asked.year, open.year as "openYear",
        array(select y.year from household_year y where y.household_id = h.id union select open.year order by 1 desc) as years,
        coalesce(y.member_count, h.member_count) as "memberCount", y.income_per_head_fen as "perHeadFen",
        income_line_at('POVERTY', asked.year, h.division_id) as "povertyFen",
        income_line_at('MONITORING', asked.year, h.division_id) as "monitoringFen"
      from household h
      cross join lateral (select max(year) as year from registry_year where status = 'OPEN') open
      cross join lateral (select coalesce(${year}::int, open.year) as year) asked
      left join household_year y on y.household_id = h.id and y.year = asked.year
      where h.id = ${id}::uuid and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!found || found.year === null) throw notFound();
    const rows = await scope.sql<Amount & { year: number }>`
      select code, year, amount_fen as fen from income_item
      where household_id = ${id}::uuid and year in (${found.year}, ${found.year - 1}) and ${reachable(scope.viewer, { division: "division_id", household: "household_id" })}
      order by code`;
    const of = (wanted: number) =>
      rows.filter((row) => row.year === wanted).map(({ code, fen }) => ({ code, fen }));
    return {
      ...found,
      now: of(found.year),
      last: of(found.year - 1),
      sources: await incomeSources(scope.sql),
    };
  },
});
