/**
 * A change of either tree that is proposed by whoever may not make it, and decided by whoever may: field by field, what the decider
 * wrote otherwise kept beside what was proposed. Each tree's own commands carry it out.
 */
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, type Sql, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Tree } from "./tree-change.ts";

export type ProposalState = "WAITING" | "APPROVED" | "RETURNED" | "WITHDRAWN";
export type Proposal<Kind extends string = string> = {
  id: string;
  kind: Kind;
  nodeId: number;
  /** The place it belongs to. */
  divisionId: number;
  /** As the form sent it. */
  fields: Record<string, string>;
  why: string | null;
  status: ProposalState;
  accountId: number;
  accountName: string;
  createdOn: string;
  decidedByName: string | null;
  decidedOn: string | null;
  altered: Record<string, string> | null;
  reason: string | null;
};
/** One field as the page shows it: now, as proposed, and as decided where the decider wrote otherwise. */
export type ProposedField<Field extends string = string> = {
  field: Field;
  now: string | null;
  proposed: string | null;
  decided: string | null;
  alterable: boolean;
};
export type ProposalRow<Kind extends string = string> = Pick<
  Proposal<Kind>,
  "id" | "kind" | "nodeId" | "accountName" | "createdOn" | "status" | "decidedByName" | "decidedOn"
> & { nodeName: string; place: string | null };
export type ProposalPage<Kind extends string = string> = {
  rows: ProposalRow<Kind>[];
  total: number;
  pageSize: number;
};
const PAGE = 50;

/** One's own, and those about places within reach; the alias is p. */
const within = ({ accountId, seesAll, reach }: Viewer): Fragment =>
  seesAll ? sql`true` : sql`(p.account_id = ${accountId} or p.division_id = any (${reach}::int[]))`;

export async function readProposal<Kind extends string>(
  { sql: ask, viewer }: { sql: Sql; viewer: Viewer },
  tree: Tree,
  id: string,
): Promise<Proposal<Kind> | null> {
  const [proposal] = await ask<Proposal<Kind>>`
    select id::text as id, kind, node_id as "nodeId", division_id as "divisionId", fields, why, status, account_id as "accountId",
      account_name as "accountName", (created_at at time zone 'Asia/Shanghai')::date::text as "createdOn", decided_by_name as "decidedByName",
      (decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn", altered, reason
    from tree_proposal p where p.id = ${id}::uuid and p.tree = ${tree} and ${within(viewer)}`;
  return proposal ?? null;
}

/** Those that wait, the oldest first; or those decided, the latest first. */
export async function proposalsOf<Kind extends string>(
  { sql: ask, viewer }: { sql: Sql; viewer: Viewer },
  tree: Tree,
  { decided, page }: { decided: boolean; page: number },
): Promise<ProposalPage<Kind>> {
  const order = decided ? sql`p.decided_at desc nulls last, p.id` : sql`p.created_at, p.id`;
  const rows = await ask<ProposalRow<Kind> & { total: number }>`
    select p.id::text as id, p.kind, p.node_id as "nodeId", case when p.tree = 'DIVISION' then d.name when p.kind = 'open' then p.fields->>'name' else o.name end as "nodeName",
      case p.tree when 'DIVISION' then up.name else d.name end as place, p.account_name as "accountName",
      (p.created_at at time zone 'Asia/Shanghai')::date::text as "createdOn", p.status, p.decided_by_name as "decidedByName",
      (p.decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn", count(*) over ()::int as total
    from tree_proposal p join division d on d.id = p.division_id left join division up on up.id = d.parent_id
    left join party_org o on p.tree = 'PARTY_ORG' and o.id = p.node_id
    where p.tree = ${tree} and ${decided ? sql`p.status <> 'WAITING'` : sql`p.status = 'WAITING'`} and ${within(viewer)}
    order by ${order} limit ${PAGE} offset ${(page - 1) * PAGE}`;
  return {
    rows: rows.map(({ total: _, ...row }) => row as ProposalRow<Kind>),
    total: rows[0]?.total ?? 0,
    pageSize: PAGE,
  };
}

/** What a proposing command answers: the proposal, and which change it is about. */
export type Proposed = { proposal: string; kind: string };

type Written = {
  tree: Tree;
  kind: string;
  nodeId: number;
  divisionId: number;
  fields: Record<string, string | undefined>;
  why: string | undefined;
};

/** Gives the id of the proposal; what was left empty is not kept. */
export async function writeProposal({ tx, viewer }: Work, { fields, ...rest }: Written): Promise<string> {
  const filled = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const { accountId, name: accountName } = viewer;
  const { id } = await tx.treeProposal.create({
    data: { ...rest, fields: filled, accountId, accountName },
    select: { id: true },
  });
  return id;
}

/** What the decider wrote otherwise than proposed. */
export function alterations(
  names: readonly string[],
  wrote: Partial<Record<string, string>>,
  proposed: Record<string, string>,
): Record<string, string> {
  const altered: Record<string, string> = {};
  for (const name of names) {
    const text = wrote[name];
    if (text !== undefined && text !== (proposed[name] ?? "")) altered[name] = text;
  }
  return altered;
}

type Shown<Field extends string> = {
  /** In the order of the page. */
  fields: readonly Field[];
  /** Which of them the decider may write otherwise. */
  alterable: (field: Field) => boolean;
  now: Partial<Record<string, string | null>>;
  /** What was typed, as a person reads it: ids by their names. */
  named: (field: Field, typed: string) => Promise<string>;
};

/** The fields that were filled in, and those that the decider may fill in, each beside what is now. */
export async function proposedFields<Field extends string>(
  { fields: typed, altered }: Pick<Proposal, "fields" | "altered">,
  { fields, alterable, now, named }: Shown<Field>,
): Promise<ProposedField<Field>[]> {
  const rows: ProposedField<Field>[] = [];
  for (const field of fields) {
    const text = typed[field] ?? null;
    if (text === null && !alterable(field)) continue;
    rows.push({
      ...{ field, now: now[field] ?? null, proposed: text === null ? null : await named(field, text) },
      ...{ decided: altered?.[field] ?? null, alterable: alterable(field) },
    });
  }
  return rows;
}

/** Carries a proposal out and keeps which change came of it; of two deciders the second is told so. */
export async function carryOut<Made extends { eventId: string }>(
  { tx, viewer }: Work,
  id: string,
  altered: Record<string, string>,
  make: () => Promise<Made>,
): Promise<Made> {
  const decision = { decidedBy: viewer.accountId, decidedByName: viewer.name, decidedAt: new Date() };
  const { count } = await tx.treeProposal.updateMany({
    where: { id, status: "WAITING" },
    data: { status: "APPROVED", ...decision, ...(Object.keys(altered).length > 0 ? { altered } : {}) },
  });
  if (count === 0) throw conflict("tree.decidedAlready");
  const made = await make();
  await tx.treeProposal.update({ where: { id }, data: { eventId: made.eventId } });
  return made;
}

export async function sendBack({ tx, viewer }: Work, id: string, reason: string): Promise<void> {
  const decision = { decidedBy: viewer.accountId, decidedByName: viewer.name, decidedAt: new Date() };
  const { count } = await tx.treeProposal.updateMany({
    where: { id, status: "WAITING" },
    data: { status: "RETURNED", reason, ...decision },
  });
  if (count === 0) throw conflict("tree.decidedAlready");
}

/** Its author takes it back while nobody has decided, or after it was returned. */
export async function takeBackProposal({ tx }: Work, id: string): Promise<void> {
  const { count } = await tx.treeProposal.updateMany({
    where: { id, status: { in: ["WAITING", "RETURNED"] } },
    data: { status: "WITHDRAWN" },
  });
  if (count === 0) throw conflict("tree.decidedAlready");
}
