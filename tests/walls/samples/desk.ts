// The administrator's desk: dictionaries, settings and the calendar. Everybody may read them; the prefecture's administrator changes them.
import { anybody, hasVerb, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";

/** The office's own: there for everybody, changed by one. */
const office: Oracle = (role) => (hasVerb(role, "setting.edit") ? "ok" : "refused");

export const deskSamples: Record<string, Sample> = {
  "dictionaries.get": { expects: anybody, input: () => ({ list: "POVERTY_CAUSES" }) },
  "dictionaries.saveEntry": {
    expects: office,
    input: () => ({ list: "POVERTY_CAUSES", code: "ILLNESS", name: "因病致困", version: "0" }),
  },
  "workdays.ofYear": { expects: anybody, input: () => ({ year: 2026 }) },
  "workdays.calendar": { expects: anybody, input: () => ({}) },
  "workdays.add": { expects: office, input: () => ({ calendar: "LOCAL", days: "2027-02-09 休 藏历新年" }) },
  "workdays.remove": { expects: office, input: () => ({ calendar: "NATIONAL", day: "2026-01-01" }) },
  "workdays.check": { expects: office, input: () => ({ year: 2026 }) },
};
