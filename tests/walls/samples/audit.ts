// The trail, who saw a household, the history of a thing, and the state of the machine.
import { anywhere, hasVerb, seen, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const today = new Date().toISOString().slice(0, 10);

export const auditSamples: Record<string, Sample> = {
  "audit.list": {
    expects: anywhere("trail.view"),
    input: ({ node }) => ({ unit: String(node), days: "all" }),
  },
  "audit.units": { expects: anywhere("trail.view"), input: () => ({}) },
  "audit.findHousehold": { expects: anywhere("trail.view"), input: () => ({ name: "户主" }) },
  // The auditor and whoever administers all accounts may ask about every household, others about those they administer.
  "audit.whoSaw": {
    expects: (role, target) => {
      if (!hasVerb(role, "trail.view")) return "refused";
      return under(role, target) ? "ok" : "not-found";
    },
    input: ({ household }) => ({ household, from: "2020-01-01", to: today }),
  },
  "audit.history": { expects: seen, input: ({ household }) => ({ kind: "household", id: household }) },
  "audit.export": { expects: anywhere("trail.view"), input: () => ({ note: "u=1" }) },
  "health.state": { expects: anywhere("health.view"), input: () => ({}) },
};
