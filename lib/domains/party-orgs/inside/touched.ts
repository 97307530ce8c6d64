/** What a change of the Party line would touch, counted before anything is saved: the line below, members, posts, entities, who sees whom. */
import { type Sight, sightBetween } from "#lib/domains/divisions/touched.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";

/** The organizations that are changed, with all below them; which members go, where not all of the roster does; and where to. */
export type Touches = {
  roots: number[];
  members: string[] | null;
  into: { id: number; divisionId: number } | null;
  /** The seats that members leave. */
  from: number[];
};
export type OrgTouched = Sight & {
  /** Organizations below in the Party line, those led directly, and the members of all. */
  below: number;
  led: number;
  members: number;
  /** Led ones whose affiliation the successor could not hold by the rule: they need a decision afterwards. */
  villageLed: number;
  /** Those that go to a new one, with all below them. */
  given: number;
  /** Of those that end, members who are only a number that was reported: nobody can be transferred. */
  reported: number;
  /** Of those that end: who is transferred, which posts and tenures end, which entities of the industry chain go over. */
  handed: number;
  posts: number;
  tenures: number;
  entities: number;
  /** Of those who go along in a split, who holds a post of the old one, and keeps it. */
  holding: number;
  papers: number;
  /** Being on the list of weak ones, and changes of the line that wait for their day. */
  openWork: number;
};
type Counts = Omit<OrgTouched, keyof Sight>;

const NOTHING: Counts = {
  ...{ below: 0, led: 0, members: 0, villageLed: 0, given: 0, reported: 0, handed: 0 },
  ...{ posts: 0, tenures: 0, entities: 0, holding: 0, papers: 0, openWork: 0 },
};

export async function touchedBy(scope: Scope, { roots, members, into, from }: Touches): Promise<OrgTouched> {
  const { today } = scope;
  const [counts] = await scope.sql<Counts>`
    with node as materialized (select distinct o.id, o.member_count from party_org_closure c join party_org o on o.id = c.node_id and o.closed_on is null
      where c.ancestor_id = any (${roots}::int[]) and c.to_on is null),
    roster as materialized (select * from sec.org_rosters((select array_agg(id) from node), ${today}::date)),
    led as (select a.basis from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
      where a.leading_org_id = any (${roots}::int[]) and a.to_on is null and a.org_id <> all (${roots}::int[]))
    select (select count(*)::int from node) as given, (select count(*)::int from node where id <> all (${roots}::int[])) as below, (select count(*)::int from led) as led,
      (select count(*)::int from led where basis = 'VILLAGE_LED') as "villageLed",
      (select coalesce(sum(coalesce(r.members, n.member_count)), 0)::int from node n left join roster r on r.org_id = n.id) as members,
      ${members === null ? sql`(select coalesce(sum(r.members), 0)::int from roster r where r.org_id = any (${roots}::int[]))` : sql`${members.length}::int`} as handed,
      (select coalesce(sum(n.member_count), 0)::int from node n where n.id = any (${roots}::int[]) and n.id not in (select org_id from roster)) as reported,
      (select count(*)::int from fact_posts(${today}::date) where party_org_id = any (${roots}::int[]) and places > 0) as posts,
      (select count(*)::int from tenure t join post p on p.id = t.post_id where p.party_org_id = any (${roots}::int[])
        and (t.to_on is null or t.to_on > greatest(t.from_on, ${today}::date))) as tenures,
      (select count(*)::int from industry_party where party_org_id = any (${roots}::int[]) and to_on is null) as entities,
      (select count(distinct t.person_id)::int from tenure t join post p on p.id = t.post_id join party_member m on m.person_id = t.person_id
        where m.id = any (${members ?? []}::uuid[]) and p.party_org_id = ${into?.id ?? null}::int and (t.to_on is null or t.to_on > ${today}::date)) as holding,
      (select count(*)::int from paper where subject_kind = 'partyOrg' and subject_id = any (${roots.map(String)}::text[]) and removed_at is null) as papers,
      (select count(*)::int from party_org_weak where org_id = any (${roots}::int[]) and status in ('OPEN', 'REPORTED'))
        + (select count(*)::int from tree_event where tree = 'PARTY_ORG' and status = 'SCHEDULED' and node_id in (select id from node)) as "openWork"`;
  // Where nobody goes, nobody sees more.
  const elsewhere = counts?.handed ? from.filter((seat) => seat !== into?.divisionId) : [];
  return {
    ...(counts ?? NOTHING),
    ...(await sightBetween(scope, elsewhere, into?.divisionId ?? null, false)),
  };
}
