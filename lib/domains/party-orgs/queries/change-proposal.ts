/** orgs.changeProposal: one proposed change of the Party line, field by field beside what is now, with what it would touch as long as it waits. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type ProposedField, proposedFields } from "#lib/domains/divisions/tree-proposal.ts";
import { readInput } from "#lib/platform/invalid-input.ts";
import { notFound, Problem, type ProblemWords } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { OpenOrg, ORG_ALTERABLE, ShowOrgProposal } from "../input.ts";
import { checkOpen, type Warning } from "../inside/check-change.ts";
import { type OrgProposal, proposalOf } from "../inside/proposal.ts";
import { type OrgTouched, touchedBy } from "../inside/touched.ts";
import { tryChange } from "../inside/try-change.ts";

/** In the order of the page. */
export const ORG_PROPOSED_FIELDS = [
  "name",
  "kind",
  "orgKind",
  "setting",
  "coverage",
  "divisionId",
  "seatId",
  "leaderId",
  "basis",
  "supervisingDept",
  "targetId",
  "sources",
  "children",
  "members",
  "foundedOn",
  "effectiveOn",
  "documentNo",
] as const;
export type OrgProposedField = (typeof ORG_PROPOSED_FIELDS)[number];
export type OrgProposalView = OrgProposal & {
  /** What it is called: the organization, or the one to be founded. */
  about: string;
  place: string;
  rows: ProposedField<OrgProposedField>[];
  mayDecide: boolean;
  mine: boolean;
  touched: OrgTouched | null;
  warnings: Warning[];
  /** Why it can no longer be made as it was proposed. */
  hindrance: ProblemWords | null;
};

export const getOrgProposal = query({
  name: "orgs.changeProposal",
  input: ShowOrgProposal,
  run: async (scope, { id }): Promise<OrgProposalView> => {
    const proposal = await proposalOf(scope, id);
    if (!proposal) throw notFound();
    const { kind, fields, org, divisionId } = proposal;
    const [seat] = await scope.sql<{ name: string }>`select name from division where id = ${divisionId}`;
    const view = {
      ...proposal,
      ...{ about: kind === "open" ? (fields.name ?? "") : org.name, place: seat?.name ?? "" },
      rows: await rowsOf(scope.sql, proposal),
      mayDecide: may(scope.viewer, "partyOrg.change", divisionId),
      mine: proposal.accountId === scope.viewer.accountId,
      ...{ touched: null, warnings: [], hindrance: null },
    };
    if (proposal.status !== "WAITING") return view;
    try {
      return { ...view, ...(await tried(scope, proposal)) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...view, hindrance: Object.values(error.fields ?? {})[0]?.[0] ?? error.words };
    }
  },
});

async function tried(scope: Scope, { kind, fields, org }: OrgProposal) {
  if (kind === "open") {
    const { warnings } = await checkOpen(scope, readInput(OpenOrg, fields));
    return { warnings, touched: null };
  }
  const { touches, warnings } = await tryChange(scope, { ...fields, kind, id: org.id }, org);
  return { warnings, touched: await touchedBy(scope, touches) };
}

const rowsOf = (sql: Sql, proposal: OrgProposal): Promise<OrgProposalView["rows"]> =>
  proposedFields(proposal, {
    fields: ORG_PROPOSED_FIELDS,
    alterable: (field) =>
      (ORG_ALTERABLE as readonly string[]).includes(field) && belongs(proposal.kind, field),
    now: {
      ...(proposal.kind === "rename" || proposal.kind === "merge" ? { name: proposal.org.name } : {}),
      ...(proposal.kind === "rename" ? { orgKind: proposal.org.kind } : {}),
      ...(proposal.kind === "move" ? { leaderId: proposal.org.leaderName, basis: proposal.org.basis } : {}),
    },
    named: (field, typed) => named(sql, field, typed),
  });

const belongs = (kind: string, field: string): boolean =>
  field === "supervisingDept"
    ? kind === "open" || kind === "move"
    : field !== "name" || ["open", "rename", "split", "merge"].includes(kind);

/** Ids as the names that a person reads; codes stay codes, the page has their words. */
async function named(sql: Sql, field: OrgProposedField, typed: string): Promise<string> {
  const ids = typed.split(",");
  const rows =
    field === "divisionId" || field === "seatId"
      ? await sql<{ name: string }>`select name from division where id = any (${ids.map(Number)}::int[])`
      : field === "members"
        ? await sql<{
            name: string;
          }>`select name from party_member where id = any (${ids}::uuid[]) order by name, id`
        : ["leaderId", "targetId", "sources", "children"].includes(field)
          ? await sql<{
              name: string;
            }>`select name from party_org where id = any (${ids.map(Number)}::int[]) order by id`
          : [{ name: typed }];
  return rows.map(({ name }) => name).join("、");
}
