/** orgs.approve: a proposed change of the Party line is made by its own command, with what the decider wrote otherwise kept beside it. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { alterations, carryOut } from "#lib/domains/divisions/tree-proposal.ts";
import { type Command, command } from "#lib/platform/command.ts";
import { ApproveOrgProposal, ORG_ALTERABLE } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";
import type { ProposedChange } from "../party-org.ts";
import { closeOrg } from "./close.ts";
import { mergeOrgs } from "./merge.ts";
import { moveOrg } from "./move.ts";
import { openOrg } from "./open.ts";
import { renameOrg } from "./rename.ts";
import { splitOrg } from "./split.ts";

const MAKE: Record<ProposedChange, Pick<Command<never, Registered>, "within">> = {
  open: openOrg,
  rename: renameOrg,
  move: moveOrg,
  split: splitOrg,
  merge: mergeOrgs,
  close: closeOrg,
};

export const approveOrgChange = command({
  name: "orgs.approve",
  tells: "partyOrg.changeApproved",
  input: ApproveOrgProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { divisionId }) => may(viewer, "partyOrg.change", divisionId),
  run: async (work, input, { id, kind, fields, nodeId }) => {
    const altered = alterations(ORG_ALTERABLE, input, fields);
    const about = kind === "open" ? {} : { id: nodeId };
    const made = await carryOut(work, id, altered, () =>
      MAKE[kind].within(work, { ...fields, ...altered, ...about }),
    );
    // A merger is shown from the page of the one that goes on.
    return { ...made, nodeId: kind === "open" ? made.nodeId : nodeId, altered: Object.keys(altered) };
  },
  fact: (made, _input, { id, kind, nodeId, divisionId }) => ({
    subject: `partyOrg:${nodeId}`,
    division: divisionId,
    proposal: id,
    kind,
    altered: made.altered.join(","),
    effectiveOn: made.effectiveOn,
  }),
});
