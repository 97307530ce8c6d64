// Party organizations are merged or closed with all that hangs on them, and a change is taken back while nothing stands on it.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { mergeOrgs } from "#lib/domains/party-orgs/commands/merge.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { openOrg } from "#lib/domains/party-orgs/commands/open.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { undoOrgChange } from "#lib/domains/party-orgs/commands/undo.ts";
import { withdrawOrgChange } from "#lib/domains/party-orgs/commands/withdraw.ts";
import { orgCandidates } from "#lib/domains/party-orgs/queries/leaders.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { rehearsalOfOrg } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { undoableOrgChange } from "#lib/domains/party-orgs/queries/undoable.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantAccount, plantSmallTree } from "../divisions/small-tree.ts";
import { type Line, plantBranch, plantLine, plantMember, plantOrg, rosterOn } from "./small-line.ts";

const database = testDatabase();
const now = today();
const yesterday = addDays(now, -1);
let at: Places;
let org: Line;
let county: Session;

beforeAll(async () => {
  at = await plantSmallTree(database);
  org = await plantLine(database, at);
  county = await signIn(database, "t-county");
});

const branch = (name: string, place = "一村", setting = "TERRITORIAL") =>
  plantBranch(database, org.东乡!, name, at[place]!, setting);
const pageOf = (id: number) => reading(county, (scope) => getOrg(scope, { id }));
const one = async <Row extends Record<string, unknown>>(text: string, values: unknown[]): Promise<Row> =>
  (await database.look<Row>(text, values))[0] as Row;
const tenureOf = (id: string) =>
  one("select to_on::text as to, end_reason as why from tenure where id = $1", [id]);
const placesOf = async (post: string, day: string) =>
  (
    await one<{ places: number }>(
      "select coalesce((select places from post_quota where post_id = $1 and from_on <= $2 order by from_on desc limit 1), 0) as places",
      [post, day],
    )
  ).places;
const coverageOf = (entity: string, day: string) =>
  database.look(
    "select coverage, party_org_id as org from industry_party where entity_id = $1 and from_on <= $2::date and (to_on is null or to_on > $2::date)",
    [entity, day],
  );
const problem = (key: string, field?: string) => ({
  code: "rule",
  words: expect.objectContaining({ key }),
  ...(field ? { fields: { [field]: expect.anything() } } : {}),
});
const sinceOf = async (eventId: string) =>
  (await reading(county, (scope) => undoableOrgChange(scope, { eventId }))).since;

test("two branches are merged into a third under a new name: members go over, posts end, entities are attached, the past stays", async () => {
  const [whole, one_, two] = [await branch("甲"), await branch("乙"), await branch("丙", "二村")];
  const led = await plantOrg(database, one_.id, "乙小组", "GROUP", at.一村!);
  const input = { id: whole.id, sources: [one_.id, two.id], name: "甲联合党总支", effectiveOn: now };
  const { touched, from, to } = await reading(county, (scope) =>
    rehearsalOfOrg(scope, { kind: "merge", ...input }),
  );
  expect({ from, to }).toEqual({ from: "甲 + 乙 + 丙", to: "甲联合党总支" });
  expect(touched).toMatchObject({ led: 1, handed: 6, posts: 2, tenures: 2, entities: 2 });
  const { nodeId, done } = await mergeOrgs(county, { ...input, documentNo: "组发〔2026〕7号" });
  expect({ nodeId, done }).toEqual({ nodeId: whole.id, done: true });
  expect(await rosterOn(database, whole.id, now)).toHaveLength(9);
  expect(await rosterOn(database, whole.id, yesterday)).toHaveLength(3);
  expect(await rosterOn(database, one_.id, yesterday)).toEqual(["乙1", "乙2", "乙3"]);
  expect(await rosterOn(database, one_.id, now)).toEqual([]);
  for (const ended of [one_, two]) {
    expect(await tenureOf(ended.tenure)).toEqual({ to: now, why: "ORG_CLOSED" });
    expect([await placesOf(ended.post, yesterday), await placesOf(ended.post, now)]).toEqual([1, 0]);
    expect(await coverageOf(ended.entity, now)).toEqual([{ coverage: "ATTACHED", org: whole.id }]);
    expect(await coverageOf(ended.entity, yesterday)).toEqual([{ coverage: "ATTACHED", org: ended.id }]);
  }
  expect(await tenureOf(whole.tenure)).toEqual({ to: null, why: null });
  const page = await pageOf(whole.id);
  expect(page).toMatchObject({ name: "甲联合党总支", roster: { members: 9 } });
  expect(page.led.map(({ id }) => id)).toEqual([led]);
  const gone = await pageOf(one_.id);
  expect(gone).toMatchObject({ closedOn: now, successor: { id: whole.id, name: "甲联合党总支" } });
  expect(
    await one("select detail from search_entry where kind = 'party_org' and subject_id = $1", [
      String(one_.id),
    ]),
  ).toEqual({ detail: "→ 甲联合党总支" });
  const past = await reading(county, (scope) => getOrg(scope, { id: one_.id, on: yesterday }));
  expect({ stood: past.stood, led: past.led.map(({ id }) => id) }).toEqual({ stood: true, led: [led] });
  expect(
    await database.look("select verb from audit_event where subject = $1", [`partyOrg:${whole.id}`]),
  ).toEqual([{ verb: "partyOrg.merged" }]);
});

test("a merger is taken back whole: rosters, posts, tenures, entities and the line are as before", async () => {
  const [whole, other, third] = [await branch("丁"), await branch("戊", "二村"), await branch("己")];
  const led = await plantOrg(database, other.id, "戊小组", "GROUP", at.二村!);
  const state = () =>
    database.look(
      `select (select json_agg(to_jsonb(s) - 'account_id' order by s.id) from party_membership s where s.org_id = any ($1)) as spells,
        (select json_agg(json_build_object('at', m.division_id, 'places', m.places) order by m.id) from party_member m join party_membership s on s.member_id = m.id and s.org_id = any ($1)) as members,
        (select json_agg(to_jsonb(t) - 'version' order by t.id) from tenure t join post p on p.id = t.post_id where p.party_org_id = any ($1)) as tenures,
        (select json_agg(q order by q.post_id, q.from_on) from post_quota q join post p on p.id = q.post_id where p.party_org_id = any ($1)) as quotas,
        (select json_agg(i order by i.id) from industry_party i where i.party_org_id = any ($1)) as entities,
        (select json_agg(a order by a.id) from party_org_affiliation a where a.org_id = any ($1 || $2::int)) as leaders,
        (select json_agg(c order by c.ancestor_id, c.node_id, c.from_on) from party_org_closure c where c.node_id = any ($1 || $2::int)) as line,
        (select json_agg(json_build_object('name', o.name, 'closed', o.closed_on) order by o.id) from party_org o where o.id = any ($1)) as orgs`,
      [[whole.id, other.id, third.id], led],
    );
  const before = await state();
  const { eventId } = await mergeOrgs(county, {
    ...{ id: whole.id, sources: [other.id, third.id], name: "丁大支部", effectiveOn: now },
  });
  expect(await state()).not.toEqual(before);
  expect(await sinceOf(eventId)).toEqual({});
  await undoOrgChange(county, { eventId });
  expect(await state()).toEqual(before);
  const page = await pageOf(other.id);
  expect(page.events.map(({ status }) => status)).toEqual(["UNDONE"]);
  expect((await pageOf(whole.id)).events).toHaveLength(3);
  expect(
    await database.look(
      "select verb, old, new from change where entity = 'partyMember' and entity_id = $1 order by id",
      [other.members[0]!.id],
    ),
  ).toEqual([
    { verb: "orgs.merge", old: "戊", new: `丁 ${now}` },
    { verb: "orgs.undo", old: "丁", new: "戊" },
  ]);
});

test("closing ends the posts and hands the roster over; whoever left on the same day by himself stays gone when it is taken back", async () => {
  const [gone, heir] = [await branch("庚"), await branch("辛", "二村")];
  const [, , leaver] = gone.members;
  const version = (
    await one<{ version: number }>("select version from party_member where id = $1", [leaver!.id])
  ).version;
  await transferMember(county, { id: leaver!.id, version, toOrgId: org.西乡, on: now });
  const { eventId } = await closeOrg(county, { id: gone.id, targetId: heir.id, effectiveOn: now });
  expect(await tenureOf(gone.tenure)).toEqual({ to: now, why: "ORG_CLOSED" });
  expect(await placesOf(gone.post, now)).toBe(0);
  await undoOrgChange(county, { eventId });
  expect(await tenureOf(gone.tenure)).toEqual({ to: null, why: null });
  expect(await placesOf(gone.post, now)).toBe(1);
  expect(await rosterOn(database, gone.id, now)).toEqual(["庚1", "庚2"]);
  expect(await rosterOn(database, heir.id, now)).toHaveLength(3);
});

test("branches on the chain that are merged become joint; an agency's organization serves nobody", async () => {
  const village = await branch("壬村支部");
  const [one_, two] = [
    await plantBranch(database, village.id, "壬一", at.一村!),
    await plantBranch(database, village.id, "壬二", at.一村!),
  ];
  const merged = await mergeOrgs(county, { id: one_.id, sources: [two.id], effectiveOn: now });
  expect(await coverageOf(two.entity, now)).toEqual([{ coverage: "JOINT", org: one_.id }]);
  expect(await coverageOf(one_.entity, now)).toEqual([{ coverage: "JOINT", org: one_.id }]);
  await undoOrgChange(county, { eventId: merged.eventId });
  expect(await coverageOf(one_.entity, now)).toEqual([{ coverage: "OWN", org: one_.id }]);
  const office = await plantOrg(database, org.东乡!, "机关支部", "BRANCH", at.东乡!, "AGENCY");
  await closeOrg(county, { id: two.id, targetId: office, effectiveOn: now });
  expect(await coverageOf(two.entity, now)).toEqual([{ coverage: "NONE", org: null }]);
});

test("whoever stands in the way is told: a new member, a new change, a new post", async () => {
  const [whole, other] = [await branch("癸"), await branch("子", "二村")];
  const { eventId } = await mergeOrgs(county, { id: whole.id, sources: [other.id], effectiveOn: now });
  await plantMember(database, whole, "新党员");
  expect(await sinceOf(eventId)).toEqual({ members: 1 });
  await expect(undoOrgChange(county, { eventId })).rejects.toMatchObject(problem("tree.writtenSince"));
  expect(await rosterOn(database, other.id, now)).toEqual([]);
  const moved = await moveOrg(county, { id: whole.id, leaderId: org.西乡, basis: "LINE", effectiveOn: now });
  expect(await sinceOf(eventId)).toEqual({ members: 1, changes: 1 });
  await undoOrgChange(county, { eventId: moved.eventId });
  expect((await pageOf(whole.id)).line.at(-1)?.name).toBe("东乡党委");
});

test("a founding is taken back when nothing hangs on it, and the organization was there on no day", async () => {
  const { eventId, nodeId } = await openOrg(county, {
    ...{ divisionId: at.三村, setting: "TERRITORIAL", kind: "BRANCH", name: "误建支部" },
    ...{ leaderId: org.西乡, basis: "LINE", effectiveOn: now },
  });
  await plantMember(database, { id: nodeId, divisionId: at.三村! }, "先到的");
  expect(await sinceOf(eventId)).toEqual({ members: 1 });
  await expect(undoOrgChange(county, { eventId })).rejects.toMatchObject(problem("tree.writtenSince"));
  const again = await openOrg(county, {
    ...{ divisionId: at.三村, setting: "TERRITORIAL", kind: "BRANCH", name: "再误建支部" },
    ...{ leaderId: org.西乡, basis: "LINE", effectiveOn: now },
  });
  await undoOrgChange(county, { eventId: again.eventId });
  const tree = await reading(county, (scope) =>
    showOrgTree(scope, { open: [org.市委!, org.县委!, org.西乡!] }),
  );
  expect(tree.map(({ name }) => name)).not.toContain("再误建支部");
  const { rows } = await reading(county, (scope) => listOrgs(scope, { unitId: at.西乡!, q: "再误建" }));
  expect(rows).toEqual([]);
});

test("a move and a renaming come back with the very row of who led", async () => {
  const it = await branch("丑");
  await database.look("update party_org_affiliation set supervising_dept = '农业局' where org_id = $1", [
    it.id,
  ]);
  const { eventId } = await moveOrg(county, {
    id: it.id,
    leaderId: org.西乡,
    basis: "LINE",
    effectiveOn: now,
  });
  await undoOrgChange(county, { eventId });
  expect((await pageOf(it.id)).affiliations).toMatchObject([
    { leaderName: "东乡党委", supervisingDept: "农业局", fromOn: "2020-01-01", toOn: null },
  ]);
  const renamed = await renameOrg(county, { id: it.id, name: "丑改", effectiveOn: now });
  await undoOrgChange(county, { eventId: renamed.eventId });
  expect(await one("select name, pinyin from party_org where id = $1", [it.id])).toEqual({
    name: "丑",
    pinyin: "chou",
  });
});

test("a merger of another day waits, is withdrawn whole, and at midnight takes whoever is there then", async () => {
  const [whole, other] = [await branch("寅"), await branch("卯", "二村")];
  const input = { id: whole.id, sources: [other.id], name: "寅卯", effectiveOn: addDays(now, 3) };
  const first = await mergeOrgs(county, input);
  await withdrawOrgChange(county, { eventId: first.eventId });
  expect((await pageOf(other.id)).events.map(({ status }) => status)).toEqual(["CANCELLED"]);
  await mergeOrgs(county, input);
  await expect(
    closeOrg(county, { id: other.id, targetId: org.东乡, effectiveOn: now }),
  ).rejects.toMatchObject(problem("tree.waiting"));
  await plantMember(database, other, "卯晚");
  await database.look("update tree_event set effective_on = $1 where status = 'SCHEDULED'", [now]);
  const jobs = openJobPool(database.job, 1);
  expect(await applyDueTreeEvents(jobs)).toBe(2);
  await jobs.end();
  expect(await rosterOn(database, whole.id, now)).toHaveLength(7);
  expect(
    await database.look("select verb from audit_event where verb = 'partyOrg.merged' and subject = $1", [
      `partyOrg:${other.id}`,
    ]),
  ).toHaveLength(1);
});

test("whose sight would change is counted for the organization department too, which looks after no accounts", async () => {
  const [whole, other] = [await branch("巳"), await branch("午", "二村")];
  await plantAccount(database, "t-org", "COUNTY_ORG_DEPT", at.甲县!);
  await plantAccount(database, "t-first", "FIRST_SECRETARY", at.一村!);
  await plantAccount(database, "t-second", "FIRST_SECRETARY", at.二村!);
  const department = await signIn(database, "t-org");
  const input = { kind: "merge" as const, id: whole.id, sources: [other.id], effectiveOn: now };
  for (const session of [county, department]) {
    const { touched } = await reading(session, (scope) => rehearsalOfOrg(scope, input));
    expect(touched).toMatchObject({
      gain: { count: 1, names: ["t-first"] },
      lose: { count: 1, names: ["t-second"] },
    });
  }
});

test("nothing chosen, itself, or beyond the right is refused; only what one may change is offered", async () => {
  const it = await branch("辰");
  const merge = (sources: number[]) => mergeOrgs(county, { id: it.id, sources, effectiveOn: now });
  await expect(merge([])).rejects.toMatchObject(problem("partyOrg.mergeNone", "sources"));
  await expect(merge([it.id])).rejects.toMatchObject(problem("tree.successorIsItself"));
  await expect(merge([org.东乡!])).rejects.toMatchObject(problem("tree.cycle"));
  await expect(merge([org.市委!])).rejects.toMatchObject({ code: "refused" });
  const west = await plantBranch(database, org.西乡!, "西支部", at.三村!);
  const township = await signIn(database, "t-township");
  await expect(
    mergeOrgs(township, { id: it.id, sources: [west.id], effectiveOn: now }),
  ).rejects.toMatchObject({ code: "refused" });
  const offered = await reading(township, (scope) => orgCandidates(scope, { id: it.id, kind: "merge" }));
  expect(offered.map(({ name }) => name)).toContain("甲联合党总支");
  expect(offered.map(({ name }) => name)).not.toContain("西支部");
  const done = await closeOrg(county, { id: west.id, targetId: org.西乡, effectiveOn: now });
  await expect(undoOrgChange(township, { eventId: done.eventId })).rejects.toMatchObject({ code: "refused" });
});
