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
};
