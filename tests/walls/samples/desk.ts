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
  "settings.list": { expects: anybody, input: () => ({}) },
  "settings.preview": {
    expects: office,
    input: () => ({ key: "idle-days", value: "60", fromOn: "2099-01-01" }),
  },
  "settings.previewVisitRule": {
    expects: office,
    input: () => ({ helperKind: "KINSHIP", period: "QUARTER", minCount: "2", fromOn: "2099-01-01" }),
  },
  "settings.set": {
    expects: office,
    input: () => ({ key: "idle-days", value: "60", fromOn: "2099-01-01" }),
  },
  "settings.takeBack": {
    expects: office,
    input: () => ({ key: "idle-days", fromOn: "2098-01-01" }),
  },
  "settings.setVisitRule": {
    expects: office,
    input: () => ({ helperKind: "KINSHIP", period: "QUARTER", minCount: "2", fromOn: "2099-01-01" }),
  },
  "settings.takeBackVisitRule": { expects: () => "not-found", input: ({ household }) => ({ id: household }) },
  "workdays.ofYear": { expects: anybody, input: () => ({ year: 2026 }) },
  "workdays.calendar": { expects: anybody, input: () => ({}) },
  "workdays.add": { expects: office, input: () => ({ calendar: "LOCAL", days: "2027-02-09 休 藏历新年" }) },
  "workdays.remove": { expects: office, input: () => ({ calendar: "NATIONAL", day: "2026-01-01" }) },
  "workdays.check": { expects: office, input: () => ({ year: 2026 }) },
};
