// Doubtful data and the watch after exit: seen where the file is seen, confirmed by whoever keeps files of the place, given back by whoever reviews there.
import { PLACES } from "../ground.ts";
import { anybody, deedOrHelp, hasVerb, type Oracle, place, seen, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { registerSeen, unitSeen } from "./households.ts";

const listsSeen: Oracle = (role, target) =>
  hasVerb(role, "household.view") ? unitSeen(role, target) : "refused";
/** A deed hangs on the place alone: households paired with a helper open none. */
const placedDeed =
  (verb: string): Oracle =>
  (role, target) => {
    if (!sees(role, { ...target, paired: false })) return "not-found";
    return under(role, target) && hasVerb(role, verb) ? "ok" : "refused";
  };
const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const ofVillage: Oracle = (role, target) =>
  VILLAGES.includes(target.node) ? place("household.edit")(role, target) : "not-found";

export const qualitySamples: Record<string, Sample> = {
  "quality.overview": { expects: listsSeen, input: ({ node }) => ({ unit: String(node) }) },
  "quality.findings": { expects: listsSeen, input: ({ node }) => ({ unit: String(node), state: "all" }) },
  "quality.finding": { expects: seen, input: ({ aid }) => ({ id: aid }) },
  "quality.ofHousehold": { expects: anybody, input: ({ household }) => ({ id: household }) },
  "watch.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "watch.ofHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "watch.close": {
    expects: deedOrHelp("visit.record"),
    input: ({ aid, visit }) => ({ id: aid, version: "1", visitId: visit, words: "水管已接通" }),
  },
  "quality.confirm": {
    expects: placedDeed("household.edit"),
    input: ({ aid }) => ({ id: aid, detail: "", note: "入户看过，属实" }),
  },
  "quality.reopen": { expects: placedDeed("household.edit"), input: ({ aid }) => ({ id: aid }) },
  // It has been handed in already: whoever may is told so.
  "quality.handIn": { expects: ofVillage, input: ({ node }) => ({ divisionId: node }) },
  "quality.giveBack": {
    expects: placedDeed("visit.review"),
    input: ({ aid }) => ({ id: aid, reason: "请再核对" }),
  },
};
