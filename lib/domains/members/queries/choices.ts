/** Whom one may enroll, told apart by place and unit and whether they stand in a roster already; and organizations that may receive a member. */
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { OrgRoster, OrgsToReceive, PeopleToEnroll } from "../input.ts";
import { memberOf } from "../inside/member.ts";
import { orgNamed, type RosterOrg } from "../inside/org.ts";
import { YOUNGEST } from "../member.ts";

export type Candidate = {
  id: string;
  name: string;
  place: string;
  unit: string | null;
  sex: "M" | "F" | null;
  /** Tells namesakes apart; no more of the birthday than that. */
  bornIn: number | null;
  /** In whose roster, as far as one reaches. */
  rosterOf: string | null;
};

export const peopleToEnroll = query({
  name: "members.peopleToEnroll",
  input: PeopleToEnroll,
  run: async ({ sql, today }, { orgId, q }): Promise<Candidate[]> => {
    if (q === "") return [];
    const { word, grams, letters } = searchTerms(q);
    return sql<Candidate>`
      select p.id, p.name, d.name as place, p.unit_name as unit, p.sex, extract(year from p.birth_on)::int as "bornIn", o.name as "rosterOf"
      from (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 60)
        with ordinality found (kind, subject_id, division_id, title, detail, place, quality, at) offset 0) s
      join person p on p.id = s.id join division d on d.id = p.division_id
      left join party_member m on m.person_id = p.id left join party_membership r on r.member_id = m.id and r.to_on is null
      left join party_org o on o.id = r.org_id
      where p.birth_on is null or p.birth_on <= ${today}::date - make_interval(years => ${YOUNGEST}::int)
      order by p.division_id is distinct from (select division_id from party_org where id = ${orgId}), s.at limit 20`;
  },
});

/** Where the form enrolls into. */
export const enrolling = query({
  name: "members.enrolling",
  input: OrgRoster,
  run: async ({ sql }, { orgId }): Promise<RosterOrg> => {
    const org = await orgNamed(sql, orgId);
    if (!org) throw notFound();
    return org;
  },
});

export type Receiver = { id: number; name: string; place: string; above: string | null };
const MOST_RECEIVERS = 30;

/** Without a word: organizations near the present one. */
export const orgsToReceive = query({
  name: "members.orgsToReceive",
  input: OrgsToReceive,
  run: async (scope, { id, q }): Promise<Receiver[]> => {
    const member = await memberOf(scope, id);
    if (!member) throw notFound();
    const letters = q.toLowerCase();
    return scope.sql<Receiver>`
      select o.id, o.name, d.name as place, u.name as above from party_org o join division d on d.id = o.division_id left join division u on u.id = d.parent_id
      where o.closed_on is null and o.id is distinct from ${member.orgId}::int and (case when ${q} = '' then d.id = ${member.divisionId} or d.parent_id =
          (select parent_id from division where id = ${member.divisionId})
        else position(${q} in o.name) > 0 or starts_with(o.pinyin, ${letters}) or starts_with(o.initials, ${letters}) end)
      order by d.id <> ${member.divisionId}, length(o.name), o.id limit ${MOST_RECEIVERS}::int`;
  },
});
