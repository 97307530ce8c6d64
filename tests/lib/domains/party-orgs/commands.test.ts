// Party organizations are founded, renamed, re-affiliated and closed by those who may, and the rule of affiliation is enforced.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { describeOrg } from "#lib/domains/party-orgs/commands/describe.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { openOrg } from "#lib/domains/party-orgs/commands/open.ts";
import { rehearseOrgChange } from "#lib/domains/party-orgs/commands/rehearse.ts";
import { rehearseOpening } from "#lib/domains/party-orgs/commands/rehearse-opening.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { withdrawOrgChange } from "#lib/domains/party-orgs/commands/withdraw.ts";
import { proposeLeader } from "#lib/domains/party-orgs/queries/leaders.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { rehearsalOfOrg } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { rehearsalOfOpening } from "#lib/domains/party-orgs/queries/rehearsal-of-opening.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";
import { plantLine, plantOrg } from "./small-line.ts";

const database = testDatabase();
const now = today();
const tomorrow = addDays(now, 1);
let at: Places;
let county: Session;
let reader: Session;
const org: Record<string, number> = {};

beforeAll(async () => {
  at = await plantSmallTree(database);
  county = await signIn(database, "t-county");
  reader = await signIn(database, "t-reader");
  Object.assign(org, await plantLine(database, at));
  org.一村 = await plantOrg(database, org.东乡!, "一村党支部", "BRANCH", at.一村!);
  org.二村 = await plantOrg(database, org.东乡!, "二村党支部", "BRANCH", at.二村!);
});

const association = (over: Record<string, unknown> = {}) => ({
  divisionId: at.一村,
  setting: "ENTITY",
  coverage: "ONE_VILLAGE",
  kind: "BRANCH",
  name: "藏香猪协会党支部",
  leaderId: org.一村,
  basis: "VILLAGE_LED",
  foundedOn: "2016-03-18",
  effectiveOn: "今天",
  ...over,
});
const lineOf = async (id: number) =>
  (await reading(county, (scope) => getOrg(scope, { id }))).line.map(({ name }) => name);
const told = (verb: string, id: number) =>
  database.look("select facts from audit_event where verb = $1 and subject = $2", [verb, `partyOrg:${id}`]);

test("an association's branch is founded under its village's branch, and the trail tells it", async () => {
  const { nodeId } = await openOrg(county, association());
  org.协会 = nodeId;
  expect(await lineOf(nodeId)).toEqual(["测试市委", "甲县县委", "东乡党委", "一村党支部"]);
  const page = await reading(county, (scope) => getOrg(scope, { id: nodeId }));
  expect(page).toMatchObject({
    foundedOn: "2016-03-18",
    coverage: "ONE_VILLAGE",
    basis: "VILLAGE_LED",
    leaderName: "一村党支部",
  });
  expect(page.affiliations).toMatchObject([{ fromOn: now, toOn: null }]);
  expect(await told("partyOrg.opened", nodeId)).toHaveLength(1);
});

test("against the rule it is refused beside the field that mends it, and nothing is written", async () => {
  const refusedAt = (over: Record<string, unknown>) =>
    openOrg(county, association({ name: "违规支部", ...over })).then(
      () => [],
      (problem: { fields: Record<string, { key: string }[]> }) =>
        Object.entries(problem.fields).map(([field, words]) => `${field}: ${words[0]?.key}`),
    );
  expect(await refusedAt({ leaderId: org.二村 })).toEqual(["leaderId: affiliation.oneVillageLeader"]);
  expect(await refusedAt({ leaderId: org.东乡, basis: "APPROVER_LED" })).toEqual([
    "basis: affiliation.oneVillageBasis",
    "leaderId: affiliation.oneVillageLeader",
  ]);
  expect(await refusedAt({ coverage: "CROSS_VILLAGE" })).toEqual(["basis: affiliation.crossBasis"]);
  expect(
    await refusedAt({ coverage: "CROSS_TOWNSHIP", leaderId: org.县委, basis: "COUNTY_DESIGNATED" }),
  ).toEqual(["supervisingDept: affiliation.departmentNeeded", "documentNo: affiliation.documentNeeded"]);
  expect(await refusedAt({ coverage: "" })).toEqual(["coverage: affiliation.coverageNeeded"]);
  expect(await refusedAt({ name: "" })).toEqual(["name: required"]);
  expect(await database.look("select 1 from party_org where name = '违规支部'")).toEqual([]);
});

test("a founding is rehearsed: the rule beside what is wrong, what it touches counted, and nothing founded", async () => {
  const ask = association({ name: "预演中的党支部", foundedOn: "", documentNo: "" });
  const { query } = await rehearseOpening(county, ask);
  const told = await reading(county, (scope) => rehearsalOfOpening(scope, query));
  const [leads] = await database.look<{ n: number }>(
    "select count(*)::int as n from party_org_affiliation where leading_org_id = $1 and to_on is null",
    [org.一村],
  );
  expect(told).toMatchObject({
    effectiveOn: now,
    leader: "一村党支部",
    basis: "VILLAGE_LED",
    led: leads?.n,
    warnings: [],
  });
  expect(await database.look("select 1 from party_org where name = $1", [ask.name])).toEqual([]);
  await expect(rehearseOpening(county, association({ leaderId: org.东乡 }))).rejects.toMatchObject({
    fields: { leaderId: [{ key: "affiliation.oneVillageLeader" }] },
  });
  await expect(reading(reader, (scope) => rehearsalOfOpening(scope, query))).rejects.toMatchObject({
    code: "refused",
  });
});

test("across townships the county may designate, with a document and a department in charge", async () => {
  const { nodeId } = await openOrg(
    county,
    association({
      name: "牦牛产业联合党支部",
      kind: "JOINT_BRANCH",
      coverage: "CROSS_TOWNSHIP",
      leaderId: org.县委,
      basis: "COUNTY_DESIGNATED",
      documentNo: "组发〔2026〕3号",
      supervisingDept: "农业农村局",
    }),
  );
  const { affiliations } = await reading(county, (scope) => getOrg(scope, { id: nodeId }));
  expect(affiliations).toMatchObject([
    { basis: "COUNTY_DESIGNATED", documentNo: "组发〔2026〕3号", supervisingDept: "农业农村局" },
  ]);
});

test("the form proposes the village's branch, the township's committee or the county's, each with its reason", async () => {
  const propose = (coverage: string) =>
    reading(county, (scope) =>
      proposeLeader(scope, { divisionId: at.一村!, setting: "ENTITY", coverage: coverage as "ONE_VILLAGE" }),
    );
  expect(await propose("ONE_VILLAGE")).toMatchObject({
    basis: "VILLAGE_LED",
    reason: "village",
    leader: { name: "一村党支部" },
  });
  expect(await propose("CROSS_VILLAGE")).toMatchObject({
    basis: "APPROVER_LED",
    reason: "township",
    leader: { name: "东乡党委" },
  });
  expect(await propose("CROSS_TOWNSHIP")).toMatchObject({
    basis: "APPROVER_LED",
    reason: "county",
    leader: { name: "甲县县委" },
  });
});

test("who may only read is refused by name; what is not there is not found", async () => {
  await expect(openOrg(reader, association())).rejects.toMatchObject({ code: "refused" });
  await expect(renameOrg(reader, { id: org.一村, name: "别名", effectiveOn: now })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(
    describeOrg(reader, { id: org.一村, version: 1, secretary: "某", memberCount: "3" }),
  ).rejects.toMatchObject({ code: "refused" });
  await expect(renameOrg(county, { id: 999_999, name: "别名", effectiveOn: now })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    closeOrg(county, { id: org.市委, targetId: org.县委, effectiveOn: now }),
  ).rejects.toMatchObject({ code: "refused" });
});

test("secretary and members are described with their history; an outdated form does not overwrite", async () => {
  const [before] = await database.look<{ version: number }>("select version from party_org where id = $1", [
    org.二村,
  ]);
  await describeOrg(county, {
    id: org.二村,
    version: before!.version,
    secretary: "次仁某",
    memberCount: "17",
  });
  await expect(
    describeOrg(county, { id: org.二村, version: before!.version, secretary: "别人", memberCount: "1" }),
  ).rejects.toMatchObject({ code: "conflict" });
  await expect(describeOrg(county, { id: org.二村, version: 9, memberCount: "十七" })).rejects.toMatchObject({
    fields: { memberCount: [{ key: "number" }] },
  });
  expect(
    await database.look(
      "select field, new from change where entity = 'partyOrg' and entity_id = $1 order by field",
      [String(org.二村)],
    ),
  ).toEqual([
    { field: "memberCount", new: "17" },
    { field: "secretary", new: "次仁某" },
  ]);
  const lacking = await reading(county, (scope) => listOrgs(scope, { unitId: at.东乡!, lacking: "yes" }));
  expect(lacking.rows.map(({ name }) => name)).not.toContain("二村党支部");
  expect(lacking.rows.map(({ name }) => name)).toContain("一村党支部");
});

test("a rename is found under the new name, by pinyin too", async () => {
  await renameOrg(county, { id: org.协会, name: "藏香猪合作社党支部", effectiveOn: now });
  for (const q of ["合作社", "zangxiangzhu", "zxz"]) {
    const { rows } = await reading(county, (scope) => listOrgs(scope, { unitId: at.甲县!, q }));
    expect(
      rows.map(({ id }) => id),
      q,
    ).toEqual([org.协会]);
  }
  expect(await told("partyOrg.renamed", org.协会!)).toMatchObject([{ facts: { to: "藏香猪合作社党支部" } }]);
});

test("an organization is not led by what it leads, nor moved to where it is", async () => {
  const move = (leaderId: number) =>
    moveOrg(county, { id: org.东乡, leaderId, basis: "LINE", effectiveOn: now });
  await expect(move(org.协会!)).rejects.toMatchObject({
    words: { key: "tree.cycle" },
    fields: { leaderId: expect.anything() },
  });
  await expect(move(org.县委!)).rejects.toMatchObject({ words: { key: "tree.alreadyThere" } });
});

test("closing a branch hands what it leads to the successor; the rehearsal says how many, the lineage says why", async () => {
  const ask = { kind: "close" as const, id: org.一村!, targetId: String(org.二村), effectiveOn: now };
  expect((await rehearseOrgChange(county, ask)).query).toEqual({
    kind: "close",
    targetId: String(org.二村),
    effectiveOn: now,
  });
  const { touched } = await reading(county, (scope) => rehearsalOfOrg(scope, ask));
  expect(touched).toMatchObject({ led: 1, villageLed: 1 });
  await closeOrg(county, { id: org.一村, targetId: org.二村, effectiveOn: now });
  expect((await lineOf(org.协会!)).at(-1)).toBe("二村党支部");
  const { events } = await reading(county, (scope) => getOrg(scope, { id: org.协会! }));
  expect(events[0]).toMatchObject({
    kind: "MOVE",
    along: true,
    oldParentName: "一村党支部",
    otherName: "二村党支部",
  });
  const tree = await reading(county, (scope) =>
    showOrgTree(scope, { open: [org.市委!, org.县委!, org.东乡!, org.二村!] }),
  );
  expect(
    tree.filter(({ under }) => under === org.二村).map(({ name, closedOn }) => [name, closedOn]),
  ).toEqual([
    ["藏香猪合作社党支部", null],
    ["一村党支部", now],
  ]);
});

test("a change for tomorrow waits for its midnight, and may be withdrawn before", async () => {
  const { eventId } = await renameOrg(county, { id: org.东乡, name: "东镇党委", effectiveOn: tomorrow });
  await withdrawOrgChange(county, { eventId });
  await expect(withdrawOrgChange(county, { eventId })).rejects.toMatchObject({ code: "not-found" });
  const again = await renameOrg(county, { id: org.东乡, name: "东镇党委", effectiveOn: tomorrow });
  await database.look("update tree_event set effective_on = $2 where id = $1", [again.eventId, now]);
  const jobs = openJobPool(database.job, 1);
  expect(await applyDueTreeEvents(jobs)).toBe(1);
  await jobs.end();
  expect((await reading(county, (scope) => getOrg(scope, { id: org.东乡! }))).name).toBe("东镇党委");
});
