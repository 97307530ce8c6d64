// What somebody does with views of a list: keeps one, lets it open first, names it anew, drops it; and that they are nobody else's.
import { beforeAll, expect, test } from "vitest";
import { chooseColumns } from "#lib/domains/list-views/commands/choose-columns.ts";
import { changeView, dropView, saveView } from "#lib/domains/list-views/commands/save-view.ts";
import { VIEWS_EACH, viewHref, viewQuery } from "#lib/domains/list-views/list-view.ts";
import { ownColumns, ownViews } from "#lib/domains/list-views/queries.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
let mine: Session;
let other: Session;
beforeAll(async () => {
  mine = await signIn(database, "village-cadre");
  other = await signIn(database, "county-admin");
});

const views = (session: Session) => reading(session, (scope) => ownViews(scope, { list: "households" }));
const columns = (session: Session) => reading(session, (scope) => ownColumns(scope, { list: "households" }));
const save = (session: Session, name: string, query: string, opens?: "yes") =>
  saveView(session, { list: "households", name, query, ...(opens ? { opens } : {}) });

test("a view keeps conditions, order and unit, in one order; never a page, a row or an ID number", () => {
  const kept = (query: string) => viewQuery(new URLSearchParams(query));
  expect(kept("u=7&f.paired=no&sort=-income&after=x&before=y&page=3&peek=z&v=all")).toBe(
    "f.paired=no&sort=-income&u=7",
  );
  expect(kept("u=7&f.paired=no")).toBe(kept("f.paired=no&u=7"));
  expect(kept("q=540326198503180012&u=7")).toBe("u=7");
  expect(viewHref("/households", "")).toBe("/households?v=all");
});

test("one view opens first; a name is there once; nobody else sees or touches them", async () => {
  await save(mine, "未走访", "f.visited=over90&peek=1", "yes");
  await save(mine, "未结对", "f.paired=no", "yes");
  expect((await views(mine)).map(({ name, query, opens }) => [name, query, opens])).toEqual([
    ["未结对", "f.paired=no", true],
    ["未走访", "f.visited=over90", false],
  ]);
  await expect(save(mine, "未结对", "f.paired=yes")).rejects.toMatchObject({
    code: "invalid",
    fields: { name: [{ key: "listView.taken" }] },
  });
  const [, second] = await views(mine);
  expect((await views(other)).map(({ id }) => id)).not.toContain(second!.id);
  const change = { id: second!.id, version: 1, name: "很久没去" };
  await expect(changeView(other, change)).rejects.toMatchObject({ code: "not-found" });
  await expect(dropView(other, { id: second!.id })).rejects.toMatchObject({ code: "not-found" });
  await changeView(mine, { ...change, opens: "yes" });
  await expect(changeView(mine, change)).rejects.toMatchObject({ code: "conflict" });
  expect((await views(mine)).find(({ opens }) => opens)?.name).toBe("很久没去");
  await dropView(mine, { id: second!.id });
  expect((await views(mine)).map(({ name }) => name)).toEqual(["未结对"]);
});

test("there is an end to views, said in words", async () => {
  const there = (await views(mine)).length;
  for (let nth = there; nth < VIEWS_EACH; nth++) await save(mine, `视图${nth}`, `u=${nth}`);
  await expect(save(mine, "再来一个", "u=1")).rejects.toMatchObject({ code: "rule" });
});

test("columns are chosen once for every machine, and are one's own", async () => {
  expect(await columns(mine)).toBeNull();
  await chooseColumns(mine, { list: "households", columns: ["head", "income"] });
  expect(await columns(mine)).toEqual(["head", "income"]);
  expect(await columns(other)).toBeNull();
  await expect(chooseColumns(mine, { list: "households", columns: [] })).rejects.toMatchObject({
    code: "invalid",
  });
});
