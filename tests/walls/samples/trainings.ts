// Trainings: seen by whoever reaches the unit that held them or somebody who was there; kept by whoever keeps those of the unit.
import { anybody, deed, hasVerb, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

/** They hang on the place alone: households paired with a helper open none. */
const onPlace =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
export const keeps = onPlace(deed("training.edit"));
const seen = onPlace((role, target) => (deed()(role, target) === "not-found" ? "not-found" : "ok"));
const keepersOnly: Oracle = (role, target) =>
  hasVerb(role, "training.edit") ? unitSeen(role, target) : "refused";

const written = {
  title: "实用技术培训",
  mode: "ON_SITE",
  audience: "VILLAGERS",
  topic: "PRACTICAL",
  level: "VILLAGE",
  fromOn: "2025-05-06",
  hours: "6",
};

export const trainingSamples: Record<string, Sample> = {
  "trainings.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node), period: "2026" }) },
  "trainings.coverage": { expects: unitSeen, input: ({ node }) => ({ unit: String(node), period: "2026" }) },
  "trainings.trained": { expects: unitSeen, input: ({ node }) => ({ unit: String(node), period: "2026" }) },
  "trainings.toKeep": { expects: anybody, input: () => ({}) },
  "trainings.get": { expects: seen, input: ({ training }) => ({ id: training }) },
  "trainings.host": { expects: keepersOnly, input: ({ node }) => ({ unit: String(node) }) },
  "trainings.roster": {
    expects: keepersOnly,
    input: ({ node, training }) => ({ unit: String(node), training, q: "人" }),
  },
  "trainings.hold": {
    expects: keeps,
    input: ({ node }) => ({
      ...written,
      id: "0196a000-0000-7000-8000-000000000009",
      divisionId: node,
      names: "人甲、人乙",
    }),
  },
  "trainings.correct": {
    expects: keeps,
    input: ({ training }) => ({ ...written, id: training, version: 1 }),
  },
  "trainings.attend": { expects: keeps, input: ({ training }) => ({ id: training, names: "人甲" }) },
  "trainings.settle": {
    expects: keeps,
    input: ({ training, attendee }) => ({ id: training, [`is.${attendee}`]: "OUTSIDER" }),
  },
  "trainings.drop": {
    expects: keeps,
    input: ({ training, attendee }) => ({ id: training, attendees: [attendee] }),
  },
  "trainings.withdraw": { expects: keeps, input: ({ training }) => ({ id: training, reason: "登记重复" }) },
};
