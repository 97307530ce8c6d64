// A branch that has grown becomes a general branch (改设) from a day on: today it is one, on days before it still is a branch, and taken back nothing has been. And who may go on in whose stead.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { undoOrgChange } from "#lib/domains/party-orgs/commands/undo.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs } = world;
const before = addDays(WORLD_TODAY, -30);
let county: Session;
let id: number;
let name: string;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  const branch = await aPartyOrg(database, {
    ...{ divisionId: divisions.laxi.id, leaderId: partyOrgs.jitang.id, openedOn: "2015-01-01" },
  });
  ({ id } = branch);
  const [row] = await database.look<{ name: string }>("select name from party_org where id = $1", [id]);
  ({ name } = row!);
});
afterAll(() => holdToday(null));

const kinds = (on: string | null) =>
  reading(county, async (scope) => {
    const [page, list, wanted, tree] = [
      await getOrg(scope, { id, ...(on ? { on } : {}) }),
      await listOrgs(scope, { unitId: divisions.laxi.id, on }),
      await listOrgs(scope, { unitId: divisions.laxi.id, kinds: ["GENERAL_BRANCH"], on }),
      await showOrgTree(scope, {
        open: [partyOrgs.prefecture.id, partyOrgs.chaya.id, partyOrgs.jitang.id],
        on,
      }),
    ];
    const own = <Row extends { id: number; kind: string }>(rows: readonly Row[]) =>
      rows.find((row) => row.id === id)?.kind;
    return { page: page.kind, list: own(list.rows), wanted: own(wanted.rows), tree: own(tree) };
  });
const asBranch = { page: "BRANCH", list: "BRANCH", wanted: undefined, tree: "BRANCH" };
const asGeneral = {
  page: "GENERAL_BRANCH",
  list: "GENERAL_BRANCH",
  wanted: "GENERAL_BRANCH",
  tree: "GENERAL_BRANCH",
};
const recast = (input: Partial<Parameters<typeof renameOrg>[1] & object> = {}) =>
  renameOrg(county, { id, name, orgKind: "GENERAL_BRANCH", effectiveOn: WORLD_TODAY, ...input });

test("neither another name nor another kind is refused beside the name", async () => {
  for (const orgKind of ["BRANCH", "", undefined])
    await expect(recast({ orgKind })).rejects.toMatchObject({
      code: "rule",
      fields: { name: [{ key: "partyOrg.sameAsNow" }] },
    });
});

test("today it is of the new kind everywhere, on a day before of the old one; taken back it is as it was", async () => {
  expect(await kinds(null)).toEqual(asBranch);
  const { eventId } = await recast({ name: `${name}总支` });
  expect(await kinds(null)).toEqual(asGeneral);
  expect(await kinds(before)).toEqual(asBranch);
  const told = await reading(county, (scope) => getOrg(scope, { id }));
  expect(told.events[0]).toMatchObject({
    ...{ kind: "RENAME", oldName: name, name: `${name}总支` },
    ...{ oldKind: "BRANCH", newKind: "GENERAL_BRANCH" },
  });
  await undoOrgChange(county, { eventId });
  expect(await kinds(null)).toEqual(asBranch);
  expect((await reading(county, (scope) => getOrg(scope, { id }))).name).toBe(name);
});

test("a cooperative's branch goes on in no village's stead", async () => {
  const cooperative = await aPartyOrg(database, {
    ...{
      divisionId: divisions.laxi.id,
      leaderId: partyOrgs.jitang.id,
      setting: "ENTITY",
      coverage: "ONE_VILLAGE",
    },
    ...{ basis: "VILLAGE_LED", openedOn: "2015-01-01" },
  });
  await expect(
    closeOrg(county, { id, targetId: String(cooperative.id), effectiveOn: WORLD_TODAY }),
  ).rejects.toMatchObject({ code: "rule", fields: { targetId: [{ key: "affiliation.lineLeader" }] } });
});

test("the kind alone may change, and a new name leaves the kind alone", async () => {
  await recast();
  expect(await kinds(null)).toEqual(asGeneral);
  await renameOrg(county, { id, name: `${name}二`, effectiveOn: WORLD_TODAY });
  expect(await kinds(null)).toEqual(asGeneral);
  expect(await kinds(before)).toEqual(asBranch);
});
