/** campaigns.list: campaigns that concern a unit; campaigns.show: how far one came, unit by unit, and which households are left in a village; campaigns.form: where one may call for it. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { type Covers, STATUSES } from "../campaign.ts";
import { CampaignAsked, CampaignsAsked } from "../input.ts";

export type Campaign = {
  id: string;
  divisionId: number;
  unit: string;
  name: string;
  fromOn: string;
  lastOn: string;
  covers: Covers;
  note: string | null;
  by: string;
  endedOn: string | null;
  endedWhy: string | null;
};

export const listCampaigns = query({
  name: "campaigns.list",
  input: CampaignsAsked,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const rows = await scope.sql<Campaign>`
      select c.id, c.division_id as "divisionId", d.name as unit, c.name, c.from_on::text as "fromOn", c.last_on::text as "lastOn", c.covers, c.note, c.account_name as by,
        c.ended_on::text as "endedOn", c.ended_why as "endedWhy"
      from visit_campaign c join division d on d.id = c.division_id
      where exists (select 1 from division_closure k where k.to_on is null and ((k.ancestor_id = c.division_id and k.node_id = ${place.unit.id})
        or (k.node_id = c.division_id and k.ancestor_id = ${place.unit.id})))
      order by c.ended_on is not null, c.last_on desc, c.created_at desc limit 100`;
    return {
      place,
      rows,
      mayCall: may(scope.viewer, "pairing.edit", place.unit.id) && place.unit.level !== "VILLAGE",
    };
  },
});

/** Of a unit below: households that the campaign covers, and those where somebody was. */
export type Progress = { id: number; name: string; whole: number; done: number };
export type Left = { id: string; headName: string; groupName: string | null; lastVisitOn: string | null };

export const LEFT_PER_PAGE = 100;

export const showCampaign = query({
  name: "campaigns.show",
  input: CampaignAsked,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { id, unit, page }) => {
    const { sql, viewer, today } = scope;
    const place = await listPlace(scope, unit);
    const [campaign] = await sql<Campaign & { level: string }>`
      select c.id, c.division_id as "divisionId", d.name as unit, d.level, c.name, c.from_on::text as "fromOn", c.last_on::text as "lastOn", c.covers, c.note, c.account_name as by,
        c.ended_on::text as "endedOn", c.ended_why as "endedWhy"
      from visit_campaign c join division d on d.id = c.division_id where c.id = ${id}::uuid and exists (select 1 from division_closure k where k.to_on is null
        and ((k.ancestor_id = c.division_id and k.node_id = ${place.unit.id}) or (k.node_id = c.division_id and k.ancestor_id = ${place.unit.id})))`;
    if (!campaign) throw notFound();
    const until = campaign.endedOn ?? campaign.lastOn;
    const statuses = [...STATUSES[campaign.covers]];
    const progress = await sql<Progress>`
      select u.id, u.name, count(*)::int as whole, count(*) filter (where v.been)::int as done
      from household h
      join division_closure k on k.node_id = h.division_id and k.to_on is null
      join division u on u.id = k.ancestor_id and (u.parent_id = ${place.unit.id} or (u.id = ${place.unit.id} and u.level = 'VILLAGE'))
      join division_closure w on w.node_id = h.division_id and w.to_on is null and w.ancestor_id = ${campaign.divisionId}
      cross join lateral (select exists (select 1 from visit_visitor x where x.household_id = h.id and x.counts and not x.remote and x.visited_on between ${campaign.fromOn}::date and ${until}::date) as been) v
      where h.status = any (${statuses}::text[]) and ${place.holds({ division: "h.division_id", household: "h.id" })}
      group by u.id, u.name, u.code order by u.code nulls last, u.id`;
    const left =
      place.unit.level === "VILLAGE"
        ? await sql<Left>`
            select h.id, h.head_name as "headName", h.group_name as "groupName", h.last_visit_on::text as "lastVisitOn" from household h
            where h.status = any (${statuses}::text[]) and ${place.holds({ division: "h.division_id", household: "h.id" })}
              and exists (select 1 from division_closure w where w.node_id = h.division_id and w.to_on is null and w.ancestor_id = ${campaign.divisionId})
              and not exists (select 1 from visit_visitor x where x.household_id = h.id and x.counts and not x.remote and x.visited_on between ${campaign.fromOn}::date and ${until}::date)
            order by h.group_name nulls last, h.household_no, h.id limit ${LEFT_PER_PAGE}::int offset ${(page - 1) * LEFT_PER_PAGE}::int`
        : [];
    return {
      ...{ place, campaign, progress, left, page, today },
      mayEnd:
        campaign.endedOn === null &&
        reaches(viewer, campaign.divisionId) &&
        may(viewer, "pairing.edit", campaign.divisionId),
      mayVisit: mayAnywhere(viewer, "visit.record"),
    };
  },
});
export type CampaignView = Awaited<ReturnType<typeof showCampaign>>;

export const campaignForm = query({
  name: "campaigns.form",
  input: CampaignsAsked,
  may: (viewer) => mayAnywhere(viewer, "pairing.edit"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    return {
      place,
      mayHere: may(scope.viewer, "pairing.edit", place.unit.id) && place.unit.level !== "VILLAGE",
    };
  },
});
