// Outside the window a new file waits for it; after the freeze a correction waits for the county, field by field. Somebody else decides.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { correctMember } from "#lib/domains/households/commands/correct-member.ts";
import { registerHousehold } from "#lib/domains/households/commands/register-household.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { memberFacts } from "#lib/domains/households/queries/member-facts.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { saveIncome } from "#lib/domains/incomes/commands/save-income.ts";
import {
  askCorrect,
  askIncome,
  askMemberFacts,
  askMemberOut,
  askRegister,
  askSplit,
} from "#lib/domains/lives/commands/ask.ts";
import { decideRequest } from "#lib/domains/lives/commands/decide-request.ts";
import { memberOut } from "#lib/domains/lives/commands/member-out.ts";
import { splitHousehold } from "#lib/domains/lives/commands/split-household.ts";
import { withdrawRequest } from "#lib/domains/lives/commands/withdraw-request.ts";
import { getRequest, listRequests } from "#lib/domains/lives/queries/requests.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { familyLife } from "./family.ts";

const database = testDatabase();
const { divisions } = world;
const { as, enter, family, open, of, life } = familyLife(database);

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await enter("county-admin", "other-county-admin", "village-cadre", "township-admin", "prefecture-admin");
});
afterAll(() => holdToday(null));
beforeEach(() => database.look("delete from adjustment_campaign"));

const campaign = (opensOn: string, closesOn: string, frozenOn: string | null) =>
  database.look(
    "insert into adjustment_campaign (year, division_id, opens_on, closes_on, frozen_on) values (2026, $1, $2, $3, $4) on conflict (year, division_id) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on",
    [divisions.prefecture.id, opensOn, closesOn, frozenOn],
  );
const detail = (id: string) => reading(as("county-admin"), (scope) => getRequest(scope, { id }));
const inbox = async (who: string) =>
  (await reading(as(who), (scope) => listWaiting(scope, {}))).flatMap(({ rows }) =>
    rows.map(({ href }) => href),
  );

test("outside the window a new file is not registered but asked for, tried out at once, and waits until the window opens", async () => {
  await campaign("2026-12-01", "2026-12-31", null);
  const idNo = `54030019880202301${checkDigit("54030019880202301")}`;
  const input = { divisionId: String(divisions.xuetong.id), name: "窗外户主", status: "POOR", idNo };
  await expect(registerHousehold(as("village-cadre"), input)).rejects.toMatchObject({
    words: { key: "registry.windowClosed" },
  });
  await expect(
    askRegister(as("village-cadre"), { ...input, idNo: "540300198802023010" }),
  ).rejects.toMatchObject({
    fields: { idNo: expect.anything() },
  });
  const households = () => database.look("select id from household where head_name = '窗外户主'");
  const { id } = await askRegister(as("village-cadre"), input);
  expect(await households()).toEqual([]);
  expect(
    await database.look("select id from registry_request where payload::text like $1", [`%${idNo}%`]),
  ).toEqual([]);
  expect(await detail(id)).toMatchObject({
    status: "PENDING_WINDOW",
    due: false,
    title: "窗外户主",
    said: { idNo: "yes", status: "POOR" },
  });
  expect(await inbox("county-admin")).not.toContain(`/registry/requests/${id}`);
  const approve = { id, decision: "APPROVE" };
  await expect(decideRequest(as("county-admin"), approve)).rejects.toMatchObject({
    words: { key: "registry.notYet" },
  });

  await campaign("2026-11-20", "2026-12-31", null);
  expect(await inbox("county-admin")).toContain(`/registry/requests/${id}`);
  for (const [who, outcome] of [
    ["village-cadre", { code: "refused" }],
    ["township-admin", { code: "refused" }],
    ["other-county-admin", { code: "not-found" }],
  ] as const)
    await expect(decideRequest(as(who), approve)).rejects.toMatchObject(outcome);
  await decideRequest(as("county-admin"), approve);
  expect(await households()).toHaveLength(1);
  expect(await detail(id)).toMatchObject({ status: "APPROVED", decidedBy: "嘎松曲珍" });
  await expect(decideRequest(as("county-admin"), approve)).rejects.toMatchObject({
    words: { key: "registry.decidedAlready" },
  });
  // While the window is open there is nothing to ask for.
  await expect(
    askRegister(as("village-cadre"), { ...input, idNo: "", name: "窗内户主" }),
  ).rejects.toMatchObject({
    words: { key: "registry.notNeeded" },
  });
});

test("a family that divides outside the window waits too; it is refused with a reason, or taken back by who asked", async () => {
  await campaign("2026-01-01", "2026-10-31", null);
  const home = await family();
  const son = await of(home.id, "嘎玛");
  const split = { householdId: home.id, go: [son], headId: son, reason: "MARRIAGE", on: "2026-10-01" };
  await expect(splitHousehold(as("village-cadre"), split)).rejects.toMatchObject({
    words: { key: "registry.windowClosed" },
  });
  await expect(askSplit(as("village-cadre"), { ...split, headId: home.headId })).rejects.toMatchObject({
    fields: { headId: [{ key: "life.headOfNew" }] },
  });
  const first = await askSplit(as("village-cadre"), split);
  expect((await open(home.id)).memberCount).toBe(4);
  expect(await life(home.id)).toEqual([]);
  await expect(decideRequest(as("county-admin"), { id: first.id, decision: "REFUSE" })).rejects.toMatchObject(
    {
      fields: { why: [{ key: "registry.whyNot" }] },
    },
  );
  await decideRequest(as("county-admin"), { id: first.id, decision: "REFUSE", why: "还没有分开住" });
  expect(await detail(first.id)).toMatchObject({ status: "REFUSED", why: "还没有分开住" });

  const second = await askSplit(as("village-cadre"), split);
  await expect(withdrawRequest(as("county-admin"), { id: second.id })).rejects.toMatchObject({
    code: "refused",
  });
  await withdrawRequest(as("village-cadre"), { id: second.id });
  const pending = await reading(as("village-cadre"), (scope) => listRequests(scope, {}));
  expect(pending.map(({ id }) => id)).not.toContain(second.id);
  const all = await reading(as("village-cadre"), (scope) => listRequests(scope, { pending: false }));
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
});

test("after the freeze a correction is asked for, and the county takes it field by field: old beside new", async () => {
  await campaign("2026-01-01", "2026-10-31", "2026-11-01");
  const home = await family({ phone: "13900001111" });
  const { texts } = await reading(as("village-cadre"), (scope) => householdFacts(scope, { id: home.id }));
  const was = { phone: texts.phone ?? "", groupName: texts.groupName ?? "", address: texts.address ?? "" };
  const change = { id: home.id, was: JSON.stringify(was), ...was, phone: "13900002222", groupName: "五组" };
  await expect(correctHousehold(as("village-cadre"), change)).rejects.toMatchObject({
    words: { key: "registry.frozen" },
  });
  await expect(
    askCorrect(as("village-cadre"), { id: home.id, was: JSON.stringify(was), ...was }),
  ).rejects.toMatchObject({ words: { key: "registry.nothingAsked" } });
  const { id } = await askCorrect(as("village-cadre"), change);
  expect((await open(home.id)).phone).toBe("13900001111");
  expect((await detail(id)).fields).toEqual([
    { field: "phone", before: "139****1111", now: "139****1111", wanted: "139****2222", taken: false },
    { field: "groupName", before: "一组", now: "一组", wanted: "五组", taken: false },
  ]);
  await expect(
    decideRequest(as("county-admin"), { id, decision: "APPROVE", fields: [] }),
  ).rejects.toMatchObject({
    words: { key: "registry.tickOne" },
  });
  await decideRequest(as("county-admin"), { id, decision: "APPROVE", fields: ["groupName"] });
  expect(await open(home.id)).toMatchObject({ phone: "13900001111", groupName: "五组" });
  expect((await detail(id)).fields.map(({ field, taken }) => [field, taken])).toEqual([
    ["phone", false],
    ["groupName", true],
  ]);
});

test("after the freeze incomes are asked for source by source; the county takes one and leaves the other, and what each has follows", async () => {
  await campaign("2026-01-01", "2026-10-31", "2026-11-01");
  const home = await family();
  await database.look(
    "insert into income_item (household_id, year, division_id, code, amount_fen) values ($1, 2026, $2, 'WAGE.WAGES', 4800000), ($1, 2025, $2, 'WAGE.WAGES', 200000)",
    [home.id, divisions.xuetong.id],
  );
  const was = JSON.stringify({ "WAGE.WAGES": "48000", "PROPERTY.DIVIDEND": "" });
  const change = { id: home.id, was, "WAGE.WAGES": "52000", "PROPERTY.DIVIDEND": "1500.5" };
  await expect(saveIncome(as("village-cadre"), change)).rejects.toMatchObject({
    words: { key: "registry.frozen" },
  });
  await expect(askIncome(as("village-cadre"), { ...change, "WAGE.WAGES": "很多" })).rejects.toMatchObject({
    fields: { "WAGE.WAGES": [{ key: "income.amount" }] },
  });
  const { id } = await askIncome(as("village-cadre"), change);
  expect((await open(home.id)).incomePerHeadFen).toBe(1_200_000n);
  // Meanwhile the office itself settles the wages elsewhere.
  await database.look(
    "update income_item set amount_fen = 5000000 where household_id = $1 and code = 'WAGE.WAGES'",
    [home.id],
  );
  expect((await detail(id)).fields).toEqual([
    { field: "WAGE.WAGES", before: "48000", now: "50000", wanted: "52000", taken: false },
    { field: "PROPERTY.DIVIDEND", before: "", now: "", wanted: "1500.50", taken: false },
  ]);
  await decideRequest(as("county-admin"), { id, decision: "APPROVE", fields: ["PROPERTY.DIVIDEND"] });
  expect(
    await database.look(
      "select code, amount_fen::int as fen from income_item where household_id = $1 and year = 2026 order by code",
      [home.id],
    ),
  ).toEqual([
    { code: "PROPERTY.DIVIDEND", fen: 150_050 },
    { code: "WAGE.WAGES", fen: 5_000_000 },
  ]);
  expect((await open(home.id)).incomePerHeadFen).toBe(1_287_513n);
  const told = await database.look(
    `select field, account_name from change where household_id = $1 and field like 'income.%'`,
    [home.id],
  );
  expect(told).toEqual([{ field: "income.PROPERTY.DIVIDEND", account_name: "嘎松曲珍" }]);
});

test("after the freeze a member's facts of the year are asked for; both values stay with the request, and its page names the member", async () => {
  await campaign("2026-01-01", "2026-10-31", "2026-11-01");
  const home = await family();
  const about = { householdId: home.id, personId: await of(home.id, "嘎玛") };
  const { texts } = await reading(as("village-cadre"), (scope) => memberFacts(scope, about));
  const was = JSON.stringify(texts);
  const change = { ...about, was, labor: "SKILLED", workMonths: "7", workStatus: "IN_COUNTY" };
  await expect(correctMember(as("village-cadre"), change)).rejects.toMatchObject({
    words: { key: "registry.frozen" },
  });
  await expect(askMemberFacts(as("village-cadre"), { ...about, was, ...texts })).rejects.toMatchObject({
    words: { key: "registry.nothingAsked" },
  });
  const { workStatus: _, ...without } = change;
  await expect(askMemberFacts(as("village-cadre"), without)).rejects.toMatchObject({
    fields: { workStatus: [expect.objectContaining({ key: "household.monthsWithoutWork" })] },
  });
  const { id } = await askMemberFacts(as("village-cadre"), change);
  expect(await detail(id)).toMatchObject({ kind: "CORRECT_MEMBER", about: "嘎玛", status: "PENDING" });
  expect(await inbox("county-admin")).toContain(`/registry/requests/${id}`);
  await decideRequest(as("county-admin"), { id, decision: "APPROVE", fields: ["labor"] });
  const after = await reading(as("village-cadre"), (scope) => memberFacts(scope, about));
  expect(after.texts).toEqual({ ...texts, labor: "SKILLED" });
  expect((await detail(id)).fields.filter(({ field }) => field === "labor")).toEqual([
    { field: "labor", before: texts.labor, now: "SKILLED", wanted: "SKILLED", taken: true },
  ]);
});

test("after the freeze a death is asked for as well; nobody decides his own request, not even at the county", async () => {
  await campaign("2026-01-01", "2026-10-31", "2026-11-01");
  const home = await family();
  const out = {
    householdId: home.id,
    personId: await of(home.id, "央金"),
    reason: "DEATH",
    on: "2026-11-20",
  };
  await expect(memberOut(as("county-admin"), out)).rejects.toMatchObject({
    words: { key: "registry.frozen" },
  });
  const { id } = await askMemberOut(as("county-admin"), out);
  await expect(decideRequest(as("county-admin"), { id, decision: "APPROVE" })).rejects.toMatchObject({
    words: { key: "registry.ownRequest" },
  });
  await decideRequest(as("prefecture-admin"), { id, decision: "APPROVE" });
  expect((await open(home.id)).memberCount).toBe(3);
});
