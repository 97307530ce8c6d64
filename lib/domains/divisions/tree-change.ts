/** A dated change of one of the two trees: today's is carried out at once, a later one waits for its midnight (decisions 21). */
import { randomUUID } from "node:crypto";
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import type { Prisma } from "#lib/platform/prisma/client.ts";
import { invalid, refused, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type Tree = "DIVISION" | "PARTY_ORG";
export type TreeChange = {
  tree: Tree;
  kind: "OPEN" | "RENAME" | "MOVE" | "CLOSE" | "SPLIT" | "MERGE";
  /** When opening: the node above, until the new one has a number of its own. */
  nodeId: number;
  targetId: number | null;
  effectiveOn: string;
  documentNo?: string;
  detail: Prisma.InputJsonObject;
};
export type Registered = { eventId: string; nodeId: number; done: boolean; effectiveOn: string };

/** The day as typed; a change is never dated back, since past totals stand on the past tree. */
export function effectiveDay(typed: string, today: string): string {
  const day = readDay(typed, today);
  if (day === null) throw invalid({ effectiveOn: [dayProblem(typed, today)] });
  if (day < today) throw rule("tree.pastDay", { today }, "effectiveOn");
  return day;
}

export async function registerChange(work: Work, change: TreeChange): Promise<Registered> {
  const { id } = await work.tx.treeEvent.create({
    data: { ...change, effectiveOn: dayToColumn(change.effectiveOn), accountId: work.viewer.accountId },
    select: { id: true },
  });
  if (change.effectiveOn > work.today) return answer(id, change.nodeId, false, change);
  const [applied] = await work.sql<{ done: boolean }>`select sec.apply_tree_event(${id}::uuid) as done`;
  const [event] = await work.sql<{
    node: number;
  }>`select node_id as node from tree_event where id = ${id}::uuid`;
  return answer(id, event?.node ?? change.nodeId, applied?.done ?? false, change);
}

const answer = (eventId: string, nodeId: number, done: boolean, { effectiveOn }: TreeChange): Registered => ({
  eventId,
  nodeId,
  done,
  effectiveOn,
});

type Renaming = {
  nodeId: number;
  name: string;
  /** Of a Party organization that becomes one of another kind. */
  kind?: string | undefined;
  effectiveOn: string;
  documentNo?: string;
  /** Made together with others, and taken back together with them. */
  group?: string;
};

export function registerRenaming(work: Work, tree: Tree, { nodeId, name, kind, group, ...dated }: Renaming) {
  const detail = { name, ...nameKeys(name), ...(kind ? { kind } : {}), ...(group ? { group } : {}) };
  return registerChange(work, { tree, kind: "RENAME", nodeId, targetId: null, ...dated, detail });
}

type Merger = Omit<Renaming, "name" | "kind" | "group"> & { sources: readonly number[]; name?: string };

/** One entry for each that ends, and one for the new name; they belong together and are taken back together. */
export async function registerMerger(
  work: Work,
  tree: Tree,
  { nodeId, sources, name, ...dated }: Merger,
): Promise<Registered> {
  const group = randomUUID();
  let made: Registered = { eventId: "", nodeId, done: false, effectiveOn: dated.effectiveOn };
  for (const id of sources)
    made = await registerChange(work, {
      ...{ tree, kind: "MERGE", nodeId: id, targetId: nodeId },
      ...{ ...dated, detail: { group } },
    });
  if (name) made = await registerRenaming(work, tree, { nodeId, name, group, ...dated });
  return { ...made, nodeId };
}

/** After either of them a node is no more. */
export const ENDINGS = ["CLOSE", "MERGE"];

/** A node with a change waiting gets no second one that would cross it; closing asks for a clean table on both sides. */
export async function refuseWaiting(sql: Sql, tree: Tree, nodeId: number, kinds: string[]): Promise<void> {
  const [waiting] = await sql<{ day: string }>`select effective_on::text as day from tree_event
    where tree = ${tree} and status = 'SCHEDULED' and kind = any (${kinds}::text[]) and (node_id = ${nodeId} or target_id = ${nodeId})
    order by effective_on limit 1`;
  if (waiting) throw rule("tree.waiting", { day: waiting.day });
}

export type Waiting = {
  id: string;
  nodeId: number;
  divisionId: number;
  accountId: number | null;
  kind: string;
};

/** Takes a change back whose day has not come, with those registered together with it; whoever may not is told so. */
export async function withdrawChange(work: Work, event: Waiting): Promise<Waiting> {
  const [whole] = await work.sql<{ count: number }>`
    select count(*)::int as count from tree_event e join tree_event asked on asked.id = ${event.id}::uuid
    where e.status = 'SCHEDULED' and (e.id = asked.id or e.detail->>'group' = asked.detail->>'group')`;
  const gone = await work.sql`
    update tree_event e set status = 'CANCELLED' from tree_event asked where asked.id = ${event.id}::uuid
      and e.status = 'SCHEDULED' and (e.id = asked.id or e.detail->>'group' = asked.detail->>'group') returning e.id`;
  if (gone.length === 0 || gone.length < (whole?.count ?? 0)) throw refused("tree.notYours");
  return event;
}
