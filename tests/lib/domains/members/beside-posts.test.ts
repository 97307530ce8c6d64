// A mark of the roster beside the posts of the teams, and days that an organization does not have.
import { beforeAll, expect, test } from "vitest";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { getMember } from "#lib/domains/members/queries/get-member.ts";
import { listMembers } from "#lib/domains/members/queries/list-members.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
let county: Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
});

const withoutPost = async (on: string | null) =>
  (await reading(county, (scope) => listMembers(scope, { flag: "NO_POST", on }))).rows;

test("who is marked as without a post and holds one is not counted as such from its first day on", async () => {
  const [marked] = await withoutPost(null);
  const { id, personId, name } = await reading(county, (scope) => getMember(scope, { id: marked?.id ?? "" }));
  const post = await aPost(database, { divisionId: divisions.laxi.id, kind: "VILLAGE_COMMITTEE_MEMBER" });
  await aTenure(database, { post, person: { id: personId, name }, fromOn: "2026-06-01" });
  expect((await withoutPost(null)).map((row) => row.id)).not.toContain(id);
  expect((await withoutPost("2026-05-31")).map((row) => row.id)).toContain(id);
  const { rows } = await reading(county, (scope) => listMembers(scope, { q: name }));
  expect(rows.find((row) => row.id === id)?.flags).not.toContain("NO_POST");
});

test("nobody is transferred to an organization on a day on which it was not there", async () => {
  const young = await aPartyOrg(database, {
    divisionId: divisions.laxi.id,
    leaderId: world.partyOrgs.jitang.id,
    openedOn: "2026-11-10",
  });
  const { rows } = await reading(county, (scope) =>
    listMembers(scope, { orgId: world.partyOrgs.xuetong.id, below: false }),
  );
  const { id, version } = await reading(county, (scope) => getMember(scope, { id: rows[0]?.id ?? "" }));
  const transfer = { id, version: String(version), toOrgId: String(young.id) };
  await expect(transferMember(county, { ...transfer, on: "2026-11-09" })).rejects.toMatchObject({
    fields: { on: [{ key: "member.orgNotYet", values: { day: "2026-11-10" } }] },
  });
  await transferMember(county, { ...transfer, on: "2026-11-10" });
  expect(await reading(county, (scope) => getMember(scope, { id }))).toMatchObject({ orgId: young.id });
});
