// Party members: read wherever they stood, changed where they stand; the organizations themselves are known to everybody signed in.
import { anybody, deed, hasVerb, type Oracle, place, seen, there } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { takesOut, unitSeen } from "./households.ts";

/** A member hangs on the place alone: households paired with a helper open none. */
const unpaired =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
const read = unpaired(seen);
const change = unpaired(deed("member.edit"));

const standing = { joinedOn: "2015-07-01", fullOn: "2016-07-01", memberGroup: "HERDER" };

export const memberSamples: Record<string, Sample> = {
  "members.list": {
    expects: (role, target) => (hasVerb(role, "household.view") ? unitSeen(role, target) : "refused"),
    input: ({ node }) => ({ unit: String(node) }),
  },
  "members.get": { expects: read, input: ({ member }) => ({ id: member }) },
  "members.ofOrg": { expects: there, input: ({ org }) => ({ orgId: org }) },
  "members.peopleToEnroll": { expects: anybody, input: ({ org }) => ({ orgId: org, q: "标" }) },
  "members.enrolling": { expects: there, input: ({ org }) => ({ orgId: org }) },
  "members.orgsToReceive": { expects: read, input: ({ member }) => ({ id: member, q: "支部" }) },
  "members.enroll": {
    expects: place("member.edit"),
    input: ({ org }) => ({ orgId: org, name: "新党员", how: "FOUND", ...standing }),
  },
  "members.correct": {
    expects: change,
    input: ({ member }) => ({ id: member, version: "1", ...standing, duty: "护林岗" }),
  },
  "members.confirm": {
    expects: change,
    input: ({ member }) => ({ id: member, version: "1", fullOn: "2020-01-01" }),
  },
  "members.transfer": {
    expects: change,
    input: ({ member, org }) => ({
      id: member,
      version: "1",
      toOrgId: org === 70100 ? 70101 : 70100,
      on: "2024-01-01",
    }),
  },
  "members.transferOut": {
    expects: change,
    input: ({ member }) => ({ id: member, version: "1", on: "2024-01-01", wentTo: "外地" }),
  },
  "members.end": {
    expects: change,
    input: ({ member }) => ({ id: member, version: "1", how: "DIED", on: "2024-01-01", why: "去世" }),
  },
  "members.flag": {
    expects: change,
    input: ({ member }) => ({ id: member, flag: "FRAIL", fromOn: "2024-01-01" }),
  },
  "members.export": {
    expects: takesOut,
    input: ({ node }) => ({ unit: String(node), note: "" }),
  },
  "members.unflag": { expects: change, input: ({ mark }) => ({ flagId: mark, toOn: "2024-01-01" }) },
};
