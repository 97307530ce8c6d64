// Needs: raised and asked about by whoever visits there, moved by whoever answers for the level at which they lie.
import { lineOf, PLACES, type PlaceName } from "../ground.ts";
import { anybody, deed, deedOrHelp, hasVerb, type Oracle, seen, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const version = 2;
const id = "01940000-0000-7000-8000-00280000abcd";
const fresh = { id, category: "NEED_ROAD", urgency: "NORMAL", source: "SELF", raisedOn: today };

/** A department sees what lies in its own hands; whom no role and no pairing opens the register to is refused by name. */
const listed: Oracle = (role, target) =>
  role === "HELPER" || hasVerb(role, "household.view") || hasVerb(role, "need.answer")
    ? unitSeen(role, target)
    : "refused";
const villageOnly = (target: { place: PlaceName | null }) =>
  target.place !== null && PLACES[target.place].level === "VILLAGE";

/** Passed up to the township, it is out of the village's hands. */
const atTownship: Oracle = (role, target) => {
  if (!sees(role, target)) return "not-found";
  const seat = villageOnly(target) && target.place ? (lineOf(target.place)[1] ?? null) : target.place;
  return hasVerb(role, "need.handle") && under(role, { place: seat }) ? "ok" : "refused";
};

export const needSamples: Record<string, Sample> = {
  "needs.list": { expects: listed, input: ({ node }) => ({ unit: String(node) }) },
  "needs.ledger": { expects: listed, input: ({ node }) => ({ unit: String(node), period: "2026" }) },
  "needs.ofHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "needs.ofVisit": { expects: anybody, input: ({ visit }) => ({ visit }) },
  "needs.toKeep": { expects: anybody, input: () => ({}) },
  "needs.toConfirm": { expects: anybody, input: () => ({}) },
  "needs.get": { expects: seen, input: ({ need }) => ({ id: need }) },
  "needs.raiseForm": { expects: seen, input: ({ household }) => ({ household }) },
  "needs.raise": {
    expects: deedOrHelp("visit.record"),
    input: ({ household }) => ({ ...fresh, householdId: household }),
  },
  "needs.assign": {
    expects: deed("need.handle"),
    input: ({ need }) => ({ id: need, version, unit: "水站", askedOn: today }),
  },
  "needs.escalate": { expects: deed("need.handle"), input: ({ need }) => ({ id: need, version }) },
  "needs.handDown": {
    expects: atTownship,
    input: ({ needUp }) => ({ id: needUp, version: 3, words: "村里能办" }),
  },
  "needs.withdraw": {
    expects: deed("need.handle"),
    input: ({ need }) => ({ id: need, version, words: "登记错了" }),
  },
  "needs.return": {
    expects: deed("need.handle"),
    input: ({ needHeld }) => ({ id: needHeld, version: 4, words: "不归这里管" }),
  },
  "needs.pause": {
    expects: deed("need.handle"),
    input: ({ need }) => ({ id: need, version, onDay: today, words: "大雪封山" }),
  },
  "needs.resume": {
    expects: deed("need.handle"),
    input: ({ needHeld }) => ({ id: needHeld, version: 4, onDay: today }),
  },
  "needs.finish": {
    expects: deed("need.handle"),
    input: ({ need }) => ({ id: need, version, doneOn: today, result: "已通水" }),
  },
  "needs.judge": {
    expects: deedOrHelp("visit.record"),
    input: ({ needDone }) => ({ id: needDone, version: 3, verdict: "SATISFIED", onDay: today }),
  },
};
