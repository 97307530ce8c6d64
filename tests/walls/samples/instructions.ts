// Instructions: given by leaders, answered in the office that they are addressed to, settled by the leaders of the giver's unit (the giver of this ground is nobody).
import { anybody, deed, hasVerb, type Oracle, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const fresh = "01940000-0000-7000-8000-00390000abcd";

const oversees: Oracle = (role, target) =>
  target.place !== null &&
  under(role, target) &&
  (hasVerb(role, "instruction.give") || hasVerb(role, "audit.view"))
    ? "ok"
    : "not-found";
const isOffice = (role: string, target: Parameters<Oracle>[1]) =>
  role === "COUNTY_POVERTY_OFFICE" && target.place !== null && under(role, target);
const concerned: Oracle = (role, target) => (isOffice(role, target) ? "ok" : oversees(role, target));
const answers: Oracle = (role, target) =>
  isOffice(role, target) ? "ok" : concerned(role, target) === "ok" ? "refused" : "not-found";
const settles: Oracle = (role, target) => {
  if (concerned(role, target) !== "ok") return "not-found";
  return hasVerb(role, "instruction.give") && role.startsWith("PREFECTURE") ? "ok" : "refused";
};
const reminds: Oracle = (role, target) => {
  if (concerned(role, target) !== "ok") return "not-found";
  return hasVerb(role, "instruction.give") && !isOffice(role, target) ? "ok" : "refused";
};
const leads: Oracle = (role, target) =>
  role === "HELPER" ? "not-found" : deed("instruction.give")(role, target);

export const instructionSamples: Record<string, Sample> = {
  "instructions.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node), view: "all" }) },
  "instructions.onBoard": { expects: anybody, input: ({ node }) => ({ units: [node], period: "2026-01" }) },
  "instructions.get": { expects: concerned, input: ({ instruction }) => ({ id: instruction }) },
  "instructions.form": { expects: leads, input: ({ node }) => ({ unit: String(node) }) },
  "instructions.give": {
    expects: leads,
    input: ({ node }) => ({
      ...{ id: fresh, divisionId: node, to: `COUNTY_FINANCE@${node}`, kind: "EXPLAIN", dueOn: today },
      words: "请说明原因",
    }),
  },
  "instructions.read": { expects: answers, input: ({ instruction }) => ({ id: instruction }) },
  "instructions.reply": {
    expects: answers,
    input: ({ instruction }) => ({ id: instruction, version: 2, words: "已核实" }),
  },
  "instructions.accept": { expects: settles, input: ({ answered }) => ({ id: answered, version: 3 }) },
  "instructions.return": {
    expects: settles,
    input: ({ answered }) => ({ id: answered, version: 3, words: "再核", dueOn: today }),
  },
  "instructions.withdraw": {
    expects: settles,
    input: ({ instruction }) => ({ id: instruction, version: 2, words: "发错了" }),
  },
  "inbox.remindInstruction": { expects: reminds, input: ({ instruction }) => ({ id: instruction }) },
};
