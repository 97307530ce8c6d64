// Duties, pledges and reports: seen by whoever sees the place, kept by whoever keeps duties there.
import { PLACES } from "../ground.ts";
import { deed, hasVerb, type Oracle, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const onPlace =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
const keeps = onPlace(deed("duty.edit"));
const seen: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const asked =
  (verb: string): Oracle =>
  (role, target) =>
    hasVerb(role, verb) ? unitSeen(role, target) : "refused";
const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const on = "2026-02-10";

export const memberDutySamples: Record<string, Sample> = {
  "duties.list": { expects: asked("household.view"), input: ({ node }) => ({ unit: String(node) }) },
  "duties.form": { expects: asked("duty.edit"), input: ({ node }) => ({ unit: String(node) }) },
  "duties.post": { expects: seen, input: ({ duty }) => ({ id: duty }) },
  "duties.member": { expects: seen, input: ({ member }) => ({ id: member }) },
  "duties.openPost": {
    expects: keeps,
    input: ({ org }) => ({
      orgId: org,
      kind: "ECONOMY",
      name: "科技示范岗",
      duties: "带头试种良种",
      places: "2",
    }),
  },
  "duties.closePost": { expects: keeps, input: ({ duty }) => ({ id: duty }) },
  "duties.propose": {
    expects: keeps,
    input: ({ duty, member }) => ({ id: duty, memberId: member, how: "APPLIED", proposedOn: on }),
  },
  "duties.step": { expects: keeps, input: ({ holding }) => ({ id: holding, step: "AGREED", on }) },
  "duties.endHolding": { expects: keeps, input: ({ holding }) => ({ id: holding, on, why: "外出务工" }) },
  "duties.review": {
    expects: keeps,
    input: ({ signed }) => ({ id: signed, year: 2026, part: "HALF", result: "GOOD" }),
  },
  "duties.pledge": {
    expects: keeps,
    input: ({ member }) => ({ id: member, content: "帮两户秋收", target: "两户", dueOn: "2027-01-10" }),
  },
  "duties.deliver": { expects: keeps, input: ({ pledge }) => ({ id: pledge, on, evidence: "都做完了" }) },
  "duties.judge": { expects: keeps, input: ({ pledge }) => ({ id: pledge, verdict: "ACCEPTED" }) },
  "duties.withdrawPledge": { expects: keeps, input: ({ pledge }) => ({ id: pledge }) },
  "duties.checkIn": {
    expects: (role, target) => (VILLAGES.includes(target.node) ? keeps(role, target) : "not-found"),
    input: ({ node, org }) => ({ divisionId: node, orgId: org, fromOn: on }),
  },
  "duties.checkOut": { expects: keeps, input: ({ checkIn }) => ({ id: checkIn, toOn: on }) },
};
