// Measures (帮扶措施): each deed on one, for a household near and far.
import { anybody, deed, seen } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const facts = { year: "2026", category: "GROW_PRODUCTION", project: "养牛", amount: "6000" };

export const measureSamples: Record<string, Sample> = {
  "measures.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "measures.ofHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "measures.get": { expects: seen, input: ({ aid }) => ({ id: aid }) },
  "measures.record": {
    expects: deed("household.edit"),
    input: ({ household }) => ({ householdId: household, ...facts }),
  },
  "measures.correct": {
    expects: deed("household.edit"),
    input: ({ aid }) => ({ id: aid, version: 1, ...facts }),
  },
  "measures.end": {
    expects: deed("household.edit"),
    input: ({ aid }) => ({ id: aid, version: 1, status: "DONE", toOn: "2026-06-01" }),
  },
  "measures.withdraw": { expects: deed("household.edit"), input: ({ aid }) => ({ id: aid, version: 1 }) },
};
