/** industry.ofHousehold: the entities that take a household along, and since when, with the income of the last year told. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import type { LinkRole } from "../industry.ts";
import { OfHousehold } from "../input.ts";

export type HouseholdEntity = {
  linkId: string;
  entityId: string;
  name: string;
  role: LinkRole;
  fromOn: string;
  toOn: string | null;
  year: number | null;
  fen: string | null;
};

export const entitiesOfHousehold = query({
  name: "industry.ofHousehold",
  input: OfHousehold,
  run: ({ sql, viewer }, { household }) => sql<HouseholdEntity>`
    select l.id as "linkId", e.id as "entityId", e.name, l.role, l.from_on::text as "fromOn", least(l.to_on, e.closed_on)::text as "toOn", i.year, i.income_fen::text as fen
    from industry_link l join industry_entity e on e.id = l.entity_id
    left join lateral (select year, income_fen from industry_income where link_id = l.id order by year desc limit 1) i on true
    where l.household_id = ${household}::uuid and (l.to_on is null or l.to_on > l.from_on)
      and ${reachable(viewer, { division: "l.division_id", household: "l.household_id" })}
    order by least(l.to_on, e.closed_on) is not null, l.from_on desc, l.id limit 50`,
});
