// An organization is split: what it led and the members that were chosen go to a new one, dated, and come back when it is taken back.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { splitOrg } from "#lib/domains/party-orgs/commands/split.ts";
import { undoOrgChange } from "#lib/domains/party-orgs/commands/undo.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { partsOfOrg } from "#lib/domains/party-orgs/queries/parts.ts";
import { rehearsalOfOrg } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { undoableOrgChange } from "#lib/domains/party-orgs/queries/undoable.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";
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

/** A branch of three members that leads two groups. */
async function whole(name: string) {
  const branch = await plantBranch(database, org.东乡!, name, at.一村!, "TERRITORIAL");
  const groups = [];
  for (const no of ["一", "二"])
    groups.push(await plantOrg(database, branch.id, `${name}${no}组`, "GROUP", at.一村!));
  return { ...branch, groups };
}
const pageOf = (id: number) => reading(county, (scope) => getOrg(scope, { id }));
const madeBy = async (event: string) =>
  (
    await database.look<{ made: number }>(
      "select (detail->>'madeId')::int as made from tree_event where id = $1",
      [event],
    )
  )[0]?.made as number;
const problem = (key: string, field: string) => ({
  code: "rule",
  words: expect.objectContaining({ key }),
  fields: { [field]: expect.anything() },
});

test("a group and two members go to a new branch in another village; yesterday they stood where they were", async () => {
  const { id, groups, members, post } = await whole("甲");
  const parts = await reading(county, (scope) => partsOfOrg(scope, { id }));
  expect(parts.children.map(({ name }) => name)).toEqual(["甲一组", "甲二组"]);
  expect(parts.members.map(({ name }) => name).sort()).toEqual(["甲1", "甲2", "甲3"]);
  expect(parts.seats.map(({ name }) => name)).toEqual(expect.arrayContaining(["一村", "二村"]));
  const input = {
    ...{ id, name: "甲新支部", orgKind: "BRANCH", seatId: String(at.二村), documentNo: "组发〔2026〕9号" },
    ...{ children: [String(groups[0])], members: members.slice(0, 2).map((one) => one.id), effectiveOn: now },
  };
  const rehearsal = await reading(county, (scope) => rehearsalOfOrg(scope, { kind: "split", ...input }));
  expect(rehearsal).toMatchObject({ to: "甲新支部", touched: { given: 1, handed: 2, holding: 1 } });
  const { eventId } = await splitOrg(county, input);
  const made = await madeBy(eventId);
  expect(await rosterOn(database, made, now)).toEqual(["甲1", "甲2"]);
  expect(await rosterOn(database, id, now)).toEqual(["甲3"]);
  expect(await rosterOn(database, id, yesterday)).toEqual(["甲1", "甲2", "甲3"]);
  const page = await pageOf(made);
  expect(page).toMatchObject({ leaderName: "东乡党委", divisionId: at.二村, kind: "BRANCH" });
  expect(page.led.map(({ id: led }) => led)).toEqual([groups[0]]);
  expect(page.events[0]).toMatchObject({ kind: "OPEN", splitFrom: "甲", documentNo: "组发〔2026〕9号" });
  expect((await pageOf(id)).led.map(({ id: led }) => led)).toEqual([groups[1]]);
  // Its posts and who holds them stay.
  expect(
    await database.look("select places from post_quota where post_id = $1 order by from_on", [post]),
  ).toEqual([{ places: 1 }]);
});

test("nothing, everything, or what is not its own is refused beside the field", async () => {
  const { id, groups, members } = await whole("乙");
  const other = await whole("丙");
  const split = (more: object) =>
    splitOrg(county, { id, name: "乙新支部", orgKind: "BRANCH", effectiveOn: now, ...more });
  await expect(split({})).rejects.toMatchObject(problem("partyOrg.partEmpty", "members"));
  await expect(
    split({ children: groups.map(String), members: members.map((one) => one.id) }),
  ).rejects.toMatchObject(problem("partyOrg.partWhole", "members"));
  await expect(split({ children: [String(other.id)] })).rejects.toMatchObject(
    problem("tree.changed", "children"),
  );
  await expect(split({ members: [other.members[0]!.id] })).rejects.toMatchObject(
    problem("tree.changed", "members"),
  );
  await expect(split({ children: [String(groups[0])], seatId: String(at.四村) })).rejects.toMatchObject({
    code: "refused",
  });
});

test("a split is taken back whole, and the new one was there on no day; not when somebody came to it", async () => {
  const { id, groups, members } = await whole("丁");
  const input = {
    ...{ id, name: "丁新支部", orgKind: "BRANCH", effectiveOn: now },
    ...{ children: [String(groups[1])], members: [members[0]!.id] },
  };
  const first = await splitOrg(county, input);
  const made = await madeBy(first.eventId);
  await undoOrgChange(county, { eventId: first.eventId });
  expect(await rosterOn(database, id, now)).toEqual(["丁1", "丁2", "丁3"]);
  expect((await pageOf(id)).led.map(({ id: led }) => led)).toEqual(groups);
  expect(await pageOf(made)).toMatchObject({
    closedOn: now,
    openedOn: now,
    affiliations: [],
    line: expect.anything(),
  });
  expect(
    await database.look("select 1 from search_entry where kind = 'party_org' and subject_id = $1", [
      String(made),
    ]),
  ).toEqual([]);

  const second = await splitOrg(county, { ...input, name: "丁又一支部" });
  await plantMember(database, { id: await madeBy(second.eventId), divisionId: at.一村! }, "后来的");
  const { since } = await reading(county, (scope) => undoableOrgChange(scope, { eventId: second.eventId }));
  expect(since).toEqual({ members: 1 });
});

test("a split of another day takes whoever still stands there", async () => {
  const { id, members } = await whole("戊");
  const { eventId } = await splitOrg(county, {
    ...{ id, name: "戊新支部", orgKind: "BRANCH", effectiveOn: addDays(now, 5) },
    members: members.slice(0, 2).map((one) => one.id),
  });
  const [{ version } = { version: 0 }] = await database.look<{ version: number }>(
    "select version from party_member where id = $1",
    [members[0]!.id],
  );
  await transferMember(county, { id: members[0]!.id, version, toOrgId: org.西乡, on: now });
  await database.look("update tree_event set effective_on = $2 where id = $1", [eventId, now]);
  const jobs = openJobPool(database.job, 1);
  expect(await applyDueTreeEvents(jobs)).toBe(1);
  await jobs.end();
  expect(await rosterOn(database, await madeBy(eventId), now)).toEqual(["戊2"]);
});
