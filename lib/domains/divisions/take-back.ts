/** Taking a change of either tree back that was carried out, with those made together with it, while nothing was written since. */
import { may, type Verb } from "#lib/domains/accounts/roles.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { rule } from "#lib/platform/problem.ts";
import { type Sql, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Tree } from "./tree-change.ts";

export type CarriedOut = {
  id: string;
  kind: string;
  nodeId: number;
  nodeName: string;
  targetId: number | null;
  targetName: string | null;
  oldParentName: string | null;
  oldName: string | null;
  newKind: string | null;
  oldKind: string | null;
  name: string | null;
  effectiveOn: string;
  /** The divisions that whoever takes it back must be responsible for. */
  seats: number[];
};

/** What was written since, by kind: none of it = the change can be taken back. */
export const WRITTEN = [
  "changes",
  "waiting",
  "households",
  "visits",
  "pairings",
  "partyOrgs",
  "grants",
  "members",
  "posts",
  "entities",
  "terms",
  "facts",
  "others",
] as const;
export type Written = Partial<Record<(typeof WRITTEN)[number], number>>;
export type Undoable = { events: CarriedOut[]; since: Written };

/** The latest first: in this order they are taken back. Empty if there is none, or it only came along with another. */
export const carriedOut = (ask: Sql, tree: Tree, eventId: string) => {
  const names = tree === "DIVISION" ? sql`division` : sql`party_org`;
  const seats =
    tree === "DIVISION"
      ? sql`array_remove(array[e.node_id, e.target_id, (e.detail->>'oldParentId')::int], null)`
      : sql`array(select o.division_id from party_org o
          where o.id in (e.node_id, (e.detail->>'madeId')::int) or (e.kind = 'MERGE' and o.id = e.target_id))`;
  return ask<CarriedOut>`
    select e.id::text as id, e.kind, e.node_id as "nodeId", n.name as "nodeName", e.target_id as "targetId", t.name as "targetName",
      up.name as "oldParentName", e.detail->>'oldName' as "oldName", e.detail->>'oldKind' as "oldKind", case when e.kind = 'RENAME' then e.detail->>'kind' end as "newKind", e.detail->>'name' as name, e.effective_on::text as "effectiveOn", ${seats} as seats
    from tree_event asked join tree_event e on e.id = asked.id or e.detail->>'group' = asked.detail->>'group'
    join ${names} n on n.id = e.node_id left join ${names} t on t.id = e.target_id
    left join ${names} up on up.id = (e.detail->>'oldParentId')::int
    where asked.id = ${eventId}::uuid and e.tree = ${tree} and e.status = 'DONE' and not e.detail ? 'along'
    order by e.done_at desc, e.id desc`;
};

export const mayTakeBack = (viewer: Viewer, verb: Verb, events: readonly CarriedOut[]): boolean =>
  events.flatMap(({ seats }) => seats).every((place) => may(viewer, verb, place));

export async function undoable(ask: Sql, events: CarriedOut[]): Promise<Undoable> {
  const told = await ask<{ since: Written | null }>`
    select sec.tree_event_since(id) as since from unnest(${events.map(({ id }) => id)}::uuid[]) id`;
  // What stands in the way of several of them is told once, by the greatest number.
  const since: Written = {};
  for (const what of WRITTEN) {
    const count = Math.max(...told.map((one) => one.since?.[what] ?? 0));
    if (count > 0) since[what] = count;
  }
  return { events, since };
}

export async function takeBack(ask: Sql, eventId: string, events: readonly CarriedOut[]) {
  for (const { id, oldName } of events) {
    const keys = JSON.stringify(oldName === null ? {} : nameKeys(oldName));
    const [told] = await ask<{
      since: Written;
    }>`select sec.undo_tree_event(${id}::uuid, ${keys}::jsonb) as since`;
    const since = told?.since ?? {};
    if (Object.keys(since).length > 0)
      throw rule("tree.writtenSince", Object.fromEntries(WRITTEN.map((what) => [what, since[what] ?? 0])));
  }
  const asked = events.find(({ id }) => id === eventId) ?? events[0];
  // A merger is shown from the page of the one that goes on.
  const nodeId = (asked?.kind === "MERGE" ? asked.targetId : asked?.nodeId) ?? 0;
  return { nodeId, kind: asked?.kind ?? "", eventId, count: events.length };
}
