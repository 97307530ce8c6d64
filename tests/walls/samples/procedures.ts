// Procedures: cases of households in reach; each step asks for the right of its level.
import { SOURCES } from "#lib/domains/procedures/procedure.ts";
import { PLACES, type Target } from "../ground.ts";
import { anybody, anywhere, deed, hasVerb, type Oracle, seen, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const today = "今天";
/** What hangs on the place alone: households paired with a helper open none. */
const placed: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const registerSeen: Oracle = (role, target) =>
  role === "HELPER" || hasVerb(role, "household.view") ? unitSeen(role, target) : "refused";
const listsSeen: Oracle = (role, target) =>
  hasVerb(role, "household.view") ? unitSeen(role, target) : "refused";
const isVillage = ({ node }: Target) =>
  [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id].some((id) => id === node);
/** A village exits on its township's word, a county on its own. */
const unitDeed: Oracle = (role, target) => {
  if (placed(role, target) !== "ok") return "not-found";
  const verb = isVillage(target) ? "procedure.township" : "procedure.county";
  return under(role, target) && hasVerb(role, verb) ? "ok" : "refused";
};
const draft = deed("procedure.draft");
const township = deed("procedure.township");
const county = deed("procedure.county");

const about = ({ procedure }: Target) => ({ id: procedure, version: "1" });
const applied = { appliedOn: today, reason: "申请", risks: [] };

export const procedureSamples: Record<string, Sample> = {
  "procedures.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "procedures.show": { expects: seen, input: ({ procedure }) => ({ id: procedure }) },
  "procedures.ofHousehold": { expects: seen, input: ({ household }) => ({ household }) },
  "procedures.monitoring": { expects: anybody, input: ({ household }) => ({ household }) },
  "procedures.ofUnit": { expects: placed, input: ({ node }) => ({ unit: node }) },
  "procedures.notices": { expects: listsSeen, input: ({ node }) => ({ unit: String(node) }) },
  "procedures.notice": { expects: placed, input: ({ notice }) => ({ id: notice }) },
  "procedures.plans": { expects: anybody, input: () => ({}) },
  // One runs already: whoever may is told so.
  "procedures.start": {
    expects: draft,
    input: ({ household }) => ({ householdId: household, kind: "EXIT", ...applied }),
  },
  "procedures.startForUnit": {
    expects: unitDeed,
    input: (target) => ({
      ...{ divisionId: String(target.node), kind: isVillage(target) ? "VILLAGE_EXIT" : "COUNTY_EXIT" },
      ...{ appliedOn: today, reason: "申请", population: "9000", missed: "1", wrong: "1", accepted: "95" },
    }),
  },
  "procedures.check": {
    expects: draft,
    input: (target) => ({
      ...{ ...about(target), onDay: today, who1: "某甲", who2: "某乙", opinion: "属实", agreed: "yes" },
    }),
  },
  // The other steps are not due: whoever may do them is told so.
  "procedures.applyAgain": { expects: draft, input: (target) => ({ ...about(target), ...applied }) },
  "procedures.applyAgainForUnit": {
    expects: draft,
    input: (target) => ({ ...about(target), appliedOn: today, reason: "申请", population: "9000" }),
  },
  "procedures.meet": {
    expects: draft,
    input: (target) => ({
      ...{ ...about(target), onDay: today, venue: "村委会", chair: "某甲" },
      ...{ expected: "9", present: "9", inFavor: "9", against: "0", abstained: "0" },
    }),
  },
  "procedures.post": { expects: draft, input: (target) => ({ ...about(target), phone: "12317" }) },
  "procedures.closeList": { expects: draft, input: about },
  "procedures.object": {
    expects: deed("procedure.draft", "procedure.township", "procedure.county", "procedure.prefecture"),
    input: (target) => ({ ...about(target), onDay: today, what: "有异议" }),
  },
  "procedures.settle": {
    expects: township,
    input: (target) => ({ ...about(target), onDay: today, finding: "不属实", decision: "CONTINUE" }),
  },
  "procedures.compare": {
    expects: township,
    input: (target) => ({
      ...about(target),
      ...Object.fromEntries(SOURCES.map((source) => [source, "NONE"])),
    }),
  },
  "procedures.approve": { expects: township, input: (target) => ({ ...about(target), opinion: "同意" }) },
  "procedures.sendBack": {
    expects: township,
    input: (target) => ({ ...about(target), to: "0", why: "补充" }),
  },
  "procedures.reject": { expects: township, input: (target) => ({ ...about(target), why: "不符" }) },
  "procedures.withdraw": { expects: draft, input: (target) => ({ ...about(target), why: "撤回" }) },
  "procedures.mark": { expects: county, input: about },
  "procedures.setPlan": {
    expects: anywhere("setting.edit"),
    input: () => ({
      ...{ kind: "VILLAGE_EXIT", fromOn: "2027-01-01", "APPLICATION.place": "1" },
      ...{ "PUBLICITY_1.place": "2", "PUBLICITY_1.days": "7", "COUNTY_REVIEW.place": "3" },
      ...{ "ANNOUNCEMENT.place": "4", "ANNOUNCEMENT.days": "7", "MARKING.place": "5" },
    }),
  },
};
