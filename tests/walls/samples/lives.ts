// The life of a household: members, divisions, joinings, endings and what is taken back.
import { anybody, anywhere, deed, hasVerb } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const on = "2026-03-01";
const edits = deed("household.edit");

export const lifeSamples: Record<string, Sample> = {
  "lives.ofHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "lives.ties": { expects: anybody, input: ({ household }) => ({ household }) },
  "lives.roll": { expects: anybody, input: ({ household }) => ({ household }) },
  "lives.neighbors": { expects: anybody, input: ({ household }) => ({ household }) },
  "lives.onDay": { expects: anybody, input: ({ household }) => ({ household, on }) },
  "lives.rehearsal": {
    expects: edits,
    input: ({ household, child }) => ({
      kind: "SPLIT",
      householdId: household,
      go: [child],
      headId: child,
      reason: "MARRIAGE",
      on,
    }),
  },
  "lives.rehearse": {
    expects: edits,
    input: ({ household, child }) => ({
      kind: "SPLIT",
      householdId: household,
      go: [child],
      headId: child,
      reason: "MARRIAGE",
      on,
    }),
  },
  "lives.memberIn": {
    expects: edits,
    input: ({ household }) => ({
      householdId: household,
      reason: "BIRTH",
      on,
      name: "新成员",
      relation: "SON",
    }),
  },
  "lives.memberOut": {
    expects: edits,
    input: ({ household, child }) => ({ householdId: household, personId: child, reason: "MARRIED_OUT", on }),
  },
  "lives.passHead": {
    expects: edits,
    input: ({ household, child, person }) => ({
      householdId: household,
      personId: child,
      reason: "HEAD_AGED",
      on,
      [`relation.${person}`]: "FATHER",
    }),
  },
  "lives.split": {
    expects: edits,
    input: ({ household, child }) => ({
      householdId: household,
      go: [child],
      headId: child,
      reason: "MARRIAGE",
      on,
    }),
  },
  "lives.merge": {
    expects: edits,
    input: ({ household, twin, person, child }) => ({
      householdId: household,
      intoId: twin,
      reason: "FAMILY_REJOINED",
      on,
      [`relation.${person}`]: "SIBLING",
      [`relation.${child}`]: "OTHER",
    }),
  },
  "lives.dissolve": {
    expects: edits,
    input: ({ household }) => ({ householdId: household, reason: "ALL_MOVED", on }),
  },
  "lives.duplicates": {
    expects: (role, target) => (hasVerb(role, "household.edit") ? unitSeen(role, target) : "refused"),
    input: ({ node }) => ({ unit: String(node) }),
  },
  "lives.alike": {
    expects: anywhere("household.edit"),
    input: ({ node }) => ({ divisionId: String(node), name: "户主标100标" }),
  },
  "lives.twoFiles": { expects: edits, input: ({ household, twin }) => ({ household, other: twin }) },
  "lives.mergeDuplicate": {
    expects: edits,
    input: ({ household, twin, person, child }) => ({
      householdId: household,
      keptId: twin,
      [`relation.${person}`]: "SAME",
      [`relation.${child}`]: "SON",
    }),
  },
  "lives.notDuplicate": {
    expects: edits,
    input: ({ household, twin }) => ({ householdId: household, otherId: twin }),
  },
  "lives.takeBack": { expects: edits, input: ({ life }) => ({ id: life }) },
};
