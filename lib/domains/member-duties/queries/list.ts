/** duties.list: under a unit the holdings, able members without a duty, posts, pledges, or reports to a community. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import type { DutyKind, HalfResult, HoldingStatus, PledgeStatus, Way } from "../duty.ts";
import { DutiesAsked } from "../input.ts";

export const DUTY_ROWS = 50;

export type HoldingRow = {
  id: string;
  postId: string;
  memberId: string;
  name: string;
  org: string;
  kind: DutyKind;
  post: string;
  how: Way;
  status: HoldingStatus;
  since: string;
  half: HalfResult | null;
  stars: number | null;
};
export type WithoutRow = { id: string; name: string; org: string; place: string };
export type PostRow = {
  id: string;
  name: string;
  org: string;
  kind: DutyKind;
  places: number;
  held: number;
  waiting: number;
};
export type PledgeRow = {
  id: string;
  memberId: string;
  name: string;
  content: string;
  target: string;
  dueOn: string;
  status: PledgeStatus;
};
export type CheckInRow = {
  id: string;
  name: string;
  place: string;
  service: string | null;
  fromOn: string;
  toOn: string | null;
};

type Counted<Row> = Row & { total: number };

export const listDuties = query({
  name: "duties.list",
  input: DutiesAsked,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit, view, page }) => {
    const { today } = scope;
    const place = await listPlace(scope, unit);
    const under = (column: string) => place.holds({ division: column, household: "null::uuid" });
    const paged = sql`limit ${DUTY_ROWS} offset ${(page - 1) * DUTY_ROWS}`;
    const year = Number(today.slice(0, 4));
    const holdings =
      view === "holdings"
        ? await scope.sql<Counted<HoldingRow>>`
            select h.id, h.post_id as "postId", h.member_id as "memberId", h.member_name as name, o.name as org, p.kind, p.name as post, h.how, h.status,
              coalesce(h.signed_on, h.published_on, h.decided_on, h.proposed_on)::text as since, a.result as half, y.stars, count(*) over ()::int as total
            from duty_holding h join duty_post p on p.id = h.post_id join party_org o on o.id = p.org_id
            left join duty_review a on a.holding_id = h.id and a.year = ${year} and a.part = 'HALF'
            left join lateral (select stars from duty_review r where r.holding_id = h.id and r.part = 'YEAR' order by r.year desc limit 1) y on true
            where ${under("h.division_id")} and h.status not in ('REFUSED', 'ENDED') order by h.status = 'SIGNED', o.name, p.kind, p.name, h.id ${paged}`
        : [];
    const without =
      view === "without"
        ? await scope.sql<Counted<WithoutRow>>`
            select f.subject_id as id, f.name, f.detail as org, d.name as place, count(*) over ()::int as total
            from fact_member_duties(${today}::date) f join division d on d.id = f.division_id where ${under("f.division_id")} and not f.assigned
            order by d.code nulls last, d.id, f.name, f.case_id ${paged}`
        : [];
    const posts =
      view === "posts"
        ? await scope.sql<Counted<PostRow>>`
            select p.id, p.name, o.name as org, p.kind, p.places, k.held, k.waiting, count(*) over ()::int as total from duty_post p join party_org o on o.id = p.org_id
            cross join lateral (select count(*) filter (where h.status = 'SIGNED')::int as held, count(*) filter (where h.status in ('PROPOSED', 'AGREED', 'PUBLISHED'))::int as waiting
              from duty_holding h where h.post_id = p.id) k
            where ${under("p.division_id")} and p.to_on is null order by o.name, p.kind, p.name, p.id ${paged}`
        : [];
    const pledges =
      view === "pledges"
        ? await scope.sql<Counted<PledgeRow>>`
            select p.id, p.member_id as "memberId", p.member_name as name, p.content, p.target, p.due_on::text as "dueOn", p.status, count(*) over ()::int as total
            from service_pledge p where ${under("p.division_id")} and p.status <> 'WITHDRAWN'
            order by p.status in ('ACCEPTED', 'FAILED'), p.due_on, p.id ${paged}`
        : [];
    const checkIns =
      view === "checkIns"
        ? await scope.sql<Counted<CheckInRow>>`
            select c.id, c.name, d.name as place, c.service, c.from_on::text as "fromOn", c.to_on::text as "toOn", count(*) over ()::int as total
            from community_check_in c join division d on d.id = c.division_id where ${under("c.division_id")} order by c.to_on is not null, c.from_on desc, c.id ${paged}`
        : [];
    const total = [holdings, without, posts, pledges, checkIns].flat()[0]?.total ?? 0;
    return {
      ...{ place, view, page, total, holdings, without, posts, pledges, checkIns },
      mayKeep: mayAnywhere(scope.viewer, "duty.edit"),
    };
  },
});
export type DutyList = Awaited<ReturnType<typeof listDuties>>;
