// Plans of pairings: seen and changed by whoever may pair in their place, by nobody else.
import { PLACES } from "../ground.ts";
import { hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { registerSeen, unitSeen } from "./households.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
/** A household that one helps oneself opens no plan of its place. */
const planning: Oracle = (role, target) => {
  if (!sees(role, { ...target, paired: false })) return "not-found";
  return under(role, target) && hasVerb(role, "pairing.edit") ? "ok" : "refused";
};
const never: Oracle = (role, target) => (planning(role, target) === "not-found" ? "not-found" : "refused");

const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const ofVillage: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const place = { unit: "县水利局", contact: "" };

export const planSamples: Record<string, Sample> = {
  "unitVillages.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "unitVillages.ofVillage": { expects: () => "ok", input: ({ node }) => ({ unit: String(node) }) },
  "unitVillages.ofOrg": { expects: () => "ok", input: ({ org }) => ({ orgId: org }) },
  "unitVillages.get": { expects: ofVillage, input: ({ unitVillage }) => ({ id: unitVillage }) },
  "unitVillages.form": {
    expects: (role) => (hasVerb(role, "pairing.edit") ? "ok" : "refused"),
    input: ({ node }) => ({ unit: String(node), q: "党" }),
  },
  "unitVillages.take": {
    expects: (role, target) => (VILLAGES.includes(target.node) ? planning(role, target) : "not-found"),
    input: ({ node }) => ({ divisionId: node, ...place, fromOn: today }),
  },
  "unitVillages.end": {
    expects: planning,
    input: ({ unitVillage }) => ({ id: unitVillage, version: 1, toOn: today, reason: "ROTATED" }),
  },
  "unitVillages.replace": {
    expects: planning,
    input: ({ unitVillage }) => ({
      ...{ id: unitVillage, version: 1, toOn: today, reason: "ROTATED", fromOn: today, ...place },
    }),
  },
  // Somebody else entered it, long ago: whoever may is told so.
  "unitVillages.withdraw": { expects: planning, input: ({ unitVillage }) => ({ id: unitVillage }) },
  "pairingPlans.list": {
    expects: (role, target) => (hasVerb(role, "pairing.edit") ? unitSeen(role, target) : "refused"),
    input: ({ node }) => ({ unit: String(node) }),
  },
  "pairingPlans.get": { expects: planning, input: ({ plan }) => ({ id: plan }) },
  "pairingPlans.helpers": { expects: planning, input: ({ plan }) => ({ id: plan }) },
  "pairingPlans.choices": { expects: planning, input: ({ plan, household }) => ({ id: plan, household }) },
  // Nobody of that rank is there: whoever may plan is told so.
  "pairingPlans.make": {
    expects: planning,
    input: ({ node }) => ({
      ...{
        unit: String(node),
        kind: "LEADER_CONTACT",
        whom: "KIND",
        fromOn: today,
        ranks: ["COUNTY_LEADER"],
      },
    }),
  },
  "pairingPlans.changeLine": {
    expects: planning,
    input: ({ plan, household }) => ({ id: plan, version: "1", household, helperId: "" }),
  },
  "pairingPlans.replan": { expects: planning, input: ({ plan }) => ({ id: plan, version: "1" }) },
  // Nobody is proposed in it: whoever may carry it out is told so.
  "pairingPlans.carryOut": { expects: planning, input: ({ plan }) => ({ id: plan, version: "1" }) },
  "pairingPlans.drop": { expects: planning, input: ({ plan }) => ({ id: plan, version: "1" }) },
  // Only whoever carried it out takes it back: nobody here did.
  "pairingPlans.takeBack": { expects: never, input: ({ plan }) => ({ id: plan }) },
};
