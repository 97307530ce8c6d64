/** listViews.save, listViews.change, listViews.drop: a view gets a name, another one, the first place, or goes. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { ChangeView, DropView, SaveView } from "../input.ts";
import { type List, type ListView, VIEWS_EACH, viewQuery } from "../list-view.ts";

type Owner = { accountId: number };
const own = async ({ viewer }: Pick<Work, "viewer">): Promise<Owner> => ({ accountId: viewer.accountId });

const others = ({ sql }: Work, { accountId }: Owner, list: List, but: string | null = null) =>
  sql<{ id: string; name: string }>`select id, name from list_view
    where account_id = ${accountId} and list = ${list} and id is distinct from ${but}::uuid`;

/** A list opens with one view. */
const noOtherOpens = ({ tx }: Work, { accountId }: Owner, list: List) =>
  tx.listView.updateMany({ where: { accountId, list, opens: true }, data: { opens: false } });

export const saveView = command({
  name: "listViews.save",
  tells: "listView.saved",
  input: SaveView,
  subject: own,
  may: () => true,
  run: async (work, { list, name, query, opens }, owner) => {
    const there = await others(work, owner, list);
    if (there.some((one) => one.name === name)) throw invalid({ name: [{ key: "listView.taken" }] });
    if (there.length >= VIEWS_EACH) throw rule("listView.many", { most: VIEWS_EACH });
    const kept = viewQuery(new URLSearchParams(query));
    if (kept.length > 500) throw rule("listView.long");
    if (opens) await noOtherOpens(work, owner, list);
    await work.tx.listView.create({ data: { ...owner, list, name, query: kept, opens } });
    return { list, query: kept };
  },
  fact: ({ list }, _input, { accountId }) => ({ subject: `account:${accountId}`, division: null, list }),
});

type Own = ListView & { list: List };
async function ownView({ sql, viewer }: Work, { id }: { id: string }): Promise<Own | null> {
  const [row] = await sql<Own>`
    select id, list, name, query, opens, version from list_view where id = ${id}::uuid and account_id = ${viewer.accountId} for update`;
  return row ?? null;
}

export const changeView = command({
  name: "listViews.change",
  tells: "listView.changed",
  input: ChangeView,
  subject: ownView,
  may: () => true,
  run: async (work, { id, version, name, opens }, view) => {
    if (view.version !== version) throw conflict();
    const owner = await own(work);
    const there = await others(work, owner, view.list, id);
    if (there.some((one) => one.name === name)) throw invalid({ name: [{ key: "listView.taken" }] });
    if (opens) await noOtherOpens(work, owner, view.list);
    await work.tx.listView.update({ where: { id }, data: { name, opens, version: { increment: 1 } } });
    return { id, list: view.list };
  },
  fact: ({ id, list }) => ({ subject: `listView:${id}`, division: null, list }),
});

export const dropView = command({
  name: "listViews.drop",
  tells: "listView.dropped",
  input: DropView,
  subject: ownView,
  may: () => true,
  run: async ({ tx }, { id }, { list }) => {
    await tx.listView.delete({ where: { id } });
    return { id, list };
  },
  fact: ({ id, list }) => ({ subject: `listView:${id}`, division: null, list }),
});
