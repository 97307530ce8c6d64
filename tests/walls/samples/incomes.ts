// Income by source, and the lines that the office sets.
import { PLACES } from "../ground.ts";
import { anybody, deed, hasVerb, type Oracle, seen } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const isCounty = (node: number) => node === PLACES.A.id || node === PLACES.B.id || node === PLACES.top.id;
/** Lines stand at counties and the prefecture, and are set for the whole prefecture. */
const setsLines: Oracle = (role, target) =>
  isCounty(target.node) ? (hasVerb(role, "setting.edit") ? "ok" : "refused") : "not-found";

export const incomeSamples: Record<string, Sample> = {
  "incomes.ofHousehold": { expects: seen, input: ({ household }) => ({ id: household }) },
  "incomes.save": {
    expects: deed("household.edit"),
    input: ({ household }) => ({ id: household, was: "{}", "WAGE.WAGES": "12000" }),
  },
  "incomes.lines": { expects: anybody, input: () => ({}) },
  "incomes.setLine": {
    expects: setsLines,
    input: ({ node }) => ({ kind: "POVERTY", year: "2026", divisionId: String(node), amount: "4000" }),
  },
  "incomes.dropLine": {
    expects: setsLines,
    input: ({ node }) => ({ kind: "MONITORING", year: "2026", divisionId: String(node) }),
  },
};
