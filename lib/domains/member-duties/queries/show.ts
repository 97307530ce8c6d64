/** duties.post: one post with who stands for it and whom it may be given to; duties.member: a member's duties, pledges and reports; duties.form: branches that may set a post. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { DutyKind, HalfResult, HoldingStatus, PledgeStatus, ReviewPart, Unfit, Way } from "../duty.ts";
import { MemberAsked, PostAsked, PostForm } from "../input.ts";
import { heldMember, heldPost, mayKeep, memberReadable, unfitSql } from "../inside/held.ts";

export type Review = {
  holdingId: string;
  year: number;
  part: ReviewPart;
  result: HalfResult | null;
  stars: number | null;
  words: string | null;
  by: string;
};
export type HoldingShown = {
  id: string;
  memberId: string;
  name: string;
  how: Way;
  status: HoldingStatus;
  promise: string | null;
  proposedOn: string;
  decidedOn: string | null;
  publishedOn: string | null;
  signedOn: string | null;
  endedOn: string | null;
  why: string | null;
};

export const showPost = query({
  name: "duties.post",
  input: PostAsked,
  run: async (scope, { id }) => {
    const { sql, viewer, today } = scope;
    const post = await heldPost(scope, id);
    if (!post) throw notFound();
    const [more] = await sql<{ org: string; kind: DutyKind; duties: string; fromOn: string }>`
      select o.name as org, p.kind, p.duties, p.from_on::text as "fromOn" from duty_post p join party_org o on o.id = p.org_id
      where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })}`;
    const holdings = await sql<HoldingShown>`
      select h.id, h.member_id as "memberId", h.member_name as name, h.how, h.status, h.promise, h.proposed_on::text as "proposedOn", h.decided_on::text as "decidedOn",
        h.published_on::text as "publishedOn", h.signed_on::text as "signedOn", h.ended_on::text as "endedOn", h.why
      from duty_holding h where h.post_id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id" })}
      order by h.status in ('REFUSED', 'ENDED'), h.proposed_on desc, h.id limit 60`;
    const reviews = await sql<Review>`
      select r.holding_id as "holdingId", r.year, r.part, r.result, r.stars, r.words, r.account_name as by from duty_review r
      where r.holding_id = any (${holdings.map((one) => one.id)}::uuid[]) and ${reachable(viewer, { division: "r.division_id" })} order by r.year desc, r.part`;
    const keeps = mayKeep(viewer, post) && post.toOn === null;
    const candidates = keeps
      ? await sql<{ id: string; name: string; unfit: Unfit | null }>`
          select m.id, m.name, ${unfitSql("m", today)} as unfit from party_membership s join party_member m on m.id = s.member_id
          where s.org_id = ${post.orgId} and s.to_on is null and ${memberReadable(viewer, "m.places")} order by m.name, m.id limit 300`
      : [];
    const standing = new Set(
      holdings.filter(({ status }) => !["REFUSED", "ENDED"].includes(status)).map(({ memberId }) => memberId),
    );
    return {
      post: { ...post, ...more! },
      holdings: holdings.map((one) => ({
        ...one,
        reviews: reviews.filter(({ holdingId }) => holdingId === one.id),
      })),
      candidates: candidates.filter((one) => one.unfit === null && !standing.has(one.id)),
      /** So many of the roster are not asked: they hold a post, are probationary, away, disabled or frail. */
      left: candidates.filter((one) => one.unfit !== null).length,
      mayKeep: keeps,
    };
  },
});
export type PostView = Awaited<ReturnType<typeof showPost>>;

export type MemberHolding = {
  id: string;
  postId: string;
  post: string;
  status: HoldingStatus;
  since: string;
};
export type PledgeShown = {
  id: string;
  content: string;
  target: string;
  dueOn: string;
  status: PledgeStatus;
  evidence: string | null;
  deliveredOn: string | null;
  deliveredBy: number | null;
  judgedOn: string | null;
  judgedBy: string | null;
  verdict: string | null;
};

export const dutiesOfMember = query({
  name: "duties.member",
  input: MemberAsked,
  run: async (scope, { id }) => {
    const { sql, viewer } = scope;
    const member = await heldMember(scope, id);
    if (!member) throw notFound();
    const holdings = await sql<MemberHolding>`
      select h.id, h.post_id as "postId", p.name as post, h.status, coalesce(h.ended_on, h.signed_on, h.published_on, h.decided_on, h.proposed_on)::text as since
      from duty_holding h join duty_post p on p.id = h.post_id where h.member_id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id" })} order by h.proposed_on desc, h.id`;
    const pledges = await sql<PledgeShown>`
      select p.id, p.content, p.target, p.due_on::text as "dueOn", p.status, p.evidence, p.delivered_on::text as "deliveredOn", p.delivered_by as "deliveredBy",
        p.judged_on::text as "judgedOn", p.judged_by_name as "judgedBy", p.verdict
      from service_pledge p where p.member_id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })} order by p.status in ('ACCEPTED', 'FAILED', 'WITHDRAWN'), p.due_on desc, p.id limit 60`;
    const checkIns = await sql<{
      id: string;
      place: string;
      service: string | null;
      fromOn: string;
      toOn: string | null;
    }>`
      select c.id, d.name as place, c.service, c.from_on::text as "fromOn", c.to_on::text as "toOn" from community_check_in c join division d on d.id = c.division_id
      where c.member_id = ${id}::uuid and ${reachable(viewer, { division: "c.division_id" })} order by c.from_on desc, c.id`;
    const communities = await sql<{ id: number; name: string; township: string }>`
      select d.id, d.name, u.name as township from division d join division u on u.id = d.parent_id where d.level = 'VILLAGE' and d.closed_on is null
        and ${reachable(viewer, { division: "d.id" })} order by u.code nulls last, d.code nulls last, d.id limit 400`;
    return {
      member,
      holdings,
      pledges: pledges.map(({ deliveredBy, ...one }) => ({
        ...one,
        mayJudge: deliveredBy !== viewer.accountId,
      })),
      ...{ checkIns, communities: communities.filter((one) => may(viewer, "duty.edit", one.id)) },
      mayKeep: mayKeep(viewer, member) && member.orgId !== null,
    };
  },
});
export type MemberDuties = Awaited<ReturnType<typeof dutiesOfMember>>;

export const postForm = query({
  name: "duties.form",
  input: PostForm,
  may: (viewer) => mayAnywhere(viewer, "duty.edit"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const orgs = await scope.sql<{ id: number; name: string; place: string; divisionId: number }>`
      select o.id, o.name, d.name as place, o.division_id as "divisionId" from party_org o join division d on d.id = o.division_id
      where o.closed_on is null and o.kind in ('BRANCH', 'GENERAL_BRANCH') and ${place.holds({ division: "o.division_id", household: "null::uuid" })}
      order by d.code nulls last, d.id, o.name limit 400`;
    return { place, orgs: orgs.filter(({ divisionId }) => may(scope.viewer, "duty.edit", divisionId)) };
  },
});
