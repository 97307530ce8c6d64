/** orgs.propose: a change of the Party line that somebody else decides on: the township writes it, the county looks at it field by field. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Proposed, writeProposal } from "#lib/domains/divisions/tree-proposal.ts";
import { command } from "#lib/platform/command.ts";
import { readInput } from "#lib/platform/invalid-input.ts";
import { OpenOrg, ProposeOrgChange } from "../input.ts";
import { checkOpen } from "../inside/check-change.ts";
import { type Org, orgOf } from "../inside/org.ts";
import { tryChange } from "../inside/try-change.ts";

export const proposeOrgChange = command({
  name: "orgs.propose",
  tells: "partyOrg.changeProposed",
  input: ProposeOrgChange,
  /** Of a founding the future seat, of all others the organization. */
  subject: async (
    { sql },
    { kind, id, divisionId },
  ): Promise<{ divisionId: number; org: Org | null } | null> => {
    if (kind !== "open") {
      const org = id === undefined ? null : await orgOf(sql, id);
      return org && { divisionId: org.divisionId, org };
    }
    const [place] = await sql<{ id: number }>`select id from division where id = ${divisionId ?? null}::int`;
    return place ? { divisionId: place.id, org: null } : null;
  },
  may: (viewer, { divisionId }) => may(viewer, "partyOrg.edit", divisionId),
  run: async (work, { kind, why, ...asked }, { divisionId, org }): Promise<Proposed> => {
    const place = { tree: "PARTY_ORG", divisionId } as const;
    if (kind === "open" || org === null) {
      const { orgKind, id: _, ...founding } = asked;
      const input = readInput(OpenOrg, { ...founding, kind: orgKind });
      const { effectiveOn, foundedOn, leader } = await checkOpen(work, input);
      const typed = Object.entries({ ...input, effectiveOn, foundedOn });
      const fields = Object.fromEntries(
        typed.map(([name, value]) => [name, value ? String(value) : undefined]),
      );
      const proposal = await writeProposal(work, { ...place, kind, nodeId: leader.id, fields, why });
      return { proposal, kind };
    }
    const { fields, effectiveOn } = await tryChange(work, { ...asked, kind, id: org.id }, org);
    const written = { ...place, kind, nodeId: org.id, fields: { ...fields, effectiveOn }, why };
    return { proposal: await writeProposal(work, written), kind };
  },
  fact: ({ proposal, kind }, _input, { divisionId, org }) => ({
    subject: org ? `partyOrg:${org.id}` : `division:${divisionId}`,
    division: divisionId,
    proposal,
    kind,
  }),
});
