// How many members an organization has, and who is its secretary, has one answer: on its page, in the lists, the tree and the sums.
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { type Lacking, membersOf } from "#lib/domains/party-orgs/party-org.ts";
import { showOnChart } from "#lib/domains/party-orgs/queries/chart.ts";
import { listOrgs, type OrgRow } from "#lib/domains/party-orgs/queries/list.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { sumUpOrgs } from "#lib/domains/party-orgs/queries/sum-up.ts";
import { listTerms } from "#lib/domains/party-orgs/queries/terms.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { partyOrgs } = world;
let organizer: Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  organizer = await signIn(database, world.accounts.organizer.username);
  // What was reported differs from every roster, and is all there is where no roster was entered; typed secretaries stand everywhere.
  await database.look(
    "update party_org set member_count = 60 + id, secretary = '填报的书记' where id <> $1",
    [partyOrgs.prefecture.id],
  );
});
afterAll(() => holdToday(null));

const asked = <T>(ask: (scope: Parameters<Parameters<typeof reading>[1]>[0]) => Promise<T>) =>
  reading(organizer, ask);
const listed = async (lacking: Lacking | null): Promise<OrgRow[]> =>
  (await asked((scope) => listOrgs(scope, { lacking }))).rows;
const sum = (rows: readonly { members: number; unreported: number }[]) => ({
  members: rows.reduce((all, row) => all + row.members, 0),
  unreported: rows.reduce((all, row) => all + row.unreported, 0),
});

test("a filter of the list finds exactly the organizations whose pages say that they lack it", async () => {
  const all = await listed(null);
  expect(all.some(({ roster }) => roster !== null)).toBe(true);
  const lacks = new Map<number, string[]>();
  for (const { id } of all)
    lacks.set(
      id,
      (await asked((scope) => getOrg(scope, { id }))).life.lacks.map(({ kind }) => kind),
    );
  const saying = (...kinds: string[]) =>
    all.filter(({ id }) => lacks.get(id)?.some((kind) => kinds.includes(kind))).map(({ id }) => id);
  const found = async (lacking: Lacking) => (await listed(lacking)).map(({ id }) => id);
  expect(await found("members")).toEqual(saying("members"));
  expect(await found("few")).toEqual(saying("fewMembers"));
  expect(await found("size")).toEqual(saying("manyForBranch", "manyForGeneral", "fewForGeneral"));
  expect(await found("secretary")).toEqual(saying("secretary"));
  expect(await found("noTerm")).toEqual(saying("noTerm"));
  expect(saying("members"), "nobody told").toEqual([partyOrgs.prefecture.id]);
  expect(saying("fewMembers", "manyForBranch").length).toBeGreaterThan(0);
  const open = (await asked((scope) => showOrgTree(scope, { open: all.map(({ id }) => id) }))).filter(
    ({ lacking }) => lacking,
  );
  expect(open.map(({ id }) => id).sort()).toEqual(saying("members", "secretary").sort());
});

test("a name is found by any piece of it, by full pinyin and by initials; and whatever is found bears it", async () => {
  const all = await listed(null);
  const keys = new Map(all.map(({ id, name }) => [id, nameKeys(name)]));
  const [first] = all;
  const { pinyin, initials } = keys.get(first!.id)!;
  const words = [
    "支部",
    "部",
    first!.name,
    first!.name.slice(1, 3),
    pinyin,
    initials.slice(0, 3),
    "没有这样的名字",
  ];
  for (const q of words) {
    const bears = ({ id, name }: OrgRow) =>
      name.includes(q) || keys.get(id)!.pinyin.startsWith(q) || keys.get(id)!.initials.startsWith(q);
    const found = await asked((scope) => listOrgs(scope, { q }));
    expect(
      found.rows.map(({ id }) => id),
      q,
    ).toEqual(all.filter(bears).map(({ id }) => id));
    expect(found.total, q).toBe(found.rows.length);
  }
  expect((await asked((scope) => listOrgs(scope, { q: "支部" }))).total).toBeGreaterThan(0);
});

test("the sums of each line are those of the list: by roster, else as reported", async () => {
  const all = await listed(null);
  const known = all.map(membersOf);
  const whole = {
    members: known.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    unreported: known.filter((count) => count === null).length,
  };
  for (const by of ["party", "department", "place"] as const)
    expect(sum((await asked((scope) => sumUpOrgs(scope, { by, at: null }))).rows), by).toEqual(whole);
  const { members } = await asked((scope) => showOnChart(scope, { id: partyOrgs.prefecture.id }));
  expect(members).toBe(whole.members);
});

test("where a post of secretary is kept and empty, what was typed answers nothing", async () => {
  const page = await asked((scope) => getOrg(scope, { id: partyOrgs.xuetong.id }));
  const terms = await asked((scope) => listTerms(scope, { window: "all" }));
  const rows = new Map((await listed(null)).map((row) => [row.id, row.secretary]));
  const behind = await asked((scope) => viewRows(scope, { indicator: "F1.6", p: "2026", part: "all" }));
  expect(behind.orgs?.length).toBeGreaterThan(0);
  for (const row of behind.orgs ?? []) expect(row.secretary, row.name).toBe(rows.get(row.orgId));
  for (const row of terms.rows) expect(row.secretary, row.name).toBe(rows.get(row.id));
  await database.look(
    "update tenure t set to_on = '2026-11-20', end_reason = 'TRANSFERRED' from post p where p.id = t.post_id and p.principal and p.party_org_id = $1 and t.to_on is null",
    [partyOrgs.xuetong.id],
  );
  const now = await asked((scope) => getOrg(scope, { id: partyOrgs.xuetong.id }));
  expect(page.life.lacks.map(({ kind }) => kind)).not.toContain("secretary");
  const [lack] = now.life.lacks;
  expect(lack).toMatchObject({ kind: "secretary", postId: expect.any(String) });
  expect((await listed("secretary")).map(({ id }) => id)).toContain(partyOrgs.xuetong.id);
});
