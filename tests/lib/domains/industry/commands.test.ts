// An office registers what works along the industry chain; the rule of affiliation decides which Party organization may lead it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { closeEntity } from "#lib/domains/industry/commands/close-entity.ts";
import { correctEntity } from "#lib/domains/industry/commands/correct-entity.ts";
import {
  correctLink,
  endLink,
  linkHousehold,
  reportIncome,
} from "#lib/domains/industry/commands/link-household.ts";
import { registerEntity } from "#lib/domains/industry/commands/register-entity.ts";
import { reopenEntity } from "#lib/domains/industry/commands/reopen-entity.ts";
import { setParty } from "#lib/domains/industry/commands/set-party.ts";
import { householdsToLink, partyChoices } from "#lib/domains/industry/queries/entity-choices.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { listEntities } from "#lib/domains/industry/queries/list-entities.ts";
import { entitiesOfHousehold } from "#lib/domains/industry/queries/of-household.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs, households, entities } = world;
let county: Session;
let cadre: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  cadre = await signIn(database, "village-cadre");
}, 60_000);
afterAll(() => holdToday(null));

const facts = (more: Record<string, unknown> = {}) => ({
  name: "香堆镇藏香猪养殖专业合作社",
  kind: "COOPERATIVE",
  divisionId: String(divisions.xiangdui.id),
  creditNo: "",
  registeredOn: "2024-05-10",
  capital: "50万",
  operator: "次仁",
  memberCount: "30",
  partyMembers: "4",
  fullMembers: "3",
  villages: [String(divisions.laxi.id), String(divisions.renda.id)],
  ...more,
});
let registered = 0;
/** The first bears the plain name, the others a number: one name stands on the register of a place once. */
const register = (more: Record<string, unknown> = {}) => {
  registered += 1;
  return registerEntity(county, facts(registered === 1 ? more : { name: `第${registered}合作社`, ...more }));
};
const seen = (session: Session, id: string) => reading(session, (scope) => getEntity(scope, { id }));
const covers = (id: string, org: number | string, coverage = "OWN") =>
  setParty(county, {
    id,
    coverage,
    partyOrgId: String(org),
    mode: "BRANCH_ASSOC_HOUSEHOLD",
    fromOn: "2026-11-01",
  });

test("an entity is registered, money kept to the fen, and what it lacks is told", async () => {
  const { id } = await register({ fullMembers: "2" });
  const entity = await seen(county, id);
  expect(entity).toMatchObject({
    name: "香堆镇藏香猪养殖专业合作社",
    capitalFen: 50_000_000n,
    openedOn: "2024-05-10",
  });
  expect(entity.villages.map(({ name }) => name).sort()).toEqual(["仁达村", "拉西村"].sort());
  expect(entity.lacks).toEqual(["creditNo", "party", "households"]);
  expect(entity.leading).toMatchObject({
    coverage: "CROSS_VILLAGE",
    proposal: { reason: "township", basis: "APPROVER_LED" },
  });
  expect(entity.leading.proposal?.leader?.name).toBe("中共香堆镇委员会");
});

test("a false credit code and one that is taken are refused beside the field", async () => {
  await expect(register({ creditNo: "91110000710925463X" })).rejects.toMatchObject({
    fields: { creditNo: [{ key: "industry.creditNo" }] },
  });
  await register({ name: "甲社", creditNo: "9111 0000 7109 2546 2x" });
  await expect(register({ name: "乙社", creditNo: "91110000710925462X" })).rejects.toMatchObject({
    fields: { creditNo: [{ key: "industry.creditTaken", values: { name: "甲社" } }] },
  });
});

test("what stands on the register of a place already is not registered again, though it may be once it has closed", async () => {
  const twice = { name: "重名合作社" };
  const { id } = await register(twice);
  const taken = { fields: { name: [{ key: "industry.nameTaken", values: { place: "香堆镇" } }] } };
  await expect(register(twice)).rejects.toMatchObject(taken);
  const { id: other } = await register({ name: "另一个合作社" });
  await expect(correctEntity(county, { id: other, version: "1", ...facts(twice) })).rejects.toMatchObject(
    taken,
  );
  await register({ ...twice, divisionId: String(divisions.chaya.id) });
  await closeEntity(county, { id, version: "1", closedOn: "2026-11-01", why: "注销" });
  await register(twice);
});

test("no village at all is said in words of its own, also when the form sends nothing", async () => {
  const { villages: _none, ...form } = facts({ name: "没有村的合作社" });
  await expect(registerEntity(county, form)).rejects.toMatchObject({
    fields: { villages: [{ key: "industry.villages" }] },
  });
});

test("villages of another county, none at all, and more full members than members are refused", async () => {
  await expect(register({ villages: [String(divisions.lieda.id)] })).rejects.toMatchObject({
    words: { key: "industry.villagesElsewhere" },
  });
  await expect(register({ villages: [] })).rejects.toMatchObject({
    fields: { villages: [{ key: "industry.villages" }] },
  });
  await expect(register({ fullMembers: "9" })).rejects.toMatchObject({
    words: { key: "industry.fullMembers" },
  });
});

test("scenario 3: across townships a village-led organization is refused and an approver-led one passes", async () => {
  const { id } = await register({
    name: "察雅县牦牛产业协会",
    kind: "ASSOCIATION",
    divisionId: String(divisions.chaya.id),
    villages: [String(divisions.xuetong.id), String(divisions.laxi.id)],
  });
  const villageLed = await aPartyOrg(database, {
    ...{
      name: "牦牛协会党支部甲",
      divisionId: divisions.xuetong.id,
      setting: "ENTITY",
      coverage: "ONE_VILLAGE",
    },
    ...{ basis: "VILLAGE_LED", leaderId: partyOrgs.xuetong.id, openedOn: "2024-06-01" },
  });
  await expect(covers(id, villageLed.id)).rejects.toMatchObject({
    words: { key: "industry.ruleBroken" },
    fields: { partyOrgId: [{ key: "affiliation.crossBasis" }] },
  });
  expect((await seen(county, id)).party.coverage).toBe("NONE");
  const approved = await aPartyOrg(database, {
    ...{
      name: "牦牛协会党支部乙",
      divisionId: divisions.chaya.id,
      setting: "ENTITY",
      coverage: "CROSS_TOWNSHIP",
    },
    ...{ basis: "APPROVER_LED", leaderId: partyOrgs.chaya.id, openedOn: "2024-06-01" },
  });
  await covers(id, approved.id);
  const entity = await seen(county, id);
  expect(entity).toMatchObject({ party: { coverage: "OWN", orgName: "牦牛协会党支部乙" }, broken: [] });
  await expect(covers((await register({ name: "另一家" })).id, approved.id)).rejects.toMatchObject({
    words: { key: "industry.orgShared" },
  });
});

test("when an entity shrinks to one village, its branch no longer follows the rule, and the page says so", async () => {
  const { barley } = entities;
  expect((await seen(county, barley.id)).broken).toEqual([]);
  const { version } = await seen(county, barley.id);
  await correctEntity(county, {
    ...facts({ name: barley.name, kind: "BASE", divisionId: String(divisions.jitang.id), villages: ["8"] }),
    ...{ id: barley.id, version: String(version) },
  });
  const entity = await seen(county, barley.id);
  expect(entity.broken).toEqual(["affiliation.oneVillageBasis", "affiliation.oneVillageLeader"]);
  expect(entity.lacks).toContain("affiliation");
});

test("members are attached where the entity works, and to a territorial organization only", async () => {
  const { id } = await register({ name: "雪通村施工队", kind: "CREW", divisionId: "8", villages: ["8"] });
  await expect(covers(id, partyOrgs.xiangdui.id, "ATTACHED")).rejects.toMatchObject({
    words: { key: "industry.attachedElsewhere" },
  });
  await covers(id, partyOrgs.xuetong.id, "ATTACHED");
  expect((await seen(county, id)).party).toMatchObject({ coverage: "ATTACHED", orgName: "雪通村党支部" });
  await setParty(county, { id, coverage: "NONE", partyOrgId: "", mode: "", fromOn: "2026-11-20" });
  const { spells } = await seen(county, id);
  expect(spells.map(({ coverage, fromOn, toOn }) => [coverage, fromOn, toOn])).toEqual([
    ["NONE", "2026-11-20", null],
    ["ATTACHED", "2026-11-01", "2026-11-20"],
  ]);
  expect((await reading(county, (scope) => partyChoices(scope, { id }))).map(({ name }) => name)).toContain(
    "雪通村党支部",
  );
});

test("a household is linked once in a role, its income told by year and taken back, and the link ended", async () => {
  const { id } = await register({ name: "雪通村青稞社", divisionId: "8", villages: ["8"] });
  const link = { id, householdId: households.gonpo.id, role: "MEMBER", fromOn: "2025-03-01" };
  const { id: linkId } = await linkHousehold(county, link);
  await expect(linkHousehold(county, { ...link, fromOn: "2025-09-01" })).rejects.toMatchObject({
    words: { key: "industry.linkedAlready" },
  });
  expect((await seen(county, id)).lacks).toContain("income");
  await reportIncome(county, { linkId, year: "2025", income: "3200.5" });
  await expect(reportIncome(county, { linkId, year: "2023", income: "1" })).rejects.toMatchObject({
    words: { key: "industry.incomeYear" },
  });
  const [row] = (await seen(county, id)).links;
  expect(row).toMatchObject({
    headName: "贡布多吉",
    incomes: [{ year: 2025, fen: "320050" }],
    running: true,
  });
  expect((await seen(county, id)).lacks).not.toContain("income");
  await reportIncome(county, { linkId, year: "2025", income: "" });
  expect((await seen(county, id)).links[0]?.incomes).toEqual([]);
  await correctLink(county, { linkId, version: "1", role: "WORKER", fromOn: "2025-04-01", toOn: "" });
  await endLink(county, { linkId, toOn: "2026-11-01" });
  const household = { household: households.gonpo.id };
  expect(await reading(county, (scope) => entitiesOfHousehold(scope, household))).toMatchObject([
    { name: "雪通村青稞社", role: "WORKER", fromOn: "2025-04-01", toOn: "2026-11-01" },
  ]);
});

test("a linked household is seen by reach alone; an entity is known to all", async () => {
  const { market } = entities;
  expect((await seen(county, market.id)).links).toEqual([]);
  const zuogong = await signIn(database, "other-county-admin");
  expect((await seen(zuogong, market.id)).links).toHaveLength(1);
});

test("a cadre of a covered village links households of the village, and changes nothing at another seat", async () => {
  const { barley } = entities;
  const found = await reading(cadre, (scope) => householdsToLink(scope, { id: barley.id, q: "四郎" }));
  expect(found.map(({ headName }) => headName)).toEqual(["四郎卓玛"]);
  await linkHousehold(cadre, {
    id: barley.id,
    householdId: found[0]?.id ?? "",
    role: "ORDER",
    fromOn: "2026-01-05",
  });
  await expect(
    setParty(cadre, { id: barley.id, coverage: "NONE", partyOrgId: "", mode: "", fromOn: "2026-11-01" }),
  ).rejects.toMatchObject({ code: "refused" });
  await expect(
    linkHousehold(cadre, {
      id: barley.id,
      householdId: households.nima.id,
      role: "ORDER",
      fromOn: "2026-01-05",
    }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a household that moves takes its links along, so that its new place sees them", async () => {
  const { dawa } = households;
  await moveHousehold(county, { id: dawa.id, toDivisionId: String(divisions.laxi.id), on: "2026-11-20" });
  const rows = await database.look<{ place: number }>(
    "select division_id as place from industry_link where household_id = $1 union select division_id from industry_income where household_id = $1",
    [dawa.id],
  );
  expect(rows).toEqual([{ place: divisions.laxi.id }]);
});

test("the list filters by coverage, kind, place and name, and an ended one leaves it", async () => {
  const names = async (filter: Record<string, unknown>) =>
    (await reading(county, (scope) => listEntities(scope, filter))).rows.map(({ name }) => name);
  expect(await names({ party: "NONE", unitId: divisions.zuogong.id })).toEqual(["列达村农产品市场"]);
  expect(await names({ kind: "MARKET" })).toEqual(["列达村农产品市场"]);
  expect(await names({ q: "xtcmn" })).toEqual(["雪通村牦牛养殖专业合作社"]);
  const { yaks } = entities;
  const { version } = await seen(county, yaks.id);
  await closeEntity(county, {
    id: yaks.id,
    version: String(version),
    closedOn: "2026-11-20",
    why: "合并到镇合作社",
  });
  expect(await names({ q: "xtcmn" })).toEqual([]);
  expect(await names({ q: "xtcmn", state: "closed" })).toEqual(["雪通村牦牛养殖专业合作社"]);
  await expect(covers(yaks.id, partyOrgs.yaks.id)).rejects.toMatchObject({
    words: { key: "industry.closed" },
  });
  const closed = await seen(county, yaks.id);
  await reopenEntity(county, { id: yaks.id, version: String(closed.version) });
  expect(await names({ q: "xtcmn" })).toEqual(["雪通村牦牛养殖专业合作社"]);
  expect((await seen(county, yaks.id)).party.coverage).toBe("OWN");
  expect(
    await database.look("select to_on from industry_spell where entity_id = $1 order by from_on", [yaks.id]),
  ).toEqual([{ to_on: null }]);
});
