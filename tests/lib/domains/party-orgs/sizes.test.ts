// The sizes of an organization are judged by its roster where it has one, else by the number that was reported; the page says by which.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyMember } from "#tests/build/party-member.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs } = world;
let county: Session;
let counted: number;
let reported: number;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, world.accounts.countyAdmin.username);
  const branch = async (name: string, memberCount: number) => {
    const { id } = await aPartyOrg(database, {
      name,
      divisionId: divisions.laxi.id,
      leaderId: partyOrgs.xiangdui.id,
    });
    await database.look("update party_org set member_count = $2, kind = 'BRANCH' where id = $1", [
      id,
      memberCount,
    ]);
    return id;
  };
  counted = await branch("有花名册支部", 60);
  reported = await branch("只填报支部", 2);
  for (const [name, fullOn] of [
    ["册内甲", "2011-07-01"],
    ["册内乙", "2011-07-01"],
    ["册内丙", null],
  ] as const) {
    const person = await aPerson(database, { name, divisionId: divisions.laxi.id });
    const joinedOn = fullOn ? "2010-07-01" : "2026-03-01";
    const spells = [{ org: { id: counted, divisionId: divisions.laxi.id }, fromOn: joinedOn }];
    await aPartyMember(database, { personId: person.id, spells, joinedOn, fullOn });
  }
});
afterAll(() => holdToday(null));

const sizes = async (id: number) =>
  (await reading(county, (scope) => getOrg(scope, { id }))).life.lacks.filter((lack) => "by" in lack);
const lacking = async (what: "few" | "size") =>
  (await reading(county, (scope) => listOrgs(scope, { unitId: divisions.laxi.id, lacking: what }))).rows.map(
    ({ id }) => id,
  );

test("two full members in the roster are too few, whatever number was typed; without a roster the typed number says so", async () => {
  expect(await sizes(counted)).toEqual([{ kind: "fewMembers", count: 2, limit: 3, by: "roster" }]);
  expect(await sizes(reported)).toEqual([{ kind: "fewMembers", count: 2, limit: 3, by: "reported" }]);
  expect((await lacking("few")).sort()).toEqual([counted, reported].sort());
  expect(await lacking("size")).toEqual([]);
});

test("a branch of more than fifty by the typed number is asked for as long as it has no roster", async () => {
  await database.look("update party_org set member_count = 51 where id = $1", [reported]);
  expect(await sizes(reported)).toEqual([{ kind: "manyForBranch", count: 51, limit: 50, by: "reported" }]);
  expect(await lacking("size")).toEqual([reported]);
  expect(await lacking("few")).toEqual([counted]);
});
