// Versions of indicators: the prefecture's administrator alone looks at them, publishes and withdraws.
import { LATER, NEXT, OWN, VERSION } from "../ground-indicators.ts";
import { hasVerb, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const office: Oracle = (role) => (hasVerb(role, "indicator.edit") ? "ok" : "refused");
const fields = {
  ...{
    measure: "share",
    name: "未脱贫户结对率",
    caseUnit: "户",
    missing: "未结对",
    definition: "未脱贫户中已结对的。",
  },
  ...{ scored: "yes", due: "fixed", "w.status": ["POOR"], "p.paired": "yes" },
};
const declared = { ...fields, item: "R2", fact: "households", from: NEXT };
const threshold = { indicator: "R2.1", from: NEXT, watch: "80" };
const version = { ...fields, indicator: OWN, from: LATER };
const why = "按新办法";

export const indicatorSamples: Record<string, Sample> = {
  "indicators.list": { expects: office, input: () => ({}) },
  "indicators.show": { expects: office, input: () => ({ indicator: OWN }) },
  "indicators.firstOpenMonth": { expects: office, input: () => ({}) },
  "indicators.previewThreshold": { expects: office, input: () => threshold },
  "indicators.previewOwn": { expects: office, input: () => version },
  "indicators.previewNew": { expects: office, input: () => declared },
  "indicators.setThreshold": { expects: office, input: () => ({ ...threshold, why }) },
  "indicators.publish": { expects: office, input: () => ({ ...version, why }) },
  "indicators.declare": { expects: office, input: () => ({ ...declared, why }) },
  "indicators.retire": { expects: office, input: () => ({ indicator: OWN, from: LATER, why }) },
  "indicators.withdraw": { expects: office, input: () => ({ id: VERSION }) },
};
