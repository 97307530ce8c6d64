// Exports: of a unit within reach by whoever may; requests of others are decided by a second person, and here there are none.
import { anybody, hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const nobody: Oracle = () => "not-found";
const takes =
  (verb: string): Oracle =>
  (role, target) => {
    if (!sees(role, { ...target, paired: false })) return "not-found";
    return under(role, target) && hasVerb(role, verb) ? "ok" : "refused";
  };

export const exportSamples: Record<string, Sample> = {
  "exports.list": { expects: anybody, input: () => ({}) },
  "exports.units": { expects: anybody, input: () => ({}) },
  "exports.start": {
    expects: takes("household.export"),
    input: ({ node }) => ({ what: "household-roster", divisionId: node }),
  },
  "exports.ask": {
    expects: takes("export.unmasked"),
    input: ({ node }) => ({ what: "household-roster", divisionId: node, reason: "上报省级核对" }),
  },
  "exports.count": { expects: nobody, input: ({ household }) => ({ id: household, rows: 1 }) },
  "exports.decide": { expects: nobody, input: ({ household }) => ({ id: household, decision: "approve" }) },
  "exports.fetch": { expects: nobody, input: ({ household }) => ({ id: household }) },
};
