// A village is split, others are merged, and a change is taken back while nothing stands on it; what was counted before stays.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { mergeDivisions } from "#lib/domains/divisions/commands/merge.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { renameDivision } from "#lib/domains/divisions/commands/rename.ts";
import { splitDivision } from "#lib/domains/divisions/commands/split.ts";
import { undoDivisionChange } from "#lib/domains/divisions/commands/undo.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { partsOf } from "#lib/domains/divisions/queries/parts.ts";
import { rehearsalOfDivision } from "#lib/domains/divisions/queries/rehearsal.ts";
import { undoableChange } from "#lib/domains/divisions/queries/undoable.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantAccount, plantDivision, plantHousehold, plantSmallTree } from "./small-tree.ts";

const database = testDatabase();
let at: Places;
let county: Session;
const now = today();

beforeAll(async () => {
  at = await plantSmallTree(database);
  county = await signIn(database, "t-county");
});

/** A village of its own for each test: four households, two of them of the upper group, one of those with a helper. */
async function village(name: string) {
  const id = await plantDivision(database, at.东乡 as number, name);
  const homes = [];
  for (const no of [1, 2, 3, 4])
    homes.push(await plantHousehold(database, `${name}${no}`, id, no === 1 ? "扎西" : undefined));
  await database.look("update household set group_name = '上组' where id = any ($1)", [homes.slice(0, 2)]);
  return { id, homes: homes as string[] };
}
const homesOf = async (division: number) =>
  (
    await database.look<{ no: string }>(
      "select household_no as no from household where division_id = $1 order by 1",
      [division],
    )
  ).map(({ no }) => no);
const countedOn = async (division: number, day: string) =>
  (
    await database.look<{ count: number }>(
      "select count(*)::int as count from fact_households($2::date) where division_id = $1",
      [division, day],
    )
  )[0]?.count;
const madeBy = async (event: string) =>
  (
    await database.look<{ made: number }>(
      "select (detail->>'madeId')::int as made from tree_event where id = $1",
      [event],
    )
  )[0]?.made as number;
const problem = (key: string, field?: string) => ({
  code: "rule",
  words: expect.objectContaining({ key }),
  ...(field ? { fields: { [field]: expect.anything() } } : {}),
});

test("a group and one household go to a new village with their pairings; yesterday counts them where they were", async () => {
  const { id, homes } = await village("甲试村");
  const parts = await reading(county, (scope) => partsOf(scope, { id }));
  expect(parts).toMatchObject({ groups: [{ name: "上组", households: 2 }], ungrouped: 2 });
  const input = {
    id,
    name: "甲新村",
    groups: ["上组"],
    numbers: "甲试村3",
    effectiveOn: now,
    documentNo: "昌民〔2026〕9号",
  };
  const { touched } = await reading(county, (scope) =>
    rehearsalOfDivision(scope, { kind: "split", ...input }),
  );
  expect(touched).toMatchObject({ households: 3, pairings: 1, visits: 0, below: 0 });
  const { eventId } = await splitDivision(county, input);
  const made = await madeBy(eventId);
  expect(await homesOf(made)).toEqual(["甲试村1", "甲试村2", "甲试村3"]);
  expect(await homesOf(id)).toEqual(["甲试村4"]);
  expect(await database.look("select division_id from pairing where household_id = $1", [homes[0]])).toEqual([
    { division_id: made },
  ]);
  expect([await countedOn(id, now), await countedOn(made, now)]).toEqual([1, 3]);
  const yesterday = addDays(now, -1);
  expect([await countedOn(id, yesterday), await countedOn(made, yesterday)]).toEqual([4, 0]);
  const page = await reading(county, (scope) => getDivision(scope, { id: made }));
  expect(page.events[0]).toMatchObject({ kind: "OPEN", splitFrom: "甲试村", documentNo: "昌民〔2026〕9号" });
  expect(
    await database.look("select old, new, verb from change where household_id = $1 and field = 'division'", [
      homes[0],
    ]),
  ).toEqual([{ old: "甲试村", new: "甲新村", verb: "divisions.split" }]);
});

test("a part that is nothing, everything, or of another village is refused beside its field", async () => {
  const { id } = await village("乙试村");
  const split = (more: object) => splitDivision(county, { id, name: "乙新村", effectiveOn: now, ...more });
  await expect(split({})).rejects.toMatchObject(problem("division.partEmpty", "numbers"));
  await expect(split({ groups: ["上组"], numbers: "乙试村3、乙试村4" })).rejects.toMatchObject(
    problem("division.partWhole", "numbers"),
  );
  await expect(split({ numbers: "乙试村1 甲试村4" })).rejects.toMatchObject(
    problem("division.notOfHere", "numbers"),
  );
  await expect(split({ children: [at.二村] })).rejects.toMatchObject(problem("tree.changed", "children"));
});

test("a split that waits for its day takes the households that belong to the group on that day", async () => {
  const { id, homes } = await village("丙试村");
  const { eventId } = await splitDivision(county, {
    id,
    name: "丙新村",
    groups: ["上组"],
    effectiveOn: addDays(now, 3),
  });
  await database.look("update household set group_name = '上组' where id = $1", [homes[2]]);
  await database.look("update tree_event set effective_on = $2 where id = $1", [eventId, now]);
  const jobs = openJobPool(database.job, 1);
  await applyDueTreeEvents(jobs);
  await jobs.end();
  expect(await homesOf(await madeBy(eventId))).toEqual(["丙试村1", "丙试村2", "丙试村3"]);
});

test("a split is taken back whole while nothing was written since, and the new village was there on no day", async () => {
  const { id } = await village("丁试村");
  const { eventId } = await splitDivision(county, { id, name: "丁新村", groups: ["上组"], effectiveOn: now });
  const made = await madeBy(eventId);
  await undoDivisionChange(county, { eventId });
  expect(await homesOf(id)).toHaveLength(4);
  expect([await countedOn(id, now), await countedOn(made, now)]).toEqual([4, 0]);
  const above = await reading(county, (scope) => getDivision(scope, { id: at.东乡 }));
  expect(above.children.map(({ name }) => name)).not.toContain("丁新村");
  expect(
    await database.look("select 1 from search_entry where kind = 'division' and subject_id = $1", [
      String(made),
    ]),
  ).toEqual([]);
  expect(
    await database.look("select verb from audit_event where subject = $1 order by id", [`division:${id}`]),
  ).toEqual([{ verb: "division.split" }, { verb: "division.changeUndone" }]);
});

test("changes made one after another are taken back one after another, the last first", async () => {
  const { id } = await village("连试村");
  const merged = await village("连旁村");
  const first = await mergeDivisions(county, { id, sources: [String(merged.id)], effectiveOn: now });
  const second = await splitDivision(county, { id, name: "连新村", groups: ["上组"], effectiveOn: now });
  await expect(undoDivisionChange(county, { eventId: first.eventId })).rejects.toMatchObject(
    problem("tree.writtenSince"),
  );
  await undoDivisionChange(county, { eventId: second.eventId });
  await undoDivisionChange(county, { eventId: first.eventId });
  expect([await countedOn(id, now), await countedOn(merged.id, now)]).toEqual([4, 4]);
});

test("a new village on which anything hangs is not taken back, whatever it is", async () => {
  const { eventId, nodeId } = await openDivision(county, {
    parentId: at.东乡,
    name: "空试村",
    effectiveOn: now,
  });
  await database.look("insert into person (name, division_id) values ('新来的干部', $1)", [nodeId]);
  const undoable = await reading(county, (scope) => undoableChange(scope, { eventId }));
  expect(undoable.since).toEqual({ others: 1 });
  await expect(undoDivisionChange(county, { eventId })).rejects.toMatchObject(problem("tree.writtenSince"));
  await database.look("delete from person where division_id = $1", [nodeId]);
  await undoDivisionChange(county, { eventId });
});

test("the history of a household names who split and who took it back", async () => {
  const { id, homes } = await village("癸试村");
  const { eventId } = await splitDivision(county, { id, name: "癸新村", groups: ["上组"], effectiveOn: now });
  await undoDivisionChange(await signIn(database, "t-prefecture"), { eventId });
  expect(
    await database.look(
      "select verb, account_name from change where household_id = $1 and field = 'division' order by id",
      [homes[0]],
    ),
  ).toEqual([
    { verb: "divisions.split", account_name: "t-county" },
    { verb: "divisions.undo", account_name: "t-prefecture" },
  ]);
});

test("after a visit nothing is taken back: it is said what was written", async () => {
  const { id, homes } = await village("戊试村");
  const { eventId } = await splitDivision(county, { id, name: "戊新村", groups: ["上组"], effectiveOn: now });
  const made = await madeBy(eventId);
  await database.look(
    "insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation) values (new_id(), $1, $2, $2, $3, 'HOME', 'NORMAL')",
    [homes[0], made, now],
  );
  const undoable = await reading(county, (scope) => undoableChange(scope, { eventId }));
  expect(undoable.since).toEqual({ visits: 1 });
  await expect(undoDivisionChange(county, { eventId })).rejects.toMatchObject(problem("tree.writtenSince"));
  expect(await homesOf(made)).toHaveLength(2);
});

test("two villages are merged into a third under a new name, and the three come back together", async () => {
  const [one, two, three] = [await village("己一村"), await village("己二村"), await village("己三村")];
  const merged = await mergeDivisions(county, {
    id: one.id,
    sources: [two.id, three.id],
    name: "己大村",
    effectiveOn: now,
  });
  const page = await reading(county, (scope) => getDivision(scope, { id: one.id }));
  expect(page).toMatchObject({ name: "己大村", households: 12 });
  expect(page.events.map(({ kind }) => kind).sort()).toEqual(["MERGE", "MERGE", "RENAME"]);
  await undoDivisionChange(county, { eventId: merged.eventId });
  const again = await reading(county, (scope) => getDivision(scope, { id: one.id }));
  expect(again).toMatchObject({
    name: "己一村",
    households: 4,
    events: [{ status: "UNDONE" }, { status: "UNDONE" }, { status: "UNDONE" }],
  });
  const back = await reading(county, (scope) => getDivision(scope, { id: three.id }));
  expect(back).toMatchObject({ closedOn: null, successor: null, households: 4 });
});

test("a later change of the same place must be taken back first", async () => {
  const { id } = await village("庚试村");
  const first = await moveDivision(county, { id, targetId: at.西乡, effectiveOn: now });
  const second = await moveDivision(county, { id, targetId: at.东乡, effectiveOn: now });
  await expect(undoDivisionChange(county, { eventId: first.eventId })).rejects.toMatchObject(
    problem("tree.writtenSince"),
  );
  await undoDivisionChange(county, { eventId: second.eventId });
  await undoDivisionChange(county, { eventId: first.eventId });
  const page = await reading(county, (scope) => getDivision(scope, { id }));
  expect(page.trail.at(-1)?.name).toBe("东乡");
});

test("a renaming taken back is found by its old name and its letters again", async () => {
  const { id } = await village("辛试村");
  const { eventId } = await renameDivision(county, { id, name: "辛改村", effectiveOn: now });
  await undoDivisionChange(county, { eventId });
  expect(await database.look("select name, pinyin from division where id = $1", [id])).toEqual([
    { name: "辛试村", pinyin: "xinshicun" },
  ]);
});

test("who may not change both places takes nothing back", async () => {
  const { id } = await village("壬试村");
  const { eventId } = await moveDivision(county, { id, targetId: at.西乡, effectiveOn: now });
  await plantAccount(database, "t-other", "COUNTY_ADMIN", at.乙县 as number);
  const other = await signIn(database, "t-other");
  await expect(undoDivisionChange(other, { eventId })).rejects.toMatchObject({ code: "refused" });
});
