// Rosters of Party members: who may keep them, what days must agree, and that every roster stays true for every day.
import { beforeAll, expect, test } from "vitest";
import { confirmMember } from "#lib/domains/members/commands/confirm.ts";
import { correctMember } from "#lib/domains/members/commands/correct.ts";
import { endMember } from "#lib/domains/members/commands/end.ts";
import { enrollMember } from "#lib/domains/members/commands/enroll.ts";
import { flagMember, unflagMember } from "#lib/domains/members/commands/flag.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { transferOut } from "#lib/domains/members/commands/transfer-out.ts";
import { orgsToReceive, peopleToEnroll } from "#lib/domains/members/queries/choices.ts";
import { getMember } from "#lib/domains/members/queries/get-member.ts";
import { listMembers } from "#lib/domains/members/queries/list-members.ts";
import { rosterOfOrg } from "#lib/domains/members/queries/roster-of-org.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { members } from "#tests/world/members.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { partyOrgs, divisions, households, people } = world;
let county: Session;
let township: Session;
let neighbor: Session;
let otherCounty: Session;
let prefecture: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  township = await signIn(database, "township-admin");
  neighbor = await signIn(database, "neighbor-township-admin");
  otherCounty = await signIn(database, "other-county-admin");
  prefecture = await signIn(database, "prefecture-admin");
});

type Filter = Parameters<typeof listMembers>[1];
const list = (session: Session, filter: Filter) => reading(session, (scope) => listMembers(scope, filter));
const names = async (session: Session, filter: Filter) =>
  (await list(session, filter)).rows.map(({ name }) => name).sort();
const count = async (session: Session, filter: Filter) => (await list(session, filter)).counts.total;
const view = (session: Session, id: string) => reading(session, (scope) => getMember(scope, { id }));
const version = async (id: string) => String((await view(prefecture, id)).version);
const words = (key: string) => ({ words: { key } });

const standing = {
  joinedOn: "2016-07-01",
  fullOn: "2017-07-01",
  memberGroup: "HERDER",
  education: "",
  partyPost: "",
  duty: "",
};
const entry = { how: "FOUND", cameFrom: "", fromOn: "" };

test("rosters are counted as by hand, on any day, and by everybody as far as they reach", async () => {
  const prefectureUnit = String(divisions.prefecture.id);
  for (const [on, whole] of [
    ["2026-04-30", 14],
    ["2026-08-31", 13],
    [WORLD_TODAY, 12],
  ] as const)
    expect([on, await count(prefecture, { unit: prefectureUnit, on })]).toEqual([on, whole]);
  const ofOrg = (orgId: number, on: string) => count(prefecture, { orgId, below: false, on });
  expect([
    await ofOrg(partyOrgs.xuetong.id, "2026-08-31"),
    await ofOrg(partyOrgs.xuetong.id, WORLD_TODAY),
  ]).toEqual([5, 4]);
  expect([
    await ofOrg(partyOrgs.jitang.id, "2026-08-31"),
    await ofOrg(partyOrgs.jitang.id, WORLD_TODAY),
  ]).toEqual([2, 3]);
  // With those below: the township's committee and the branch of its village.
  expect(await count(prefecture, { orgId: partyOrgs.jitang.id })).toBe(7);
  expect(await count(county, {})).toBe(11);
  expect(await count(otherCounty, {})).toBe(1);
  expect((await list(county, {})).counts).toMatchObject({
    full: 10,
    probationary: 1,
    women: 1,
    young: 0,
    old: 0,
  });
});

test("lists narrow by kind, group, mark, age and name", async () => {
  expect(await names(county, { kind: "PROBATIONARY" })).toEqual(["四郎卓玛"]);
  expect(await names(county, { age: "middle" })).toEqual(["四郎卓玛", "扎西次仁", "达瓦扎西"]);
  expect(await names(county, { group: "HERDER", orgId: partyOrgs.xuetong.id })).toEqual([
    "四郎卓玛",
    "贡布扎西",
    "达瓦扎西",
  ]);
  expect(await names(county, { q: "达瓦" })).toEqual(["达瓦扎西"]);
  expect(await names(county, { q: "dwzx" })).toEqual(["达瓦扎西"]);
});

test("without a post is whoever holds no tenure on the day asked, also one that the viewer cannot see; nobody types it", async () => {
  const unposted = (session: Session, on?: string) =>
    names(session, { flag: "NO_POST", ...(on ? { on } : {}) });
  const all = await names(county, {});
  const before = await unposted(county);
  expect(before).toContain("达瓦扎西");
  expect(before.length).toBeLessThan(all.length);
  const post = await aPost(database, {
    divisionId: divisions.wangda.id,
    kind: "HEAD",
    quotas: [["2024-01-01", 1]],
  });
  const person = { id: households.dawa.headId, name: "达瓦扎西" };
  // In another county, where the county of his roster does not see it.
  await aTenure(database, { post, person, fromOn: "2026-03-01", toOn: "2026-10-01" });
  expect(await unposted(county, "2026-02-28")).toContain("达瓦扎西");
  expect(await unposted(county, "2026-03-01")).not.toContain("达瓦扎西");
  expect(await unposted(county, "2026-09-30")).not.toContain("达瓦扎西");
  expect(await unposted(county, "2026-10-01")).toContain("达瓦扎西");
  const [row] = (await list(county, { q: "达瓦", on: "2026-05-01" })).rows;
  expect(row?.flags).not.toContain("NO_POST");
  expect(await view(county, members.dawa.id)).toMatchObject({ withoutPost: true });
  await expect(
    flagMember(county, { id: members.dawa.id, flag: "NO_POST", fromOn: "2026-01-01", whereTo: "" }),
  ).rejects.toMatchObject({ code: "invalid" });
});

test("a person known or new stands in a roster from a day on, once", async () => {
  const found = await reading(township, (scope) =>
    peopleToEnroll(scope, { orgId: partyOrgs.xuetong.id, q: "贡布多吉" }),
  );
  expect(found.map(({ id, rosterOf }) => [id, rosterOf])).toEqual([[households.gonpo.headId, null]]);
  const put = {
    orgId: String(partyOrgs.xuetong.id),
    personId: households.gonpo.headId,
    ...standing,
    ...entry,
  };
  const { id } = await enrollMember(township, { ...put, fromOn: "2026-10-01" });
  expect(await view(township, id)).toMatchObject({
    name: "贡布多吉",
    orgName: "雪通村党支部",
    fromOn: "2026-10-01",
    birthOn: "1977-07-07",
  });
  expect(await names(township, { orgId: partyOrgs.xuetong.id, on: "2026-09-30" })).not.toContain("贡布多吉");
  await expect(enrollMember(township, put)).rejects.toMatchObject(words("member.already"));
  // Somebody who is enrolled beyond one's reach is not taken in a second time.
  const stranger = people.otherCountyAdmin.id;
  await expect(enrollMember(prefecture, { ...put, personId: stranger })).rejects.toMatchObject(
    words("member.already"),
  );
  const fresh = await enrollMember(township, {
    ...put,
    personId: "",
    name: "新来党员",
    sex: "F",
    birthOn: "1990-01-01",
    ethnicity: "04",
    how: "CAME",
    cameFrom: "那曲市某支部",
    fromOn: "2026-11-01",
  });
  expect(await view(township, fresh.id)).toMatchObject({
    sex: "F",
    divisionId: divisions.xuetong.id,
    spells: [{ how: "CAME", cameFrom: "那曲市某支部" }],
    who: { keptHere: true },
  });
});

test("days must agree, and nobody is admitted under eighteen", async () => {
  const put = { orgId: String(partyOrgs.jitang.id), personId: people.pairedHelper.id, ...standing, ...entry };
  const refuses = (change: object, key: string) =>
    expect(enrollMember(county, { ...put, ...change })).rejects.toMatchObject(words(key));
  await refuses({ fullOn: "2016-06-30" }, "member.fullEarly");
  await refuses({ fromOn: "2016-06-30" }, "member.beforeJoined");
  await expect(enrollMember(county, { ...put, joinedOn: "2026-11-26" })).rejects.toMatchObject({
    fields: { joinedOn: [{ key: "futureDay" }] },
  });
  await expect(enrollMember(county, { ...put, how: "CAME" })).rejects.toMatchObject({
    fields: { cameFrom: [{ key: "required" }] },
  });
  await refuses({ personId: "", name: "小孩", birthOn: "2000-01-01" }, "member.tooYoung");
  await expect(enrollMember(county, { ...put, memberGroup: "POPE" })).rejects.toMatchObject({
    fields: { memberGroup: [{ key: "choose" }] },
  });
});

test("only those who keep the roster's place may, and strangers find nobody", async () => {
  const { drolma, otherCountyAdmin } = members;
  const cadre = await signIn(database, "village-cadre");
  expect((await view(cadre, drolma.id)).name).toBe("四郎卓玛");
  const confirmed = { id: drolma.id, version: "1", fullOn: "2026-11-20" };
  await expect(confirmMember(cadre, confirmed)).rejects.toMatchObject({ code: "refused" });
  await expect(confirmMember(neighbor, confirmed)).rejects.toMatchObject({ code: "not-found" });
  await expect(view(county, otherCountyAdmin.id)).rejects.toMatchObject({ code: "not-found" });
});

test("a probationary member is confirmed once, not before admission", async () => {
  const { id } = members.drolma;
  const at = async (fullOn: string) => confirmMember(township, { id, version: await version(id), fullOn });
  await expect(at("2025-12-19")).rejects.toMatchObject(words("member.fullEarly"));
  await at("2026-11-20");
  expect(
    (await list(township, { orgId: partyOrgs.xuetong.id, on: "2026-11-19", q: "四郎卓玛" })).rows[0]?.kind,
  ).toBe("PROBATIONARY");
  expect((await list(township, { orgId: partyOrgs.xuetong.id, q: "四郎卓玛" })).rows[0]?.kind).toBe("FULL");
  await expect(at("2026-11-21")).rejects.toMatchObject(words("member.fullAlready"));
});

test("a transfer beyond one's reach leaves both rosters true, and the sender still reads what was", async () => {
  const { id } = members.firstSecretary;
  const send = async (toOrgId: number, on: string) =>
    transferMember(township, { id, version: await version(id), toOrgId: String(toOrgId), on });
  await expect(send(partyOrgs.xuetong.id, "2026-11-01")).rejects.toMatchObject(words("member.sameOrg"));
  await expect(send(partyOrgs.zuogong.id, "2025-06-01")).rejects.toMatchObject(words("member.afterEntry"));
  const receivers = await reading(township, (scope) => orgsToReceive(scope, { id, q: "左贡" }));
  expect(receivers.map(({ name }) => name)).toEqual(["中共左贡县委员会"]);
  await send(partyOrgs.zuogong.id, "2026-11-10");
  expect(await names(otherCounty, {})).toEqual(["尼玛旺杰", "邓增罗布"]);
  expect(await names(township, { orgId: partyOrgs.xuetong.id, on: "2026-11-09" })).toContain("邓增罗布");
  expect(await names(township, { orgId: partyOrgs.xuetong.id, on: "2026-11-10" })).not.toContain("邓增罗布");
  expect((await view(township, id)).spells[0]).toMatchObject({
    ended: "TRANSFERRED",
    toOrgName: "中共左贡县委员会",
  });
  // He is no longer the sender's to change.
  await expect(send(partyOrgs.jitang.id, "2026-11-20")).rejects.toMatchObject({ code: "refused" });
});

test("whoever left, died or was expelled stands in no roster, and only who left may come back", async () => {
  const { tashi, yeshe, leftHelper } = members;
  const out = {
    id: tashi.id,
    version: await version(tashi.id),
    on: "2026-11-15",
    wentTo: "成都市武侯区某街道",
  };
  await transferOut(township, out);
  expect(await view(township, tashi.id)).toMatchObject({
    status: "OUT",
    spells: [{ ended: "OUT", wentTo: "成都市武侯区某街道" }, {}],
  });
  await expect(transferOut(township, { ...out, version: await version(tashi.id) })).rejects.toMatchObject(
    words("member.ended"),
  );
  const back = { ...standing, ...entry, personId: leftHelper.personId, orgId: String(partyOrgs.chaya.id) };
  await expect(enrollMember(county, { ...back, fromOn: "2026-09-19" })).rejects.toMatchObject(
    words("member.beforeEnd"),
  );
  const again = await enrollMember(county, { ...back, how: "CAME", cameFrom: "拉萨", fromOn: "2026-11-01" });
  expect(again.id).toBe(leftHelper.id);
  expect((await view(county, again.id)).spells.map(({ how }) => how)).toEqual(["CAME", "ADMITTED"]);
  await expect(
    enrollMember(county, { ...back, personId: yeshe.personId, orgId: String(partyOrgs.xiangdui.id) }),
  ).rejects.toMatchObject(words("member.dead"));
});

test("the dead hold no mark and stand in no roster, whatever somebody writes", async () => {
  const { dawa } = members;
  const end = {
    id: dawa.id,
    version: await version(dawa.id),
    how: "DIED",
    on: "2026-11-18",
    why: "因病去世",
  };
  await endMember(township, end);
  expect(await view(township, dawa.id)).toMatchObject({
    status: "DIED",
    flags: [{ toOn: "2026-11-18" }],
  });
  await expect(
    database.look(
      "insert into party_membership (member_id, org_id, division_id, from_on, how) values ($1, $2, $3, '2026-11-20', 'FOUND')",
      [dawa.id, partyOrgs.xuetong.id, divisions.xuetong.id],
    ),
  ).rejects.toThrow("member-not-whole");
  await expect(
    database.look("update party_member set status = 'OUT', status_on = '2026-11-20' where id = $1", [
      members.townshipCadre.id,
    ]),
  ).rejects.toThrow("member-not-whole");
  await expect(
    database.look(
      "insert into party_membership (member_id, org_id, division_id, from_on, how) values ($1, $2, $3, '2026-11-20', 'FOUND')",
      [members.townshipCadre.id, partyOrgs.xuetong.id, divisions.xuetong.id],
    ),
  ).rejects.toThrow("party_membership_one_at_a_time");
});

test("a mark holds from a day until it is ended; whoever is away is somewhere", async () => {
  const { id } = members.reviewer;
  const mark = { id, flag: "MOBILE", fromOn: "2026-10-01", whereTo: "" };
  await expect(flagMember(township, mark)).rejects.toMatchObject({
    fields: { whereTo: [{ key: "required" }] },
  });
  await flagMember(township, { ...mark, whereTo: "拉萨市" });
  await expect(flagMember(township, { ...mark, whereTo: "成都市" })).rejects.toMatchObject(
    words("member.flaggedAlready"),
  );
  expect((await list(township, { flag: "MOBILE" })).rows.map(({ name, whereTo }) => [name, whereTo])).toEqual(
    [["白玛措姆", "拉萨市"]],
  );
  const [held] = (await view(township, id)).flags;
  const unmark = (toOn: string) => unflagMember(township, { flagId: held?.id, toOn });
  await expect(unmark("2026-09-30")).rejects.toMatchObject(words("member.flagEndsEarly"));
  await unmark("2026-11-20");
  await expect(unmark("2026-11-21")).rejects.toMatchObject(words("member.unflaggedAlready"));
  expect(await names(township, { flag: "MOBILE", on: "2026-11-19" })).toEqual(["白玛措姆"]);
  expect(await names(township, { flag: "MOBILE" })).toEqual([]);
});

test("who somebody is is mended where the roster alone keeps it, and the roster follows", async () => {
  const [fresh] = (await list(township, { q: "新来党员" })).rows;
  const id = fresh?.id ?? "";
  const change = {
    ...standing,
    id,
    name: "改名党员",
    sex: "F",
    birthOn: "1991-02-03",
    ethnicity: "01",
    phone: "13900001111",
  };
  await correctMember(township, { ...change, version: await version(id), duty: "护林岗" });
  expect(await view(township, id)).toMatchObject({
    name: "改名党员",
    birthOn: "1991-02-03",
    ethnicity: "01",
    duty: "护林岗",
    who: { phone: "13900001111" },
  });
  const changes = await database.look<{ field: string; old: string; new: string }>(
    "select field, old, new from change where entity = 'partyMember' and entity_id = $1 and verb = 'partyMember.corrected' order by field",
    [id],
  );
  expect(changes.map(({ field }) => field)).toEqual(["birthOn", "duty", "ethnicity", "name", "phone"]);
  expect(changes.find(({ field }) => field === "phone")?.new).toBe("139****1111");
  // An empty telephone means that it stays; a family's member is not renamed here.
  await correctMember(township, { ...change, phone: "", version: await version(id) });
  expect((await view(township, id)).who?.phone).toBe("13900001111");
  const { drolma } = members;
  await correctMember(township, {
    ...standing,
    ...change,
    joinedOn: "2025-12-20",
    fullOn: "2026-11-20",
    id: drolma.id,
    version: await version(drolma.id),
    name: "别的名字",
  });
  expect((await view(township, drolma.id)).name).toBe("四郎卓玛");
});

test("an organization's number is its roster's where it has one, else what was reported, and never 0 for nothing", async () => {
  await database.look("update party_org set member_count = 21 where id = any ($1)", [
    [partyOrgs.xuetong.id, partyOrgs.yaks.id],
  ]);
  const { rows } = await reading(otherCounty, (scope) => listOrgs(scope, { unitId: divisions.chaya.id }));
  const of = (id: number) => rows.find((row) => row.id === id);
  expect(of(partyOrgs.xuetong.id)).toMatchObject({ roster: { members: 4 }, memberCount: 21 });
  expect(of(partyOrgs.yaks.id)).toMatchObject({ roster: null, memberCount: 21 });
  expect(of(partyOrgs.barley.id)).toMatchObject({ roster: null, memberCount: null });
  const roster = await reading(otherCounty, (scope) => rosterOfOrg(scope, { orgId: partyOrgs.jitang.id }));
  // Beyond one's reach there are numbers and no names.
  expect(roster).toMatchObject({
    within: false,
    own: { members: 2, full: 2 },
    names: [],
    below: { orgs: 1, without: 2 },
  });
});

test("a closed organization hands its roster to its successor from that day; taken back it has it again", async () => {
  const { chaya, prefecture: above } = partyOrgs;
  const before = await names(prefecture, { orgId: chaya.id, below: false });
  expect(before.length).toBeGreaterThan(1);
  const [event] = await database.look<{ id: string }>(
    "insert into tree_event (tree, kind, node_id, target_id, effective_on) values ('PARTY_ORG', 'CLOSE', $1, $2, '2026-11-24') returning id",
    [chaya.id, above.id],
  );
  await database.look("select sec.carry_out(e)::text from tree_event e where e.id = $1", [event?.id]);
  expect(await names(prefecture, { orgId: chaya.id, below: false })).toEqual([]);
  expect(await names(prefecture, { orgId: chaya.id, below: false, on: "2026-11-23" })).toEqual(before);
  expect(await names(prefecture, { orgId: above.id, below: false })).toEqual(before);
  await database.look("select sec.restore_party_org(e, '{}')::text from tree_event e where e.id = $1", [
    event?.id,
  ]);
  expect(await names(prefecture, { orgId: chaya.id, below: false })).toEqual(before);
  expect(await names(prefecture, { orgId: above.id, below: false })).toEqual([]);
});
