// Party organizations: the tree is known to everybody signed in, changes need the right at the seat.
import { anybody, deed, type Oracle, place, there } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const soon = "2027-01-01";
const edit = place("partyOrg.edit");
/** A paper hangs on the place alone: households paired with a helper open none. */
const paperDeed: Oracle = (role, target) =>
  role === "HELPER" ? "not-found" : deed("partyOrg.edit")(role, target);

const founding = ({ node, org }: { node: number; org: number }) => ({
  divisionId: node,
  setting: "TERRITORIAL",
  coverage: "",
  kind: "BRANCH",
  name: "新支部",
  leaderId: org,
  basis: "LINE",
  effectiveOn: soon,
});

export const orgSamples: Record<string, Sample> = {
  "orgs.list": { expects: anybody, input: ({ node }) => ({ unitId: node }) },
  "orgs.tree": { expects: anybody, input: ({ org }) => ({ open: [org] }) },
  "orgs.get": { expects: there, input: ({ org }) => ({ id: org }) },
  "orgs.candidates": { expects: there, input: ({ org }) => ({ id: org, kind: "move" }) },
  "orgs.proposal": {
    expects: there,
    input: ({ node }) => ({ divisionId: node, setting: "TERRITORIAL", coverage: "" }),
  },
  "orgs.rehearsal": {
    expects: edit,
    input: ({ org }) => ({ kind: "rename", id: org, name: "新支部", effectiveOn: soon }),
  },
  "orgs.open": { expects: edit, input: founding },
  "orgs.rehearseOpening": { expects: edit, input: founding },
  "orgs.rehearsalOfOpening": { expects: edit, input: founding },
  "orgs.rename": { expects: edit, input: ({ org }) => ({ id: org, name: "新支部", effectiveOn: soon }) },
  "orgs.move": {
    expects: edit,
    input: ({ org }) => ({ id: org, leaderId: org, basis: "LINE", effectiveOn: soon }),
  },
  "orgs.close": { expects: edit, input: ({ org }) => ({ id: org, targetId: org, effectiveOn: soon }) },
  "orgs.describe": {
    expects: edit,
    input: ({ org }) => ({ id: org, version: "1", secretary: "某某", memberCount: "3" }),
  },
  "orgs.rehearse": {
    expects: edit,
    input: ({ org }) => ({ kind: "rename", id: org, name: "新支部", effectiveOn: soon }),
  },
  "papers.of": { expects: there, input: ({ org }) => ({ kind: "partyOrg", id: String(org) }) },
  "papers.mayAdd": { expects: edit, input: ({ org }) => ({ kind: "partyOrg", id: String(org) }) },
  "papers.add": {
    // No bytes are stored here: whoever may is told that they are gone.
    expects: edit,
    input: ({ org }) => ({
      subject: { kind: "partyOrg", id: String(org) },
      file: {
        kind: "PAPER",
        sha256: "00".repeat(32),
        previewSha256: null,
        mediaType: "application/pdf",
        size: 1,
        width: null,
        height: null,
        name: "批复.pdf",
      },
    }),
  },
  "papers.correct": {
    expects: paperDeed,
    input: ({ paper }) => ({ id: paper, version: "1", title: "新标题", documentNo: "", datedOn: "" }),
  },
  "papers.remove": { expects: paperDeed, input: ({ paper }) => ({ id: paper, why: "传错了" }) },
  "orgs.withdrawChange": { expects: edit, input: ({ orgChange }) => ({ eventId: orgChange }) },
};
