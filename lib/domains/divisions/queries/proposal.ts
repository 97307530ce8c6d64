/** divisions.proposal: one proposed change, field by field beside what is now, with what it would touch as long as it waits. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound, Problem, type ProblemWords } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { ChangeKind } from "../division.ts";
import { ALTERABLE, ShowProposal } from "../input.ts";
import type { Node, Warning } from "../inside/check-change.ts";
import { proposalOf } from "../inside/proposal.ts";
import { tryChange } from "../inside/try-change.ts";
import { type Touched, touchedBy } from "../touched.ts";
import { type Proposal, type ProposedField, proposedFields } from "../tree-proposal.ts";

/** In the order of the page. */
export const PROPOSED_FIELDS = [
  "name",
  "code",
  "targetId",
  "children",
  "groups",
  "numbers",
  "sources",
  "effectiveOn",
  "documentNo",
] as const;
export type ProposalView = Proposal<ChangeKind> & {
  node: Node;
  rows: ProposedField<(typeof PROPOSED_FIELDS)[number]>[];
  mayDecide: boolean;
  mine: boolean;
  touched: Touched | null;
  warnings: Warning[];
  /** Why it can no longer be made as it was proposed. */
  hindrance: ProblemWords | null;
};

export const getProposal = query({
  name: "divisions.proposal",
  input: ShowProposal,
  run: async (scope, { id }): Promise<ProposalView> => {
    const proposal = await proposalOf(scope, id);
    if (!proposal) throw notFound();
    const { node, kind, fields } = proposal;
    const mine = proposal.accountId === scope.viewer.accountId;
    const view = {
      ...proposal,
      rows: await rowsOf(scope.sql, proposal, node),
      ...{ mayDecide: may(scope.viewer, "division.edit", node.id), mine },
      ...{ touched: null, warnings: [], hindrance: null },
    };
    if (proposal.status !== "WAITING") return view;
    try {
      const { touches, warnings } = await tryChange(scope, { ...fields, kind, id: node.id }, node);
      return {
        ...view,
        warnings,
        touched: kind === "open" ? null : await touchedBy(scope, node.id, touches),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...view, hindrance: Object.values(error.fields ?? {})[0]?.[0] ?? error.words };
    }
  },
});

const rowsOf = (sql: Sql, proposal: Proposal<ChangeKind>, node: Node): Promise<ProposalView["rows"]> =>
  proposedFields(proposal, {
    fields: PROPOSED_FIELDS,
    alterable: (field) => (ALTERABLE as readonly string[]).includes(field) && belongs(proposal.kind, field),
    now: {
      ...(proposal.kind === "rename" || proposal.kind === "merge" ? { name: node.name } : {}),
      ...(proposal.kind === "move" ? { targetId: node.parentName } : {}),
    },
    named: (field, typed) => named(sql, field, typed),
  });

const belongs = (kind: string, field: string): boolean =>
  field === "code"
    ? kind === "open" || kind === "split"
    : field !== "name" || ["open", "rename", "split", "merge"].includes(kind);

/** Ids as the names that a person reads; households by their number. */
async function named(sql: Sql, field: string, typed: string): Promise<string> {
  const ids = typed.split(",");
  if (field === "numbers") {
    const rows = await sql<{ name: string }>`
      select household_no as name from household where id::text = any (${ids}::text[]) order by household_no`;
    return rows.map(({ name }) => name).join("、");
  }
  if (field !== "targetId" && field !== "children" && field !== "sources") return typed;
  const rows = await sql<{ name: string }>`
    select name from division where id = any (${ids.map(Number)}::int[]) order by code nulls last, id`;
  return rows.map(({ name }) => name).join("、");
}
