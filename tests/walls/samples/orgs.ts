// Party organizations: the tree is known to everybody signed in, changes need the right at the seat.
import { PLACES } from "../ground.ts";
import { anybody, anywhere, deed, hasVerb, type Oracle, place, sees, there, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const soon = "2027-01-01";
const edit = place("partyOrg.edit");
const change = place("partyOrg.change");
/** Both that are merged must be one's own. */
const ORG_OF_A2 = 70_100 + Object.keys(PLACES).indexOf("A2");
const both: Oracle = (role, target) =>
  change(role, target) === "ok" && !under(role, { place: "A2" }) ? "refused" : change(role, target);
/** A paper hangs on the place alone: households paired with a helper open none. */
const paperDeed: Oracle = (role, target) =>
  role === "HELPER" ? "not-found" : deed("partyOrg.edit")(role, target);

/** A row of the list of weak ones: seen within reach, by no helper. */
const listed: Oracle = (role, target) =>
  role === "HELPER" ? "not-found" : deed()(role, target) === "not-found" ? "not-found" : "ok";
const working: Oracle = (role, target) =>
  role === "HELPER" ? "not-found" : deed("partyOrg.edit")(role, target);
/** A level above decides; at the top there is none, and the top decides itself. */
const above: Oracle = (role, target) => {
  if (listed(role, target) === "not-found") return "not-found";
  const up = target.place === null ? null : (PLACES[target.place].parent ?? target.place);
  return up !== null && under(role, { place: up as typeof target.place }) && hasVerb(role, "partyOrg.edit")
    ? "ok"
    : "refused";
};

/** A proposal is there for those who see the rows of its place; HELPER sees households, not places. */
const proposed: Oracle = (role, target) =>
  target.place !== null && sees(role, { ...target, paired: false }) ? "ok" : "not-found";
const decided: Oracle = (role, target) =>
  proposed(role, target) === "ok" ? change(role, target) : "not-found";

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
  "orgs.open": { expects: change, input: founding },
  "orgs.rehearseOpening": { expects: edit, input: founding },
  "orgs.rehearsalOfOpening": { expects: edit, input: founding },
  "orgs.rename": { expects: change, input: ({ org }) => ({ id: org, name: "新支部", effectiveOn: soon }) },
  "orgs.move": {
    expects: change,
    input: ({ org }) => ({ id: org, leaderId: org, basis: "LINE", effectiveOn: soon }),
  },
  "orgs.close": { expects: change, input: ({ org }) => ({ id: org, targetId: org, effectiveOn: soon }) },
  "orgs.merge": {
    expects: both,
    input: ({ org }) => ({ id: org, sources: [ORG_OF_A2], effectiveOn: soon }),
  },
  "orgs.split": {
    // Of nobody who is there: whoever may is told so.
    expects: change,
    input: ({ org }) => ({ id: org, name: "新支部", orgKind: "BRANCH", children: [], effectiveOn: soon }),
  },
  "orgs.propose": {
    expects: edit,
    input: ({ org }) => ({ kind: "rename", id: org, name: "新支部", effectiveOn: soon }),
  },
  "orgs.changeProposals": { expects: anywhere("partyOrg.edit"), input: () => ({}) },
  "orgs.changeProposal": { expects: proposed, input: ({ orgProposal }) => ({ id: orgProposal }) },
  "orgs.approve": { expects: decided, input: ({ orgProposal }) => ({ proposal: orgProposal }) },
  "orgs.return": {
    expects: decided,
    input: ({ orgProposal }) => ({ proposal: orgProposal, reason: "请补文号" }),
  },
  "orgs.withdrawProposal": {
    // Nobody here made it.
    expects: (role, target) => (proposed(role, target) === "ok" ? "refused" : "not-found"),
    input: ({ orgProposal }) => ({ proposal: orgProposal }),
  },
  "orgs.parts": { expects: edit, input: ({ org }) => ({ id: org }) },
  "orgs.undo": { expects: change, input: ({ orgDone }) => ({ eventId: orgDone }) },
  "orgs.undoable": { expects: change, input: ({ orgDone }) => ({ eventId: orgDone }) },
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
  "orgs.withdrawChange": { expects: change, input: ({ orgChange }) => ({ eventId: orgChange }) },
  "orgs.find": { expects: anybody, input: ({ org }) => ({ q: "支部", but: org }) },
  "orgs.lineAbove": { expects: anybody, input: ({ org }) => ({ id: org }) },
  "orgs.departments": { expects: there, input: ({ org }) => ({ id: org }) },
  "orgs.sumUp": { expects: anybody, input: () => ({ by: "department" }) },
  "orgs.onChart": { expects: there, input: ({ org }) => ({ id: org }) },
  "orgs.terms": { expects: anybody, input: ({ node }) => ({ unitId: node, window: "all" }) },
  "orgs.exportTerms": { expects: anywhere("partyOrg.edit"), input: () => ({ window: "all" }) },
  "orgs.election": { expects: edit, input: ({ org }) => ({ id: org }) },
  "orgs.recordElection": {
    expects: edit,
    input: ({ org }) => ({ id: org, electedOn: "2024-01-01", years: "3", documentNo: "" }),
  },
  "orgs.postponeElection": {
    expects: edit,
    input: ({ org }) => ({ id: org, version: "1", postponedTo: "2027-01-01", postponedDocument: "文1号" }),
  },
  "orgs.takeBackElection": { expects: edit, input: ({ org }) => ({ id: org, version: "1" }) },
  "orgs.nameDepartment": { expects: edit, input: ({ org }) => ({ id: org, supervisingDept: "某某局" }) },
  "orgs.weak": { expects: anybody, input: ({ node }) => ({ unitId: node, year: 2021 }) },
  "orgs.weakOne": { expects: listed, input: ({ weak }) => ({ weakId: weak }) },
  "orgs.weakForm": { expects: edit, input: ({ org }) => ({ id: org }) },
  "orgs.listWeak": {
    expects: edit,
    input: ({ org }) => ({ id: org, cause: "NO_SECRETARY", foundOn: "今天", note: "" }),
  },
  "orgs.addMeasure": {
    expects: working,
    input: ({ weak }) => ({ weakId: weak, what: "做事", who: "某某", dueOn: "2024-01-01" }),
  },
  "orgs.finishMeasure": {
    expects: working,
    input: ({ measure }) => ({ measureId: measure, doneOn: "2024-01-01" }),
  },
  // Its measure is not done: whoever may is told so.
  "orgs.reportWeak": {
    expects: working,
    input: ({ weak }) => ({ weakId: weak, version: "1", summary: "已整顿" }),
  },
  "orgs.acceptWeak": {
    expects: above,
    input: ({ reported }) => ({ weakId: reported, version: "1", documentNo: "" }),
  },
  "orgs.returnWeak": {
    expects: above,
    input: ({ reported }) => ({ weakId: reported, version: "1", why: "再做" }),
  },
  // What was put on the list from above is taken back from above alone.
  "orgs.takeBackWeak": { expects: above, input: ({ mistaken }) => ({ weakId: mistaken, version: "1" }) },
  "orgs.carryWeak": { expects: above, input: ({ weak }) => ({ weakId: weak, version: "1" }) },
};
