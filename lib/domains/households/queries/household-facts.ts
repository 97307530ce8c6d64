/** households.facts: everything that is recorded of one household in one year, fact by fact as text; "" is not recorded. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type FactRows, type FactTexts, textsOf } from "../fact-texts.ts";

export type HouseholdFacts = {
  id: string;
  headName: string;
  divisionId: number;
  year: number;
  openYear: number;
  /** Years that can be looked at, newest first. */
  years: number[];
  texts: FactTexts;
  siteName: string | null;
};

export const FactsAsked = z.object({ id: uuid, year: z.number().int().nullable().default(null) });

export const householdFacts = query({
  name: "households.facts",
  input: FactsAsked,
  run: async ({ sql, viewer }, { id, year }): Promise<HouseholdFacts> => {
    const [found] = await sql<Omit<HouseholdFacts, "texts" | "siteName"> & { year: number | null }>`
      select h.id, h.head_name as "headName", h.division_id as "divisionId", coalesce(${year}::int, open.year) as year, open.year as "openYear",
        array(select y.year from household_year y where y.household_id = h.id union select open.year order by 1 desc) as years
      from household h cross join lateral (select max(year) as year from registry_year where status = 'OPEN') open
      where h.id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!found || found.year === null) throw notFound();
    return { ...found, ...(await factTexts(sql, id, found.year)) };
  },
});

/** The same within a command, which has found and holds the household. */
export async function factTexts(sql: Sql, id: string, year: number) {
  const [rows] = await sql<FactRows>`
    select to_jsonb(h) as household, to_jsonb(y) as "householdYear", to_jsonb(l) as "livingYear", to_jsonb(p) as "productionYear", to_jsonb(r) as relocation,
      (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from livestock s where s.household_id = h.id and s.year = ${year}) as livestock,
      (select s.name from relocation_site s where s.id = r.site_id) as "siteName"
    from household h
    left join household_year y on y.household_id = h.id and y.year = ${year}
    left join living_year l on l.household_id = h.id and l.year = ${year}
    left join production_year p on p.household_id = h.id and p.year = ${year}
    left join relocation r on r.household_id = h.id
    where h.id = ${id}::uuid`;
  return rows ? { texts: textsOf(rows), siteName: rows.siteName } : { texts: {}, siteName: null };
}
