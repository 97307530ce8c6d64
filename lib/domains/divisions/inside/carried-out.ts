/** A change that was carried out, with those made together with it: what may be taken back as one. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type CarriedOut = {
  id: string;
  kind: string;
  nodeId: number;
  nodeName: string;
  targetId: number | null;
  targetName: string | null;
  oldParentId: number | null;
  oldParentName: string | null;
  oldName: string | null;
  name: string | null;
  effectiveOn: string;
};

/** The latest first: in this order they are taken back. Empty if there is none, or it only came along with another. */
export const carriedOut = (sql: Sql, eventId: string) => sql<CarriedOut>`
  select e.id::text as id, e.kind, e.node_id as "nodeId", d.name as "nodeName", e.target_id as "targetId", t.name as "targetName",
    (e.detail->>'oldParentId')::int as "oldParentId", up.name as "oldParentName", e.detail->>'oldName' as "oldName", e.detail->>'name' as name, e.effective_on::text as "effectiveOn"
  from tree_event asked join tree_event e on e.id = asked.id or e.detail->>'group' = asked.detail->>'group'
  join division d on d.id = e.node_id left join division t on t.id = e.target_id
  left join division up on up.id = (e.detail->>'oldParentId')::int
  where asked.id = ${eventId}::uuid and e.tree = 'DIVISION' and e.status = 'DONE' and not e.detail ? 'along'
  order by e.done_at desc, e.id desc`;

export const mayTakeBack = (viewer: Viewer, events: readonly CarriedOut[]): boolean =>
  events
    .flatMap(({ nodeId, targetId, oldParentId }) => [nodeId, targetId, oldParentId])
    .every((id) => id === null || may(viewer, "division.edit", id));

/** What was written since, by kind: none of it = the change can be taken back. */
export const WRITTEN = [
  "changes",
  "waiting",
  "households",
  "visits",
  "pairings",
  "partyOrgs",
  "grants",
  "others",
] as const;
export type Written = Partial<Record<(typeof WRITTEN)[number], number>>;
