/** What the forms of an entity offer: seats and villages of a county, Party organizations, households to link. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { sql as part } from "#lib/platform/sql.ts";
import { EntityId, HouseholdsToLink, LinkId, SeatsAround } from "../input.ts";
import { entityOf } from "../inside/entity.ts";
import { linkOf } from "../inside/link.ts";
import { type IndustryWords, industryWords } from "../words.ts";

export type Seat = { id: number; name: string; level: string; township: string | null };
export type SeatChoices = {
  words: IndustryWords;
  /** Null: which county is still to be chosen. */
  county: { id: number; name: string } | null;
  counties: { id: number; name: string }[];
  /** The county, its townships and their villages in order. */
  seats: Seat[];
};

export const seatsAround = query({
  name: "industry.seats",
  input: SeatsAround,
  run: async ({ sql, viewer }, { unitId }): Promise<SeatChoices> => {
    const unit = unitId ?? viewer.grants[0]?.divisionId ?? viewer.homeDivisionId;
    const words = await industryWords(sql);
    const [county] = await sql<{ id: number; name: string }>`
      select a.id, a.name from division_closure c join division a on a.id = c.ancestor_id
      where c.node_id = ${unit} and c.to_on is null and a.level = 'COUNTY' and a.closed_on is null order by c.depth limit 1`;
    const counties = await sql<{ id: number; name: string }>`
      select id, name from division where level = 'COUNTY' and closed_on is null order by code nulls last, id`;
    if (!county) return { words, county: null, counties, seats: [] };
    const seats = await sql<Seat>`
      select d.id, d.name, d.level, t.name as township from division_closure c join division d on d.id = c.node_id
      left join division t on t.id = case d.level when 'VILLAGE' then d.parent_id when 'TOWNSHIP' then d.id end
      where c.ancestor_id = ${county.id} and c.to_on is null and d.closed_on is null and d.level in ('COUNTY', 'TOWNSHIP', 'VILLAGE')
      order by t.code nulls first, t.id, d.level = 'VILLAGE', d.code nulls last, d.id`;
    return { words, county, counties, seats };
  },
});

export type OrgChoice = { id: number; name: string; place: string; setting: string };

/** Entity organizations of the county, and those of the places where it works, to which members can be attached. */
export const partyChoices = query({
  name: "industry.partyChoices",
  input: EntityId,
  run: async ({ sql }, { id }): Promise<OrgChoice[]> => {
    const entity = await entityOf(sql, id);
    if (!entity) throw notFound();
    return sql<OrgChoice>`
      with place as (select c.ancestor_id as id, a.level from division_closure c join division a on a.id = c.ancestor_id
        where c.to_on is null and (c.node_id = ${entity.divisionId}
          or c.node_id in (select village_id from industry_village where entity_id = ${id}::uuid)))
      select o.id, o.name, d.name as place, o.setting from party_org o join division d on d.id = o.division_id
      where o.closed_on is null and ((o.setting = 'TERRITORIAL' and o.division_id in (select id from place where level in ('VILLAGE', 'TOWNSHIP')))
        or (o.setting = 'ENTITY' and o.division_id in (select c.node_id from division_closure c
          where c.to_on is null and c.ancestor_id in (select id from place where level = 'COUNTY'))))
      order by o.setting, o.division_id in (select id from place) desc, d.code nulls last, o.id limit 400`;
  },
});

export type HouseholdChoice = {
  id: string;
  headName: string;
  householdNo: string;
  place: string;
  status: string;
  /** In which roles it is linked already, today. */
  roles: string[];
};

/** Households of the county by name, number or pinyin; without a question those of the villages covered. Within reach. */
export const householdsToLink = query({
  name: "industry.householdsToLink",
  input: HouseholdsToLink,
  run: async ({ sql, viewer, today }, { id, q }): Promise<HouseholdChoice[]> => {
    const entity = await entityOf(sql, id);
    if (!entity) throw notFound();
    const villages = part`select village_id from industry_village where entity_id = ${id}::uuid`;
    const county = part`select c.node_id from division_closure up join division a on a.id = up.ancestor_id and a.level = 'COUNTY'
      join division_closure c on c.ancestor_id = up.ancestor_id and c.to_on is null where up.node_id = ${entity.divisionId} and up.to_on is null`;
    const asked =
      q === ""
        ? part`h.division_id in (${villages})`
        : part`h.division_id in (${county}) and (position(${q} in h.head_name) > 0 or h.household_no = ${q} or starts_with(h.pinyin, ${q.toLowerCase()}))`;
    return sql<HouseholdChoice>`
      select h.id, h.head_name as "headName", h.household_no as "householdNo", d.name as place, h.status,
        array(select l.role from industry_link l where l.entity_id = ${id}::uuid and l.household_id = h.id
          and (l.to_on is null or l.to_on > ${today}::date) order by l.role) as roles
      from household h join division d on d.id = h.division_id
      where ${asked} and h.status not in ('REMOVED', 'DISSOLVED') and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}
      order by h.division_id in (${villages}) desc, d.code nulls last, h.head_name, h.id limit 50`;
  },
});

export type LinkView = NonNullable<Awaited<ReturnType<typeof linkOf>>> & {
  incomes: { year: number; fen: string }[];
};

export const getLink = query({
  name: "industry.getLink",
  input: LinkId,
  run: async (scope, { linkId }): Promise<LinkView> => {
    const link = await linkOf(scope, linkId);
    if (!link) throw notFound();
    const incomes = await scope.sql<{ year: number; fen: string }>`
      select year, income_fen::text as fen from industry_income where link_id = ${linkId}::uuid order by year desc`;
    return { ...link, incomes };
  },
});
