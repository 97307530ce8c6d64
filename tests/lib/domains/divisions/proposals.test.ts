// A township proposes a change of divisions; the county decides on it field by field, returns it, or finds that things have changed.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { approveDivisionChange } from "#lib/domains/divisions/commands/approve.ts";
import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { proposeDivisionChange } from "#lib/domains/divisions/commands/propose.ts";
import { renameDivision } from "#lib/domains/divisions/commands/rename.ts";
import { returnDivisionChange } from "#lib/domains/divisions/commands/return.ts";
import { withdrawDivisionProposal } from "#lib/domains/divisions/commands/withdraw-proposal.ts";
import { getProposal } from "#lib/domains/divisions/queries/proposal.ts";
import { listProposals } from "#lib/domains/divisions/queries/proposals.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantDivision, plantHousehold, plantSmallTree } from "./small-tree.ts";

const database = testDatabase();
let at: Places;
let county: Session;
let township: Session;
let elsewhere: Session;
const now = today();

beforeAll(async () => {
  at = await plantSmallTree(database);
  county = await signIn(database, "t-county");
  township = await signIn(database, "t-township");
  elsewhere = await signIn(database, "t-west");
});

const proposed = (more: object) =>
  proposeDivisionChange(township, { kind: "rename", id: at.一村, effectiveOn: now, ...more });
const one = (session: Session, id: string) => reading(session, (scope) => getProposal(scope, { id }));

test("a township may propose what it may not do", async () => {
  await expect(
    renameDivision(township, { id: at.一村, name: "新一村", effectiveOn: now }),
  ).rejects.toMatchObject({
    code: "refused",
  });
  const { proposal } = await proposed({ name: "新一村", why: "村民会议通过" });
  const view = await one(county, proposal);
  expect(view).toMatchObject({
    status: "WAITING",
    mayDecide: true,
    mine: false,
    why: "村民会议通过",
    accountName: "t-township",
  });
  expect(view.rows).toEqual([
    { field: "name", now: "一村", proposed: "新一村", decided: null, alterable: true },
    { field: "effectiveOn", now: null, proposed: now, decided: null, alterable: true },
    { field: "documentNo", now: null, proposed: null, decided: null, alterable: true },
  ]);
  await expect(one(elsewhere, proposal)).rejects.toMatchObject({ code: "not-found" });
  await expect(approveDivisionChange(township, { proposal })).rejects.toMatchObject({ code: "refused" });
});

test("the county alters a field and approves: the change is made so, and both values are kept", async () => {
  const { proposal } = await proposed({ name: "一新村" });
  const result = await approveDivisionChange(county, {
    proposal,
    name: "一心村",
    effectiveOn: now,
    documentNo: "察政发〔2026〕3号",
  });
  expect(result.done).toBe(true);
  expect(await database.look("select name from division where id = $1", [at.一村])).toEqual([
    { name: "一心村" },
  ]);
  const view = await one(township, proposal);
  expect(view).toMatchObject({
    status: "APPROVED",
    decidedByName: "t-county",
    altered: { name: "一心村", documentNo: "察政发〔2026〕3号" },
  });
  expect(view.rows[0]).toMatchObject({ proposed: "一新村", decided: "一心村" });
  await expect(approveDivisionChange(county, { proposal })).rejects.toMatchObject({ code: "conflict" });
  expect(
    await database.look(
      "select facts->>'altered' as altered from audit_event where verb = 'division.changeApproved'",
    ),
  ).toEqual([{ altered: "name,documentNo" }]);
});

test("a returned proposal comes back with its reason and can be withdrawn by its author alone", async () => {
  const { proposal } = await proposed({ name: "壹村" });
  await returnDivisionChange(county, { proposal, reason: "请附批准文号" });
  expect(await one(township, proposal)).toMatchObject({
    status: "RETURNED",
    reason: "请附批准文号",
    mine: true,
  });
  await expect(withdrawDivisionProposal(county, { proposal })).rejects.toMatchObject({ code: "refused" });
  await withdrawDivisionProposal(township, { proposal });
  expect(await one(township, proposal)).toMatchObject({ status: "WITHDRAWN" });
});

test("what waits is listed for those within reach, and stands in the county's inbox", async () => {
  const { proposal } = await proposed({ name: "一福村" });
  const waiting = await reading(county, (scope) => listProposals(scope, {}));
  expect(waiting.rows.map(({ id }) => id)).toContain(proposal);
  const others = await reading(elsewhere, (scope) => listProposals(scope, {}));
  expect(others.rows).toEqual([]);
  const inbox = await reading(county, (scope) => listWaiting(scope, {}));
  expect(JSON.stringify(inbox)).toContain(`/divisions/proposals/${proposal}`);
});

test("a proposal that has become impossible says why, and approving it changes nothing", async () => {
  const gone = await plantDivision(database, at.东乡 as number, "将撤村");
  const { proposal } = await proposeDivisionChange(township, {
    kind: "rename",
    id: gone,
    name: "改名村",
    effectiveOn: addDays(now, 1),
  });
  await closeDivision(county, { id: gone, targetId: at.二村, effectiveOn: now });
  expect((await one(county, proposal)).hindrance).toMatchObject({ key: "tree.closed" });
  await expect(approveDivisionChange(county, { proposal })).rejects.toMatchObject({ code: "rule" });
  expect(await one(county, proposal)).toMatchObject({ status: "WAITING" });
});

test("a proposed split is carried out with the households that were named", async () => {
  const village = await plantDivision(database, at.东乡 as number, "拟分村");
  for (const no of [1, 2, 3]) await plantHousehold(database, `拟分${no}`, village);
  const { proposal } = await proposeDivisionChange(township, {
    kind: "split",
    id: village,
    name: "分出村",
    numbers: "拟分1",
    effectiveOn: now,
  });
  const view = await one(county, proposal);
  expect(view.rows.find(({ field }) => field === "numbers")?.proposed).toBe("拟分1");
  expect(view.touched).toMatchObject({ households: 1 });
  await approveDivisionChange(county, { proposal });
  const made = await database.look(
    "select h.household_no as no from household h join division d on d.id = h.division_id where d.name = '分出村'",
  );
  expect(made).toEqual([{ no: "拟分1" }]);
});
