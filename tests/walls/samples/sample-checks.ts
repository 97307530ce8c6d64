// Sample checks: seen where they were ordered until they are closed, carried out by nobody but their checkers, ordered and closed by whoever decides on the registry.
import { PLACES } from "../ground.ts";
import { hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const inReach: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
/** None of those tried is named as a checker. */
const checkersOnly: Oracle = (role, target) => (inReach(role, target) === "ok" ? "refused" : "not-found");
const decides: Oracle = (role, target) => {
  if (inReach(role, target) !== "ok") return "not-found";
  return under(role, target) && hasVerb(role, "registry.decide") ? "ok" : "refused";
};
const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const asked =
  (verb: string): Oracle =>
  (role, target) =>
    hasVerb(role, verb) ? unitSeen(role, target) : "refused";

export const sampleCheckSamples: Record<string, Sample> = {
  "sampleChecks.list": { expects: asked("household.view"), input: ({ node }) => ({ unit: String(node) }) },
  "sampleChecks.form": { expects: asked("registry.decide"), input: ({ node }) => ({ unit: String(node) }) },
  "sampleChecks.show": { expects: inReach, input: ({ check }) => ({ id: check }) },
  "sampleChecks.draw": { expects: inReach, input: ({ draw }) => ({ id: draw }) },
  // Nobody there has exited: whoever may order is told so.
  "sampleChecks.order": {
    expects: (role, target) => (VILLAGES.includes(target.node) ? "not-found" : decides(role, target)),
    input: ({ node }) => ({
      ...{ divisionId: node, kind: "EXIT", referenceOn: today, stratum: "VILLAGE", size: "1" },
      ...{ seed: "matrix-seed", checkers: ["1"] },
    }),
  },
  "sampleChecks.record": {
    expects: checkersOnly,
    input: ({ draw }) => ({ id: draw, outcome: "CORRECT", visitedOn: today }),
  },
  "sampleChecks.addMissed": {
    expects: checkersOnly,
    input: ({ check, node }) => ({ id: check, village: node, foundOn: today, words: "一组一户" }),
  },
  "sampleChecks.withdrawMissed": { expects: checkersOnly, input: ({ missed }) => ({ id: missed }) },
  // One household is not visited yet: whoever may close is told so.
  "sampleChecks.close": { expects: decides, input: ({ check }) => ({ id: check }) },
};
