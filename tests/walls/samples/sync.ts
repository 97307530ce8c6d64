// What phones deliver: rests on the rights of the visit itself; what a phone keeps is one's own.
import { createHash } from "node:crypto";
import type { Target } from "../ground.ts";
import { anybody, anywhere, deed, deedOrHelp, hasVerb, type Oracle, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { does } from "./one-stop.ts";
import { keeps as keepsTrainings } from "./trainings.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const op = "0196a000-0000-7000-8000-0000000000aa";
const sending = { op, device: "phone", writtenAt: new Date().toISOString() };

/** A visit as a phone carries it. */
const carried = ({ household }: Pick<Target, "household">) => {
  const values = JSON.stringify({
    id: "0196a000-0000-7000-8000-0000000000ab",
    householdId: household,
    visitedOn: today,
    situation: "NORMAL",
    standInReason: "代走访",
  });
  return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
};
const asSent = (told: object) => {
  const values = JSON.stringify(told);
  return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
};
const picture = ({ visit }: Pick<Target, "visit">) => ({
  ...sending,
  sha256: "00".repeat(32),
  visit,
  photo: {
    ...{ kind: "PHOTO", sha256: "00".repeat(32), previewSha256: null, mediaType: "image/jpeg" },
    ...{ size: 1000, width: 10, height: 10, name: null },
  },
});
/** In these samples the writer never had a right here, which a rule says to whoever may take in. */
const takesIn = deed("visit.review");
/** Whoever takes in what is recorded of a family must be one to record it. */
const takesInRecords: Oracle = (role, target) => {
  const outcome = takesIn(role, target);
  return outcome === "ok" && !hasVerb(role, "visit.record") ? "refused" : outcome;
};
/** The same, and the visit is not there for such a writer. */
const takesInPhoto: Oracle = (role, target) => {
  const outcome = deed("visit.review")(role, target);
  return outcome === "ok" ? "not-found" : outcome;
};
const lookedOver: Oracle = (role, target) =>
  under(role, target) && hasVerb(role, "visit.review") ? "ok" : "not-found";

export const syncSamples: Record<string, Sample> = {
  "sync.phonesOf": { expects: anybody, input: ({ account }) => ({ accountId: account }) },
  "sync.held": { expects: anywhere("visit.review"), input: () => ({}) },
  "sync.takeInVisit": {
    expects: takesIn,
    input: (target) => ({ ...carried(target), writer: target.account }),
  },
  "sync.takeInFact": {
    expects: takesInRecords,
    input: (target) => ({
      ...asSent({ householdId: target.household, field: "waterSafe", was: "", value: "no" }),
      writer: target.account,
    }),
  },
  "sync.takeInNeed": {
    expects: takesInRecords,
    input: (target) => ({
      ...asSent({
        id: "0196a000-0000-7000-8000-0000000000ae",
        ...{ householdId: target.household, category: "NEED_WATER", raisedOn: today },
      }),
      writer: target.account,
    }),
  },
  "sync.takeInPhoto": {
    expects: takesInPhoto,
    input: (target) => ({ ...picture(target), writer: target.account }),
  },
  "sync.takeHeld": { expects: lookedOver, input: ({ held }) => ({ op: held }) },
  "sync.dropHeld": { expects: lookedOver, input: ({ held }) => ({ op: held, why: "没有去过" }) },
  "sync.first": { expects: anybody, input: () => ({}) },
  "sync.taken": { expects: anybody, input: () => ({ op }) },
  "sync.tellTwisted": { expects: anybody, input: () => ({ op, sha256: "00".repeat(32) }) },
  "sync.deliverVisit": { expects: deedOrHelp("visit.record"), input: carried },
  "sync.deliverFact": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household }) => {
      const values = JSON.stringify({ householdId: household, field: "waterSafe", was: "", value: "no" });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
  },
  "sync.deliverAddition": {
    // Whoever neither went nor wrote it down adds nothing.
    expects: deed("nothing"),
    input: ({ visit }) => {
      const values = JSON.stringify({
        ...{ id: "0196a000-0000-7000-8000-0000000000ad", visitId: visit, words: "补充一句" },
      });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
  },
  "sync.deliverVerdict": {
    expects: deedOrHelp("visit.record"),
    input: ({ needDone }) => {
      const values = JSON.stringify({ id: needDone, version: 3, verdict: "SATISFIED", onDay: today });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
  },
  "sync.deliverPhoto": { expects: deed("nothing"), input: picture },
  "sync.deliverCase": {
    expects: does("service.accept"),
    input: ({ desk: windowId, matter: itemId }) => {
      const asked = { id: "0196a000-0000-7000-8000-0000000000ad", windowId, itemId, applicant: "某某" };
      return asSent({ ...asked, householdNo: "", came: "YES", papers: [] });
    },
  },
  "sync.deliverPapers": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => asSent({ id: serviceCase, papers: ["1"], came: "NO" }),
  },
  "sync.deliverAttendance": {
    expects: keepsTrainings,
    input: ({ training }) =>
      asSent({ id: training, sheet: "0196a000-0000-7000-8000-0000000000af", names: "人甲" }),
  },
  "sync.deliverNeed": {
    expects: deedOrHelp("visit.record"),
    input: ({ household }) => {
      const values = JSON.stringify({
        id: "0196a000-0000-7000-8000-0000000000ac",
        ...{ householdId: household, category: "NEED_WATER", raisedOn: today },
      });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
  },
};
