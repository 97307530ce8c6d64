/** members.get: one member: what is known, in whose rosters he stood, what held of him, and the households he is linked to. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { MemberId } from "../input.ts";
import { type Member, memberOf, readable } from "../inside/member.ts";
import { withoutPost } from "../inside/no-post.ts";
import type { Ending, Flag, Way } from "../member.ts";

export type RosterSpell = {
  id: string;
  orgId: number;
  orgName: string;
  fromOn: string;
  toOn: string | null;
  how: Way;
  cameFrom: string | null;
  ended: Ending | null;
  toOrgId: number | null;
  toOrgName: string | null;
  wentTo: string | null;
};
export type FlagSpell = {
  id: string;
  flag: Flag;
  fromOn: string;
  toOn: string | null;
  whereTo: string | null;
};
/** As far as the person's own row is within reach. */
export type Who = {
  phone: string | null;
  householdId: string | null;
  headName: string | null;
  /** Kept by the roster alone: mended here. */
  keptHere: boolean;
  hasIdNo: boolean;
};
export type LinkedHousehold = { id: string; headName: string; place: string; fromOn: string };

export type MemberView = Member & {
  who: Who | null;
  spells: RosterSpell[];
  flags: FlagSpell[];
  /** Holds no post today. */
  withoutPost: boolean;
  linked: LinkedHousehold[];
};

export const getMember = query({
  name: "members.get",
  input: MemberId,
  run: async (scope, { id }): Promise<MemberView> => {
    const member = await memberOf(scope, id);
    if (!member) throw notFound();
    return {
      ...member,
      who: await whoIs(scope, member.personId),
      spells: await spellsOf(scope, id),
      flags: await flagsOf(scope, id),
      withoutPost: await holdsNone(scope, id),
      linked: await linkedTo(scope, member.personId),
    };
  },
});

async function whoIs({ sql, viewer }: Scope, personId: string): Promise<Who | null> {
  const [who] = await sql<Who>`
    select p.phone, h.id as "householdId", h.head_name as "headName", p.household_id is null and p.unit_name is null as "keptHere",
      p.id_no_digest is not null as "hasIdNo"
    from person p left join household h on h.id = p.household_id and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}
    where p.id = ${personId}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  return who ?? null;
}

const spellsOf = ({ sql, viewer }: Scope, id: string) => sql<RosterSpell>`
  select s.id, s.org_id as "orgId", o.name as "orgName", s.from_on::text as "fromOn", s.to_on::text as "toOn", s.how, s.came_from as "cameFrom", s.ended,
    s.to_org_id as "toOrgId", t.name as "toOrgName", s.went_to as "wentTo"
  from party_membership s join party_org o on o.id = s.org_id left join party_org t on t.id = s.to_org_id
  where s.member_id = ${id}::uuid and ${reachable(viewer, { division: "s.division_id" })} order by s.from_on desc, s.to_on nulls first`;

const flagsOf = ({ sql, viewer }: Scope, id: string) => sql<FlagSpell>`
  select f.id, f.flag, f.from_on::text as "fromOn", f.to_on::text as "toOn", f.where_to as "whereTo" from party_member_flag f
  where f.member_id = ${id}::uuid and f.flag <> 'NO_POST' and ${readable(viewer, "f.places")} order by f.to_on desc nulls first, f.from_on desc, f.flag`;

async function holdsNone({ sql, today }: Scope, id: string): Promise<boolean> {
  const [row] = await sql<{ none: boolean }>`
    select ${withoutPost("m.id", today)} as none from party_member m where m.id = ${id}::uuid`;
  return row?.none ?? false;
}

const MOST_LINKED = 100;

const linkedTo = ({ sql, viewer, today }: Scope, personId: string) => sql<LinkedHousehold>`
  select distinct on (h.head_name, h.id) h.id, h.head_name as "headName", d.name as place, g.from_on::text as "fromOn"
  from pairing g join household h on h.id = g.household_id join division d on d.id = h.division_id
  where g.helper_id = ${personId}::uuid and g.from_on <= ${today}::date and (g.to_on is null or g.to_on > ${today}::date)
    and ${reachable(viewer, { division: "g.division_id", household: "g.household_id" })}
  order by h.head_name, h.id, g.from_on limit ${MOST_LINKED}::int`;
