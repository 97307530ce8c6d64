// The register of villages, by year.
import { PLACES } from "../ground.ts";
import { hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

/** A unit's register is there for whoever reaches the unit. */
const reached: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const isVillage = (node: number) =>
  node === PLACES.A1x.id || node === PLACES.A1y.id || node === PLACES.B1x.id;
const fills: Oracle = (role, target) => {
  if (!isVillage(target.node) || !sees(role, { ...target, paired: false })) return "not-found";
  return under(role, target) && hasVerb(role, "household.edit") ? "ok" : "refused";
};

/** The files of a village on paper: within reach; for a unit above there is no print. */
const printed: Oracle = (role, target) => {
  if (role !== "HELPER" && !hasVerb(role, "household.view")) return "refused";
  return sees(role, target) ? "ok" : "not-found";
};

export const villageSamples: Record<string, Sample> = {
  "printing.files": { expects: printed, input: ({ household }) => ({ households: [household] }) },
  "villages.register": { expects: reached, input: ({ node }) => ({ id: String(node) }) },
  "villages.saveRegister": {
    expects: fills,
    input: ({ node }) => ({ id: String(node), year: "2025", version: 0, households: "120" }),
  },
};
