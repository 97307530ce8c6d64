/** A dated change of one of the two trees: today's is carried out at once, a later one waits for its midnight (decisions 21). */
import { readDay } from "#lib/base/calendar.ts";
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
  if (day === null) throw invalid({ effectiveOn: [{ key: "day" }] });
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

/** Takes a change back whose day has not come; whoever may not is told so. */
export async function withdrawChange(work: Work, event: Waiting): Promise<Waiting> {
  const { count } = await work.tx.treeEvent.updateMany({
    where: { id: event.id, status: "SCHEDULED" },
    data: { status: "CANCELLED" },
  });
  if (count === 0) throw refused("tree.notYours");
  return event;
}
