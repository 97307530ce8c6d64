/** What the registry knows of the organizations and people of a sheet of members, as far as the importer reaches. */
import type pg from "pg";
import { today } from "#lib/platform/clock.ts";
import { bareOrg } from "./org-readings.ts";
import type { MemberRow } from "./resolve-members.ts";

export type KnownOrg = { id: number; name: string; divisionId: number; within: boolean };
export type KnownPerson = {
  id: string;
  name: string;
  divisionId: number;
  birthOn: string | null;
  hasIdNo: boolean;
  /** In some roster, perhaps out of reach. */
  enrolled: boolean;
};
export type KnownMember = {
  id: string;
  personId: string;
  name: string;
  birthOn: string | null;
  hasIdNo: boolean;
  status: string;
  statusOn: string | null;
  orgId: number | null;
  orgName: string | null;
  education: string | null;
  memberGroup: string;
  joinedOn: string;
  fullOn: string | null;
  partyPost: string | null;
  duty: string | null;
  flags: { flag: string; whereTo: string | null }[];
};

export async function orgsKnown(client: pg.PoolClient, unit: number) {
  const { rows } = await client.query<KnownOrg>(
    `select o.id, o.name, o.division_id as "divisionId", c.node_id is not null as within from party_org o
     left join division_closure c on c.ancestor_id = $1 and c.node_id = o.division_id and c.to_on is null
     where o.closed_on is null order by o.id`,
    [unit],
  );
  return {
    byId: new Map(rows.map((org) => [org.id, org])),
    byName: grouped(rows, ({ name }) => bareOrg(name)),
    within: rows.filter((org) => org.within).map(({ name }) => name),
  };
}

const PERSON = `p.id, p.name, p.division_id as "divisionId", p.birth_on::text as "birthOn", p.id_no_digest is not null as "hasIdNo",
  sec.is_party_member(p.id) as enrolled`;

export async function peopleKnown(client: pg.PoolClient, rows: readonly MemberRow[]) {
  const digests = rows.flatMap(({ id }) => (id ? [id.digest, ...(id.also ? [id.also] : [])] : []));
  const numbered = await client.query<KnownPerson & { digest: string }>(
    `select ${PERSON}, encode(p.id_no_digest, 'hex') as digest from person p
     where p.id_no_digest = any (select decode(d, 'hex') from unnest($1::text[]) d)`,
    [digests],
  );
  const taken = await client.query<{ digest: string }>(
    `select encode(digest, 'hex') as digest from sec.id_numbers_known(array(select decode(d, 'hex') from unnest($1::text[]) d)) digest`,
    [digests],
  );
  const named = await client.query<KnownPerson>(
    `select ${PERSON} from person p where p.division_id = any ($1::int[]) and p.name = any ($2::text[]) order by p.id`,
    [rows.flatMap(({ org }) => (org ? [org.divisionId] : [])), rows.map(({ name }) => name)],
  );
  return {
    byDigest: new Map(numbered.rows.map((person) => [person.digest, person])),
    taken: new Set(taken.rows.map(({ digest }) => digest)),
    byPlace: grouped(named.rows, ({ divisionId, name }) => `${divisionId} ${name}`),
  };
}

export async function membersKnown(client: pg.PoolClient, rows: readonly MemberRow[], people: string[]) {
  const { rows: known } = await client.query<KnownMember>(
    `select m.id, m.person_id as "personId", m.name, m.birth_on::text as "birthOn", coalesce(p.id_no_digest is not null, true) as "hasIdNo", m.status,
       m.status_on::text as "statusOn", s.org_id as "orgId", o.name as "orgName", m.education, m.member_group as "memberGroup", m.joined_on::text as "joinedOn",
       m.full_on::text as "fullOn", m.party_post as "partyPost", m.duty,
       (select coalesce(jsonb_agg(jsonb_build_object('flag', f.flag, 'whereTo', f.where_to)), '[]') from party_member_flag f
         where f.member_id = m.id and f.to_on is null) as flags
     from party_member m left join party_membership s on s.member_id = m.id and s.to_on is null left join party_org o on o.id = s.org_id
     left join person p on p.id = m.person_id
     where s.org_id = any ($1::int[]) or m.person_id = any ($2::uuid[]) order by m.id`,
    [rows.flatMap(({ org }) => (org ? [org.id] : [])), people],
  );
  return {
    byPerson: new Map(known.map((member) => [member.personId, member])),
    byRoster: grouped(known, ({ orgId, name }) => `${orgId} ${name}`),
  };
}

/** Who of them holds a post today: members wherever it is, others as far as the importer reaches. */
export async function holdersAmong(client: pg.PoolClient, people: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select person_id as id from tenure where person_id = any ($1::uuid[]) and from_on <= $2::date and (to_on is null or to_on > $2::date)
     union select person_id from party_member where person_id = any ($1::uuid[]) and id in (select sec.members_in_post($2::date))`,
    [people, today()],
  );
  return new Set(rows.map(({ id }) => id));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(keyOf(row));
    if (there) there.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
