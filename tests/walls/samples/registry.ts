// The yearly rhythm: windows, the opening of a year, and what has to be asked for while it may not be done.
import { PLACES } from "../ground.ts";
import { anybody, anywhere, deed, hasVerb, type Oracle, seen, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { lifeSamples } from "./lives.ts";

const days = { opensOn: "2026-09-01", closesOn: "2026-12-31", frozenOn: "" };
const SETTABLE: readonly number[] = [PLACES.top.id, PLACES.A.id, PLACES.B.id];
/** At the prefecture and at counties within reach. */
const campaign: Oracle = (role, target) => {
  if (!SETTABLE.includes(target.node) || !sees(role, { ...target, paired: false })) return "not-found";
  return hasVerb(role, "registry.year") ? "ok" : "refused";
};
/** The whole prefecture's business. */
const whole: Oracle = (role) => {
  if (!sees(role, { place: "top", paired: false })) return "not-found";
  return hasVerb(role, "registry.year") ? "ok" : "refused";
};
/** Nothing is held back on this ground: whoever may edit gets as far as being told that there is nothing to ask for. */
const asking = deed("household.edit");
const villages: readonly number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const input = (name: string) => lifeSamples[name]!.input;

export const registrySamples: Record<string, Sample> = {
  "registry.years": { expects: anybody, input: () => ({}) },
  "registry.campaignPlaces": { expects: anybody, input: () => ({}) },
  "registry.gate": { expects: anybody, input: ({ node }) => ({ place: node }) },
  "registry.setCampaign": { expects: campaign, input: ({ node }) => ({ divisionId: String(node), ...days }) },
  "registry.openYear": { expects: whole, input: () => ({ year: "2027", sure: "yes" }) },
  // Nobody has asked for a new year here.
  "registry.cancelOpening": { expects: () => "not-found", input: () => ({ year: "2027" }) },
  "lives.requests": {
    expects: (role, target) => (role === "HELPER" ? "ok" : anywhere("household.view")(role, target)),
    input: () => ({}),
  },
  "lives.request": {
    expects: (role, target) => seen(role, { ...target, paired: false }),
    input: ({ request }) => ({ id: request }),
  },
  "lives.decideRequest": {
    expects: (role, target) => deed("registry.decide")(role, { ...target, paired: false }),
    input: ({ request }) => ({ id: request, decision: "REFUSE", why: "材料不全" }),
  },
  // Asked for by nobody of this ground.
  "lives.withdrawRequest": {
    expects: (role, target) => deed("nothing")(role, { ...target, paired: false }),
    input: ({ request }) => ({ id: request }),
  },
  "lives.askRegister": {
    expects: (role, target) =>
      villages.includes(target.node) ? asking(role, { ...target, paired: false }) : "not-found",
    input: ({ node }) => ({ divisionId: String(node), name: "新户主", status: "POOR" }),
  },
  "lives.askSplit": { expects: asking, input: input("lives.split") },
  "lives.askMerge": { expects: asking, input: input("lives.merge") },
  "lives.askDissolve": { expects: asking, input: input("lives.dissolve") },
  "lives.askMemberIn": { expects: asking, input: input("lives.memberIn") },
  "lives.askMemberOut": { expects: asking, input: input("lives.memberOut") },
  "lives.askHead": { expects: asking, input: input("lives.passHead") },
  "lives.askCorrect": {
    expects: asking,
    input: ({ household }) => ({ id: household, was: "{}", phone: "13911112222" }),
  },
  "lives.askMemberFacts": {
    expects: asking,
    input: ({ household, person }) => ({
      ...{ householdId: household, personId: person },
      ...{ was: "{}", labor: "SKILLED" },
    }),
  },
  "lives.askIncome": {
    expects: asking,
    input: ({ household }) => ({ id: household, was: "{}", "WAGE.WAGES": "12000" }),
  },
};
