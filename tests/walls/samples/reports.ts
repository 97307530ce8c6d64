// Reports: read with the board of their unit, written in the unit's own office alone.
import { HELD_AT } from "../ground.ts";
import { TO_SIGN } from "../ground-closings.ts";
import { hasVerb, type Oracle, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { board } from "./places.ts";

const reads: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const writes: Oracle = (role, target) => {
  if (reads(role, target) !== "ok") return "not-found";
  return hasVerb(role, "report.edit") && HELD_AT[role] === target.place ? "ok" : "refused";
};
/** A village has none. */
const makes: Oracle = (role, target) =>
  target.place !== null && /[xy]$/.test(target.place) ? "not-found" : writes(role, target);

export const reportSamples: Record<string, Sample> = {
  "reports.list": { expects: board, input: ({ node }) => ({ u: String(node) }) },
  "reports.get": { expects: reads, input: ({ issuedReport }) => ({ id: issuedReport }) },
  "reports.make": { expects: makes, input: ({ node }) => ({ unit: node, period: TO_SIGN }) },
  "reports.save": {
    expects: writes,
    input: ({ report }) => ({ id: report, version: 1, plans: "下月补上" }),
  },
  "reports.issue": { expects: writes, input: ({ report }) => ({ id: report, version: 1 }) },
  "reports.drop": { expects: writes, input: ({ report }) => ({ id: report, version: 1 }) },
  "reports.correct": {
    expects: writes,
    input: ({ issuedReport }) => ({ id: issuedReport, reason: "补录后有变" }),
  },
};
