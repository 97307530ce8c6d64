// Divisions are opened, renamed, moved and closed by their administrators, from today on or later, and every deed is told.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { rehearseDivisionChange } from "#lib/domains/divisions/commands/rehearse.ts";
import { renameDivision } from "#lib/domains/divisions/commands/rename.ts";
import { withdrawDivisionChange } from "#lib/domains/divisions/commands/withdraw.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { rehearsalOfDivision } from "#lib/domains/divisions/queries/rehearsal.ts";
import { showDivisionTree } from "#lib/domains/divisions/queries/tree.ts";
import { applyDueTreeEvents } from "#lib/domains/divisions/tree-tick.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantDivision, plantHousehold, plantSmallTree } from "./small-tree.ts";

const database = testDatabase();
let at: Places;
let county: Session;
let township: Session;
let reader: Session;
const now = today();
const tomorrow = addDays(now, 1);

beforeAll(async () => {
  at = await plantSmallTree(database);
  await plantHousehold(database, "一1", at.一村!, "扎西");
  await plantHousehold(database, "二1", at.二村!);
  county = await signIn(database, "t-county");
  township = await signIn(database, "t-township");
  reader = await signIn(database, "t-reader");
});

const pathOf = async (node: number, on = now) =>
  (
    await database.look<{ name: string }>(
      `select d.name from division_closure c join division d on d.id = c.ancestor_id
       where c.node_id = $1 and c.from_on <= $2::date and (c.to_on is null or c.to_on > $2::date) order by c.depth desc`,
      [node, on],
    )
  ).map((row) => row.name);

const told = (verb: string, node: number) =>
  database.look<{ facts: Record<string, unknown>; account_name: string | null }>(
    "select facts, account_name from audit_event where verb = $1 and subject = $2",
    [verb, `division:${node}`],
  );

const field = (key: string) => ({ code: "rule", words: { key }, fields: expect.anything() });

test("a county administrator opens a village: it is there at once, is found by pinyin and initials, and the trail tells it", async () => {
  const { nodeId, done } = await openDivision(county, {
    parentId: at.东乡,
    name: "新绿村",
    effectiveOn: "今天",
    documentNo: "昌民发〔2026〕7号",
  });
  expect(done).toBe(true);
  expect((await pathOf(nodeId)).slice(1)).toEqual(["甲县", "东乡", "新绿村"]);
  const [row] = await database.look(
    "select level, pinyin, initials, opened_on::text from division where id = $1",
    [nodeId],
  );
  expect(row).toEqual({ level: "VILLAGE", pinyin: "xinlvcun", initials: "xlc", opened_on: now });
  for (const q of ["新绿", "xinlv", "xlc", "绿"]) {
    const found = await reading(county, (scope) => findAnything(scope, { q, kinds: ["division"] }));
    expect(found.groups[0]?.hits[0], q).toMatchObject({
      id: String(nodeId),
      title: "新绿村",
      detail: "东乡",
      href: `/divisions/${nodeId}`,
    });
  }
  expect(await told("division.opened", nodeId)).toMatchObject([
    { account_name: "t-county", facts: { name: "新绿村", under: at.东乡 } },
  ]);
  const page = await reading(county, (scope) => getDivision(scope, { id: nodeId }));
  expect(page.events).toMatchObject([{ kind: "OPEN", status: "DONE", documentNo: "昌民发〔2026〕7号" }]);
});

test("a day before today is refused beside the date, and so is one that cannot be read", async () => {
  const open = (effectiveOn: string) =>
    openDivision(county, { parentId: at.东乡, name: "某村", effectiveOn });
  await expect(open(addDays(now, -1))).rejects.toMatchObject({
    fields: { effectiveOn: [{ key: "tree.pastDay" }] },
  });
  await expect(open("昨年")).rejects.toMatchObject({ fields: { effectiveOn: [{ key: "day" }] } });
  await expect(open("")).rejects.toMatchObject({ fields: { effectiveOn: [{ key: "required" }] } });
});

test("whoever may only read is refused by name, also the administrator of another place; what is not there is not found", async () => {
  const rename = (session: Session, id: number) =>
    renameDivision(session, { id, name: "别名", effectiveOn: now });
  await expect(rename(reader, at.一村!)).rejects.toMatchObject({ code: "refused" });
  await expect(rename(township, at.三村!)).rejects.toMatchObject({ code: "refused" });
  await expect(rename(county, 999_999_999)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    moveDivision(township, { id: at.一村, targetId: at.西乡, effectiveOn: now }),
  ).rejects.toMatchObject({ code: "refused" });
});

test("a renamed township keeps its old name in the tree of yesterday, and is found by the new one", async () => {
  const id = await plantDivision(database, at.甲县!, "旧名乡");
  await renameDivision(county, { id, name: "新名镇", effectiveOn: now });
  const nameOn = async (on: string) => {
    const { rows } = await reading(county, (scope) => showDivisionTree(scope, { on, open: [at.甲县!] }));
    return rows.find((row) => row.id === id)?.name;
  };
  expect(await nameOn(now)).toBe("新名镇");
  expect(await nameOn(addDays(now, -1))).toBe("旧名乡");
  expect(await told("division.renamed", id)).toMatchObject([{ facts: { from: "旧名乡", to: "新名镇" } }]);
  expect(
    await database.look("select old, new from change where entity = 'division' and entity_id = $1", [
      String(id),
    ]),
  ).toEqual([{ old: "旧名乡", new: "新名镇" }]);
  await expect(renameDivision(county, { id, name: "新名镇", effectiveOn: now })).rejects.toMatchObject(
    field("tree.sameNameAsNow"),
  );
});

test("before a village moves, the rehearsal counts households, pairings and accounts that gain or lose sight", async () => {
  const { query } = await rehearseDivisionChange(county, {
    kind: "move",
    id: String(at.一村),
    targetId: String(at.西乡),
    effectiveOn: "今天",
    documentNo: "",
  });
  expect(query).toEqual({ kind: "move", targetId: String(at.西乡), effectiveOn: now });
  const rehearsal = await reading(county, (scope) =>
    rehearsalOfDivision(scope, { kind: "move", id: at.一村!, targetId: at.西乡, effectiveOn: now }),
  );
  expect(rehearsal).toMatchObject({
    from: "东乡",
    to: "西乡",
    touched: {
      households: 1,
      pairings: 1,
      below: 1,
      gain: { count: 1, names: ["t-west"] },
      lose: { count: 2, names: ["t-reader", "t-township"] },
    },
  });
  expect(await pathOf(at.一村!)).toContain("东乡");
});

test("a village moves with its groups: sight follows today, yesterday's tree stays as it was", async () => {
  const sees = async (who: string) => {
    const session = await signIn(database, who);
    const rows = await reading(session, ({ sql }) => sql`select 1 from household where household_no = '一1'`);
    return rows.length === 1;
  };
  expect([await sees("t-township"), await sees("t-west")]).toEqual([true, false]);
  await moveDivision(county, { id: at.一村, targetId: at.西乡, effectiveOn: now });
  expect((await pathOf(at.一组!)).slice(1)).toEqual(["甲县", "西乡", "一村", "一组"]);
  expect((await pathOf(at.一组!, addDays(now, -1))).slice(1)).toEqual(["甲县", "东乡", "一村", "一组"]);
  expect([await sees("t-township"), await sees("t-west")]).toEqual([false, true]);
  expect(await told("division.moved", at.一村!)).toMatchObject([
    { facts: { from: at.东乡, to: at.西乡, done: true } },
  ]);
});

test("a village cannot stand under a county, nor anything under itself, nor move to where it is", async () => {
  const move = (id: number, targetId: number) => moveDivision(county, { id, targetId, effectiveOn: now });
  await expect(move(at.三村!, at.甲县!)).rejects.toMatchObject(field("division.level"));
  await expect(move(at.甲县!, at.一村!)).rejects.toMatchObject(field("tree.cycle"));
  await expect(move(at.三村!, at.西乡!)).rejects.toMatchObject(field("tree.alreadyThere"));
});

test("a closed township hands its open villages to its successor and hangs under it; nothing can be done to it any more", async () => {
  const old = await plantDivision(database, at.甲县!, "撤乡");
  const village = await plantDivision(database, old, "随迁村");
  await closeDivision(county, { id: old, targetId: at.西乡, effectiveOn: now });
  expect((await pathOf(old)).slice(1)).toEqual(["甲县", "西乡", "撤乡"]);
  expect((await pathOf(village)).slice(1)).toEqual(["甲县", "西乡", "随迁村"]);
  expect((await pathOf(village, addDays(now, -1))).slice(1)).toEqual(["甲县", "撤乡", "随迁村"]);
  const page = await reading(county, (scope) => getDivision(scope, { id: village }));
  expect(page.events).toMatchObject([
    { kind: "MOVE", along: true, oldParentName: "撤乡", otherName: "西乡" },
  ]);
  await expect(moveDivision(county, { id: village, targetId: old, effectiveOn: now })).rejects.toMatchObject(
    field("tree.closed"),
  );
  await expect(renameDivision(county, { id: old, name: "又名", effectiveOn: now })).rejects.toMatchObject({
    words: { key: "tree.closed" },
  });
  await expect(
    closeDivision(county, { id: at.东乡, targetId: at.三村, effectiveOn: now }),
  ).rejects.toMatchObject(field("division.successorLevel"));
});

test("a change for tomorrow waits, can be withdrawn, and is carried out by the tick of its day", async () => {
  const id = await plantDivision(database, at.东乡!, "待迁村");
  const waiting = await moveDivision(county, { id, targetId: at.西乡, effectiveOn: tomorrow });
  expect(waiting.done).toBe(false);
  expect(await pathOf(id)).toContain("东乡");
  await expect(closeDivision(county, { id, targetId: at.二村, effectiveOn: now })).rejects.toMatchObject({
    words: { key: "tree.waiting" },
  });
  await withdrawDivisionChange(county, { eventId: waiting.eventId });
  await expect(withdrawDivisionChange(county, { eventId: waiting.eventId })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await told("division.changeWithdrawn", id)).toHaveLength(1);

  const again = await moveDivision(county, { id, targetId: at.西乡, effectiveOn: tomorrow });
  const opening = await openDivision(county, { parentId: at.东乡, name: "后天村", effectiveOn: tomorrow });
  const jobs = openJobPool(database.job, 1);
  expect(await applyDueTreeEvents(jobs)).toBe(0);
  await database.look("update tree_event set effective_on = $2 where id = any ($1)", [
    [again.eventId, opening.eventId],
    now,
  ]);
  expect(await applyDueTreeEvents(jobs)).toBe(2);
  await jobs.end();
  expect(await pathOf(id)).toContain("西乡");
  const [made] = await database.look<{ id: number }>("select id from division where name = '后天村'");
  expect((await pathOf(made!.id)).slice(1)).toEqual(["甲县", "东乡", "后天村"]);
  const trail = await told("division.moved", id);
  expect(trail.map(({ account_name }) => account_name)).toEqual(["t-county", "t-county", null]);
});

test("a scheduled move whose goal was closed in the meantime is taken back with its reason and does not hold the others", async () => {
  const goal = await plantDivision(database, at.甲县!, "将撤乡");
  const id = await plantDivision(database, at.东乡!, "落空村");
  const { eventId } = await moveDivision(county, { id, targetId: goal, effectiveOn: tomorrow });
  await database.look("update division set closed_on = $2, successor_id = $3 where id = $1", [
    goal,
    now,
    at.西乡,
  ]);
  await database.look("update tree_event set effective_on = $2 where id = $1", [eventId, now]);
  const jobs = openJobPool(database.job, 1);
  expect(await applyDueTreeEvents(jobs)).toBe(0);
  expect(await applyDueTreeEvents(jobs)).toBe(0);
  await jobs.end();
  const [event] = await database.look(
    "select status, detail->>'failed' as failed from tree_event where id = $1",
    [eventId],
  );
  expect(event).toEqual({ status: "CANCELLED", failed: "tree-closed" });
  expect(await told("division.changeFailed", id)).toHaveLength(1);
});

test("two moves at the same moment cannot make a circle between them", async () => {
  const [a, b] = [
    await plantDivision(database, at.市!, "丙县"),
    await plantDivision(database, at.市!, "丁县"),
  ];
  const prefecture = await signIn(database, "t-prefecture");
  const both = await Promise.allSettled([
    closeDivision(prefecture, { id: a, targetId: b, effectiveOn: now }),
    closeDivision(prefecture, { id: b, targetId: a, effectiveOn: now }),
  ]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("households of a county that one does not reach are not told as none, in the tree and on its page", async () => {
  const counted = await reading(county, async (scope) => {
    const { rows } = await showDivisionTree(scope, { open: [] });
    const [theirs, whole] = [
      await getDivision(scope, { id: at.乙县! }),
      await getDivision(scope, { id: at.市! }),
    ];
    return {
      tree: Object.fromEntries(rows.map(({ name, households }) => [name, households])),
      theirs: theirs.households,
      beside: whole.children.find(({ name }) => name === "乙县")?.households,
    };
  });
  expect(counted).toMatchObject({ tree: { 甲县: 2, 乙县: null }, theirs: null, beside: null });
});

test("a number that no division can bear reads as not found", async () => {
  const asked = reading(county, (scope) => getDivision(scope, { id: "99999999999999" }));
  await expect(asked).rejects.toMatchObject({ code: "invalid" });
});
