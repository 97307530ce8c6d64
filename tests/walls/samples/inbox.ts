// The inbox: everybody's own; a reminder goes to helpers of a household within reach.
import { anybody, deed, type Oracle, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";

/** Whether a visit is due or not: the matrix asks who may, and a rule that says no comes after that. */
const reminds = deed("visit.review", "pairing.edit");
const nobodysNotice: Oracle = () => "not-found";

export const inboxSamples: Record<string, Sample> = {
  "inbox.count": { expects: anybody, input: () => ({}) },
  "inbox.waiting": { expects: anybody, input: () => ({}) },
  "inbox.notices": { expects: anybody, input: () => ({}) },
  "inbox.remindersOfHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "inbox.remindVisit": {
    expects: (role, target) => (sees(role, target) ? reminds(role, target) : "not-found"),
    input: ({ household }) => ({ household }),
  },
  "me.readNotice": { expects: nobodysNotice, input: () => ({ id: "999999999" }) },
  "me.readAllNotices": { expects: anybody, input: () => ({}) },
  "me.setQuietHours": { expects: anybody, input: () => ({ from: "21:00", to: "08:00" }) },
};
