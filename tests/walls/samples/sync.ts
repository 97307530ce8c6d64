// What phones deliver: rests on the rights of the visit itself; what a phone keeps is one's own.
import { createHash } from "node:crypto";
import { anybody, deed, deedOrHelp } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const op = "0196a000-0000-7000-8000-0000000000aa";
const sending = { op, device: "phone", writtenAt: new Date().toISOString() };

export const syncSamples: Record<string, Sample> = {
  "sync.first": { expects: anybody, input: () => ({}) },
  "sync.taken": { expects: anybody, input: () => ({ op }) },
  "sync.tellTwisted": { expects: anybody, input: () => ({ op, sha256: "00".repeat(32) }) },
  "sync.deliverVisit": {
    expects: deedOrHelp("visit.record"),
    input: ({ household }) => {
      const values = JSON.stringify({
        id: "0196a000-0000-7000-8000-0000000000ab",
        householdId: household,
        visitedOn: today,
        situation: "NORMAL",
        standInReason: "代走访",
      });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
  },
  "sync.deliverFact": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household }) => {
      const values = JSON.stringify({ householdId: household, field: "waterSafe", was: "", value: "no" });
      return { ...sending, values, sha256: createHash("sha256").update(values).digest("hex") };
    },
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
  "sync.deliverPhoto": {
    expects: deed("nothing"),
    input: ({ visit }) => ({
      ...sending,
      sha256: "00".repeat(32),
      visit,
      photo: {
        kind: "PHOTO",
        sha256: "00".repeat(32),
        previewSha256: null,
        mediaType: "image/jpeg",
        size: 1000,
        width: 10,
        height: 10,
        name: null,
      },
    }),
  },
};
