/** The years of the registry, the campaigns of the open one, and the opening of the next. */
import { query } from "#lib/platform/query.ts";
import type { Campaign, OpeningStatus, YearStatus } from "../campaign.ts";
import { gateAt } from "../gate.ts";
import { Nothing, PlaceAsked } from "../input.ts";

export type CampaignRow = Campaign & { divisionId: number; place: string; level: string; by: string | null };
export type Opening = {
  year: number;
  status: OpeningStatus;
  by: string;
  mine: boolean;
  done: number;
  total: number;
  households: number;
  members: number;
};
export type RegistryYears = {
  openYear: number;
  years: { year: number; status: YearStatus; openedOn: string | null }[];
  campaigns: CampaignRow[];
  opening: Opening | null;
};

export const registryYears = query({
  name: "registry.years",
  input: Nothing,
  run: async ({ sql, viewer }): Promise<RegistryYears> => {
    const years = await sql<RegistryYears["years"][number]>`
      select year, status, opened_on::text as "openedOn" from registry_year where status <> 'PREPARING' order by year desc`;
    const openYear = years.find(({ status }) => status === "OPEN")?.year ?? 0;
    const campaigns = await sql<CampaignRow>`
      select a.division_id as "divisionId", d.name as place, d.level, a.opens_on::text as "opensOn", a.closes_on::text as "closesOn",
        a.frozen_on::text as "frozenOn", a.account_name as by
      from adjustment_campaign a join division d on d.id = a.division_id where a.year = ${openYear}
      order by d.level <> 'PREFECTURE', d.code nulls last, d.id`;
    const [opening] = await sql<Opening>`
      select o.year, o.status, o.account_name as by, o.account_id = ${viewer.accountId} as mine, o.households, o.members,
        (select count(*)::int from year_opening_village v where v.year = o.year) as done,
        (select count(distinct division_id)::int from household) as total
      from year_opening o order by o.year desc limit 1`;
    return { openYear, years, campaigns, opening: opening ?? null };
  },
});

/** The gate of a place, for the screens that say what happens to what is typed. */
export const registryGate = query({
  name: "registry.gate",
  input: PlaceAsked,
  run: (scope, { place }) => gateAt(scope, place),
});
