// Campaigns of visits: known to whoever sees a place that they concern, called for by whoever keeps its pairings.
import { PLACES } from "../ground.ts";
import { deed, hasVerb, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const onPlace =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
const asked =
  (verb: string): Oracle =>
  (role, target) =>
    hasVerb(role, verb) ? unitSeen(role, target) : "refused";
const keeps = onPlace(deed("pairing.edit"));
const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];

export const campaignSamples: Record<string, Sample> = {
  "campaigns.list": { expects: asked("household.view"), input: ({ node }) => ({ unit: String(node) }) },
  "campaigns.show": {
    expects: asked("household.view"),
    input: ({ node, campaign }) => ({ id: campaign, unit: String(node) }),
  },
  "campaigns.form": { expects: asked("pairing.edit"), input: ({ node }) => ({ unit: String(node) }) },
  "campaigns.call": {
    expects: (role, target) => (VILLAGES.includes(target.node) ? "not-found" : keeps(role, target)),
    input: ({ node }) => ({
      ...{ divisionId: node, name: "入冬大走访", covers: "POOR" },
      ...{ fromOn: "2026-11-01", lastOn: "2026-12-31" },
    }),
  },
  "campaigns.end": { expects: keeps, input: ({ campaign }) => ({ id: campaign, why: "改期" }) },
};
