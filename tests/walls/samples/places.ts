// The tree of divisions, and the boards over it.
import { PLACES } from "../ground.ts";
import { movedOf } from "../ground-targets.ts";
import { anybody, anywhere, hasVerb, type Oracle, place, sees, there, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const soon = "2027-01-01";
/** A board is there for those who may see figures of that place. */
export const board: Oracle = (role, target) => {
  if (under(role, target) && hasVerb(role, "cockpit.view")) return "ok";
  return target.place !== null && sees(role, { ...target, paired: false }) ? "refused" : "not-found";
};
/** Both ends of a move must be one's own. */
const both: Oracle = (role, target) =>
  target.place !== null && under(role, target) && under(role, { place: "A2" })
    ? place("division.edit")(role, target)
    : target.place === null
      ? "not-found"
      : "refused";

/** A proposal is there for those who see the rows of its place; HELPER sees households, not places. */
const proposed: Oracle = (role, target) =>
  target.place !== null && sees(role, { ...target, paired: false }) ? "ok" : "not-found";
const decided: Oracle = (role, target) =>
  proposed(role, target) === "ok" && !hasVerb(role, "division.edit") ? "refused" : proposed(role, target);

/** A target is set from above: whoever administers the parent. */
const targetFromAbove: Oracle = (role, target) => {
  if (target.place === null || !sees(role, { ...target, paired: false })) return "not-found";
  const setBy = PLACES[target.place].parent ?? target.place;
  return under(role, { place: setBy }) && hasVerb(role, "target.edit") ? "ok" : "refused";
};

/** Its own number is set from above; those of the units below, by whoever administers the place itself. */
const targetDivided: Oracle = (role, target) => {
  if (target.place === null || !sees(role, { ...target, paired: false })) return "not-found";
  return under(role, target) && hasVerb(role, "target.edit") ? targetFromAbove(role, target) : "refused";
};

export const placeSamples: Record<string, Sample> = {
  "cockpit.view": { expects: board, input: ({ node }) => ({ u: String(node) }) },
  "cockpit.item": { expects: board, input: ({ node }) => ({ u: String(node), item: "R2" }) },
  "cockpit.compare": { expects: board, input: ({ node }) => ({ u: String(node), peers: "1", item: "R2" }) },
  "cockpit.indicator": {
    expects: board,
    input: ({ node }) => ({ u: String(node), item: "R2", indicator: "R2.1" }),
  },
  "cockpit.rows": { expects: board, input: ({ node }) => ({ u: String(node), indicator: "R2.1" }) },
  "targets.set": {
    expects: targetFromAbove,
    input: ({ node }) => ({ indicator: "R2.1", unit: node, year: 2026, percent: "97.5" }),
  },
  "targets.divide": {
    expects: targetDivided,
    input: ({ node }) => ({ indicator: "F3.1", unit: node, year: 2026, count: "5" }),
  },
  "targets.settle": {
    // What hangs under nothing was never moved.
    expects: (role, target) => (target.place === "top" ? "not-found" : targetFromAbove(role, target)),
    input: ({ node }) => ({ event: movedOf(node), year: 2026, deed: "CARRIED" }),
  },
  "targets.list": { expects: board, input: ({ node }) => ({ u: String(node) }) },
  "targets.shares": { expects: board, input: ({ node }) => ({ indicator: "F3.1", u: String(node) }) },
  "divisions.tree": { expects: anybody, input: ({ node }) => ({ open: [node] }) },
  "divisions.get": { expects: there, input: ({ node }) => ({ id: node }) },
  "divisions.counties": { expects: anybody, input: () => ({}) },
  "divisions.candidates": { expects: there, input: ({ node }) => ({ id: node, kind: "move" }) },
  "divisions.open": {
    expects: place("division.edit"),
    input: ({ node }) => ({ parentId: node, name: "新设村", effectiveOn: soon }),
  },
  "divisions.rename": {
    expects: place("division.edit"),
    input: ({ node }) => ({ id: node, name: "新名字", effectiveOn: soon }),
  },
  "divisions.move": {
    expects: both,
    input: ({ node }) => ({ id: node, targetId: PLACES.A2.id, effectiveOn: soon }),
  },
  "divisions.close": {
    expects: both,
    input: ({ node }) => ({ id: node, targetId: PLACES.A2.id, effectiveOn: soon }),
  },
  "divisions.split": {
    // The new one opens beside it: the place above must be one's own, too.
    expects: (role, target) =>
      target.place === null || under(role, { place: PLACES[target.place].parent ?? target.place })
        ? both(role, target)
        : "refused",
    input: ({ node }) => ({ id: node, name: "新设村", numbers: "无此户", effectiveOn: soon }),
  },
  "divisions.merge": {
    expects: both,
    input: ({ node }) => ({ id: node, sources: [PLACES.A2.id], effectiveOn: soon }),
  },
  "divisions.parts": { expects: place("division.propose"), input: ({ node }) => ({ id: node }) },
  "divisions.propose": {
    expects: place("division.propose"),
    input: ({ node }) => ({ kind: "rename", id: node, name: "新名字", effectiveOn: soon }),
  },
  "divisions.proposals": { expects: anywhere("division.propose"), input: () => ({}) },
  "divisions.proposal": { expects: proposed, input: ({ proposal }) => ({ id: proposal }) },
  "divisions.approve": { expects: decided, input: ({ proposal }) => ({ proposal }) },
  "divisions.return": { expects: decided, input: ({ proposal }) => ({ proposal, reason: "请补文号" }) },
  "divisions.withdrawProposal": {
    // Nobody here made it.
    expects: (role, target) => (proposed(role, target) === "ok" ? "refused" : "not-found"),
    input: ({ proposal }) => ({ proposal }),
  },
  "divisions.undo": { expects: place("division.edit"), input: ({ done }) => ({ eventId: done }) },
  "divisions.undoable": { expects: place("division.edit"), input: ({ done }) => ({ eventId: done }) },
  "divisions.rehearse": {
    expects: place("division.propose"),
    input: ({ node }) => ({ kind: "rename", id: node, name: "新名字", effectiveOn: soon }),
  },
  "divisions.rehearsal": {
    expects: place("division.propose"),
    input: ({ node }) => ({ kind: "rename", id: node, name: "新名字", effectiveOn: soon }),
  },
  "divisions.withdrawChange": {
    expects: place("division.edit"),
    input: ({ change }) => ({ eventId: change }),
  },
};
