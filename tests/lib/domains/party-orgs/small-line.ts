// A small Party line over the small tree of places, with members in rosters, secretaries in posts and entities that are covered.
import { anEntity } from "#tests/build/industry.ts";
import { aPartyMember } from "#tests/build/party-member.ts";
import { aPerson } from "#tests/build/person.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import type { Places } from "../divisions/small-tree.ts";

export type Line = Record<string, number>;

/** It has stood since 2020. */
export async function plantOrg(
  database: TestDatabase,
  leader: number | null,
  name: string,
  kind: string,
  place: number,
  setting = "TERRITORIAL",
): Promise<number> {
  const [made] = await database.look<{ id: number }>(
    "insert into party_org (name, kind, setting, coverage, division_id, opened_on) values ($1, $2, $4, case when $4 = 'ENTITY' then 'ONE_VILLAGE' end, $3, '2020-01-01') returning id",
    [name, kind, place, setting],
  );
  const id = made?.id as number;
  await database.look(
    `insert into party_org_closure (ancestor_id, node_id, depth, from_on)
     select ancestor_id, $1::int, depth + 1, '2020-01-01'::date from party_org_closure where node_id = $2 and to_on is null
     union all select $1, $1, 0, '2020-01-01'::date`,
    [id, leader],
  );
  await database.look(
    "insert into search_entry (kind, subject_id, division_id, title) values ('party_org', $1, $2, $3)",
    [String(id), place, name],
  );
  if (leader)
    await database.look(
      "insert into party_org_affiliation (org_id, leading_org_id, basis, from_on) values ($1, $2, $3, '2020-01-01')",
      [id, leader, setting === "ENTITY" ? "VILLAGE_LED" : "LINE"],
    );
  return id;
}

/** The committees of city, county and township; branches are each test's own. */
export async function plantLine(database: TestDatabase, at: Places): Promise<Line> {
  const org: Line = {};
  org.市委 = await plantOrg(database, null, "测试市委", "COMMITTEE", at.市!);
  org.县委 = await plantOrg(database, org.市委, "甲县县委", "COMMITTEE", at.甲县!);
  org.东乡 = await plantOrg(database, org.县委, "东乡党委", "COMMITTEE", at.东乡!);
  org.西乡 = await plantOrg(database, org.县委, "西乡党委", "COMMITTEE", at.西乡!);
  return org;
}

type Seated = { id: number; divisionId: number };

/** A branch with three members, a secretary's post that one of them holds, and a cooperative of its own. */
export async function plantBranch(
  database: TestDatabase,
  leader: number,
  name: string,
  divisionId: number,
  setting = "ENTITY",
) {
  const id = await plantOrg(database, leader, name, "BRANCH", divisionId, setting);
  const members = [];
  for (const no of [1, 2, 3]) members.push(await plantMember(database, { id, divisionId }, `${name}${no}`));
  const post = await aPost(database, {
    ...{ divisionId, partyOrgId: id, kind: "SECRETARY" },
    quotas: [["2020-01-01", 1]],
  });
  const [first] = members;
  const tenure = await aTenure(database, {
    post,
    person: { id: first!.personId, name: `${name}1` },
    fromOn: "2022-01-01",
  });
  const entity = await anEntity(database, {
    ...{ name: `${name}合作社`, divisionId },
    ...{ partyOrg: id, coverage: setting === "ENTITY" ? "OWN" : "ATTACHED" },
  });
  return { id, divisionId, members, post: post.id, tenure: tenure.id, entity: entity.id };
}

export async function plantMember(database: TestDatabase, org: Seated, name: string) {
  const person = await aPerson(database, { name, divisionId: org.divisionId });
  const { id } = await aPartyMember(database, {
    ...{ personId: person.id, joinedOn: "2010-07-01", fullOn: "2011-07-01" },
    spells: [{ org, fromOn: "2020-01-01" }],
  });
  return { id, personId: person.id };
}

/** Who stands in a roster on a day, by name. */
export const rosterOn = async (database: TestDatabase, org: number, day: string): Promise<string[]> =>
  (
    await database.look<{ name: string }>(
      `select m.name from party_membership s join party_member m on m.id = s.member_id
       where s.org_id = $1 and s.from_on <= $2::date and (s.to_on is null or s.to_on > $2::date) order by 1`,
      [org, day],
    )
  ).map(({ name }) => name);
