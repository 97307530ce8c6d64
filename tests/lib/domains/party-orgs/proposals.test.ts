// A township proposes changes of the Party line; the county decides field by field, returns them, or finds that things have changed.
import { beforeAll, expect, test } from "vitest";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { approveOrgChange } from "#lib/domains/party-orgs/commands/approve.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { mergeOrgs } from "#lib/domains/party-orgs/commands/merge.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { openOrg } from "#lib/domains/party-orgs/commands/open.ts";
import { proposeOrgChange } from "#lib/domains/party-orgs/commands/propose.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { returnOrgChange } from "#lib/domains/party-orgs/commands/return.ts";
import { splitOrg } from "#lib/domains/party-orgs/commands/split.ts";
import { withdrawOrgProposal } from "#lib/domains/party-orgs/commands/withdraw-proposal.ts";
import { getOrgProposal } from "#lib/domains/party-orgs/queries/change-proposal.ts";
import { listOrgProposals } from "#lib/domains/party-orgs/queries/change-proposals.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";
import { type Line, plantLine, plantMember, plantOrg } from "./small-line.ts";

const database = testDatabase();
const now = today();
let at: Places;
let org: Line;
let county: Session;
let township: Session;
let elsewhere: Session;

beforeAll(async () => {
  at = await plantSmallTree(database);
  org = await plantLine(database, at);
  county = await signIn(database, "t-county");
  township = await signIn(database, "t-township");
  elsewhere = await signIn(database, "t-west");
});

const branch = (name: string) => plantOrg(database, org.东乡!, name, "BRANCH", at.一村!);
const pageOf = (id: number) => reading(county, (scope) => getOrg(scope, { id }));
const one = (session: Session, id: string) => reading(session, (scope) => getOrgProposal(scope, { id }));
const propose = (kind: string, more: object) =>
  proposeOrgChange(township, { kind, effectiveOn: now, ...more });

test("a township makes no change of the Party line itself, of whatever kind", async () => {
  const [id, other] = [await branch("甲支部"), await branch("乙支部")];
  const refusedFor = (deed: Promise<unknown>) => expect(deed).rejects.toMatchObject({ code: "refused" });
  const dated = { id, effectiveOn: now };
  await refusedFor(renameOrg(township, { ...dated, name: "甲新支部" }));
  await refusedFor(moveOrg(township, { ...dated, leaderId: org.县委, basis: "LINE" }));
  await refusedFor(closeOrg(township, { ...dated, targetId: other }));
  await refusedFor(mergeOrgs(township, { ...dated, sources: [other] }));
  await refusedFor(splitOrg(township, { ...dated, name: "丙支部", orgKind: "BRANCH" }));
  await refusedFor(openOrg(township, founding("丁支部")));
});

const founding = (name: string) => ({
  ...{ divisionId: at.一村, setting: "TERRITORIAL", coverage: "", kind: "BRANCH", name },
  ...{ leaderId: org.东乡, basis: "LINE", effectiveOn: now },
});

test("what is proposed stands beside what is now, with what it would touch; nobody elsewhere finds it", async () => {
  const id = await branch("雪山支部");
  const { proposal } = await propose("rename", { id, name: "雪峰支部", why: "支部大会通过" });
  const view = await one(county, proposal);
  expect(view).toMatchObject({
    ...{ about: "雪山支部", place: "一村", status: "WAITING", mayDecide: true, mine: false },
    ...{ why: "支部大会通过", accountName: "t-township", hindrance: null },
  });
  expect(view.touched).not.toBeNull();
  expect(view.rows).toEqual([
    { field: "name", now: "雪山支部", proposed: "雪峰支部", decided: null, alterable: true },
    { field: "effectiveOn", now: null, proposed: now, decided: null, alterable: true },
    { field: "documentNo", now: null, proposed: null, decided: null, alterable: true },
  ]);
  await expect(one(elsewhere, proposal)).rejects.toMatchObject({ code: "not-found" });
  await expect(approveOrgChange(township, { proposal })).rejects.toMatchObject({ code: "refused" });
  expect((await pageOf(id)).name).toBe("雪山支部");
});

test("the county writes one field otherwise: that is made, and both stand side by side", async () => {
  const id = await branch("河东支部");
  const { proposal } = await propose("rename", { id, name: "河西支部" });
  const made = await approveOrgChange(county, {
    proposal,
    name: "河谷支部",
    documentNo: "甲组发〔2026〕3号",
  });
  expect(made).toMatchObject({ done: true, nodeId: id, altered: ["name", "documentNo"] });
  expect((await pageOf(id)).name).toBe("河谷支部");
  const view = await one(township, proposal);
  expect(view).toMatchObject({ status: "APPROVED", decidedByName: "t-county" });
  expect(view.rows[0]).toMatchObject({ proposed: "河西支部", decided: "河谷支部" });
  await expect(approveOrgChange(county, { proposal })).rejects.toMatchObject({ code: "conflict" });
});

test("a founding is proposed for its seat and led as the rule demands", async () => {
  await expect(
    propose("open", {
      ...founding("错支部"),
      orgKind: "BRANCH",
      kind: "open",
      leaderId: org.县委,
      basis: "VILLAGE_LED",
    }),
  ).rejects.toMatchObject({ code: "invalid" });
  const { kind: orgKind, ...rest } = founding("新立支部");
  const { proposal } = await propose("open", { ...rest, orgKind });
  const view = await one(county, proposal);
  expect(view).toMatchObject({ about: "新立支部", place: "一村", kind: "open", hindrance: null });
  expect(view.rows.find(({ field }) => field === "leaderId")).toMatchObject({ proposed: "东乡党委" });
  const made = await approveOrgChange(county, { proposal });
  expect(await pageOf(made.nodeId)).toMatchObject({
    name: "新立支部",
    leaderName: "东乡党委",
    kind: "BRANCH",
  });
});

test("moves, mergers, splits and closings are carried out as they were proposed", async () => {
  const [stays, joins, ends, parted] = [
    await branch("留支部"),
    await branch("并支部"),
    await branch("撤支部"),
    await branch("分支部"),
  ];
  const approved = async (kind: string, fields: object) =>
    approveOrgChange(county, { proposal: (await propose(kind, fields)).proposal });

  await approved("merge", { id: stays, sources: [joins], name: "留并支部" });
  expect(await pageOf(stays)).toMatchObject({ name: "留并支部", closedOn: null });
  expect((await pageOf(joins)).closedOn).toBe(now);

  await approved("close", { id: ends, targetId: stays });
  expect((await pageOf(ends)).closedOn).toBe(now);

  const { id: goes } = await plantMember(database, { id: parted, divisionId: at.一村! }, "达瓦");
  await plantMember(database, { id: parted, divisionId: at.一村! }, "次央");
  const split = await approved("split", { id: parted, name: "分立支部", orgKind: "BRANCH", members: [goes] });
  expect(split).toMatchObject({ done: true, nodeId: parted });
  const names = await database.look<{ name: string }>(
    "select o.name from party_membership s join party_org o on o.id = s.org_id where s.member_id = $1 and s.to_on is null",
    [goes],
  );
  expect(names).toEqual([{ name: "分立支部" }]);

  await approved("move", { id: stays, leaderId: org.县委, basis: "LINE" });
  expect((await pageOf(stays)).leaderName).toBe("甲县县委");
});

test("a returned proposal comes back with its reason and can be withdrawn by its author alone", async () => {
  const id = await branch("退支部");
  const { proposal } = await propose("rename", { id, name: "进支部" });
  const waiting = async (session: Session) =>
    JSON.stringify(await reading(session, (scope) => listWaiting(scope, {})));
  expect(await waiting(county)).toContain(`/orgs/proposals/${proposal}`);
  await returnOrgChange(county, { proposal, reason: "请附支部大会记录" });
  expect(await waiting(county)).not.toContain(proposal);
  expect(await waiting(township)).toContain(`/orgs/proposals/${proposal}`);
  expect(await one(township, proposal)).toMatchObject({ status: "RETURNED", reason: "请附支部大会记录" });
  await expect(withdrawOrgProposal(county, { proposal })).rejects.toMatchObject({ code: "refused" });
  await withdrawOrgProposal(township, { proposal });
  const decided = await reading(township, (scope) => listOrgProposals(scope, { decided: true }));
  expect(decided.rows.find((row) => row.id === proposal)).toMatchObject({
    ...{ status: "WITHDRAWN", nodeName: "退支部", place: "一村" },
  });
});

test("what has become impossible says why, and approving it changes nothing", async () => {
  const [id, other] = [await branch("迟支部"), await branch("接支部")];
  const { proposal } = await propose("rename", { id, name: "早支部" });
  await closeOrg(county, { id, targetId: other, effectiveOn: now });
  expect((await one(county, proposal)).hindrance).toMatchObject({ key: "tree.closed" });
  await expect(approveOrgChange(county, { proposal })).rejects.toMatchObject({ code: "rule" });
  expect(await one(county, proposal)).toMatchObject({ status: "WAITING" });
});
