// An organization looked at on a day of the past: its secretary, members and those of what it leads are of that day, and what nobody wrote down is not told as none.
import { beforeAll, expect, test } from "vitest";
import { rosterOfOrg } from "#lib/domains/members/queries/roster-of-org.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs } = world;
let county: Session;
let org: number;

const personOf = async (name: string) => {
  const [person] = await database.look<{ id: string }>(
    "insert into person (name, division_id) values ($1, $2) returning id::text as id",
    [name, divisions.laxi.id],
  );
  return { id: person!.id, name };
};

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  const branch = await aPartyOrg(database, {
    ...{ divisionId: divisions.laxi.id, leaderId: partyOrgs.jitang.id, openedOn: "2015-01-01" },
  });
  org = branch.id;
  await database.look("update party_org set secretary = '手写书记', member_count = 9 where id = $1", [org]);
  const post = await aPost(database, {
    ...{
      divisionId: divisions.laxi.id,
      partyOrgId: org,
      kind: "SECRETARY",
      principal: true,
      quotas: [["2020-01-01", 1]],
    },
  });
  const [first, second] = [await personOf("前任书记"), await personOf("现任书记")];
  await aTenure(database, { post, person: first, fromOn: "2020-01-01", toOn: "2023-01-01" });
  await aTenure(database, { post, person: second, fromOn: "2023-03-01" });
  for (const [person, from, to] of [
    [first, "2019-07-01", "2024-05-01"],
    [second, "2021-07-01", null],
  ] as const)
    await database.look(
      `with member as (insert into party_member (person_id, name, joined_on, full_on, member_group, division_id, status, status_on) values ($1, $2, '2015-07-01', '2016-07-01', 'HERDER', $3, case when $6::date is null then 'ACTIVE' else 'DIED' end, $6::date) returning id)
       insert into party_membership (member_id, org_id, division_id, from_on, to_on, how, ended) select id, $4, $3, $5::date, $6::date, 'ADMITTED', case when $6::date is null then null else 'DIED' end from member`,
      [person.id, person.name, divisions.laxi.id, org, from, to],
    );
});

const on = (day: string | null) =>
  reading(county, async (scope) => {
    const [own, team, roster] = [
      await getOrg(scope, { id: org, on: day }),
      await showTeam(scope, { orgId: org, on: day ?? undefined }),
      await rosterOfOrg(scope, { orgId: org, on: day }),
    ];
    const above = await getOrg(scope, { id: partyOrgs.jitang.id, on: day });
    const led = above.led.find(({ id }) => id === org);
    return {
      secretary: team.posts.flatMap(({ holders }) => holders.map(({ name }) => name)),
      short: team.posts.some(({ places, holders }) => places > holders.length),
      members: own.roster?.members ?? null,
      names: roster.names.map(({ name }) => name).sort(),
      ledSecretary: led?.secretary ?? null,
      ledMembers: led?.roster?.members ?? null,
      reported: led?.memberCount ?? null,
    };
  });

test("today and on days before, each has the people of its day", async () => {
  expect(await on(null)).toMatchObject({ secretary: ["现任书记"], members: 1, ledSecretary: "现任书记" });
  expect(await on("2022-06-30")).toEqual({
    ...{ secretary: ["前任书记"], short: false, members: 2, names: ["前任书记", "现任书记"] },
    ...{ ledSecretary: "前任书记", ledMembers: 2, reported: null },
  });
  expect(await on("2023-02-01"), "nobody between the two").toMatchObject({ secretary: [], short: true });
});

test("before anything was written down nothing is told, neither what was typed nor a nought", async () => {
  expect(await on("2016-01-01")).toEqual({
    ...{ secretary: [], short: false, members: null, names: [] },
    ...{ ledSecretary: null, ledMembers: null, reported: null },
  });
});
