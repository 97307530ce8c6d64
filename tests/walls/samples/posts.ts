// Posts and tenures: seen and written by reach; households paired with a helper open no team.
import { anybody, anywhere, deed, type Oracle, seen } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const noHelper =
  (expects: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : expects(role, target);
const seenHere = noHelper(seen);
const edit = noHelper(deed("post.edit"));
const today = new Date().toISOString().slice(0, 10);

export const postSamples: Record<string, Sample> = {
  "posts.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "posts.villagesWithout": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "posts.team": { expects: anybody, input: ({ node }) => ({ divisionId: node }) },
  "posts.get": { expects: seenHere, input: ({ post }) => ({ id: post }) },
  "posts.getTenure": { expects: seenHere, input: ({ tenure }) => ({ id: tenure }) },
  "posts.cadre": { expects: seenHere, input: ({ person }) => ({ id: person }) },
  "posts.setUpChoices": { expects: seenHere, input: ({ node }) => ({ divisionId: node }) },
  "posts.findPeople": { expects: anywhere("post.edit"), input: () => ({ q: "人" }) },
  "posts.setUp": {
    expects: edit,
    input: ({ node }) => ({
      divisionId: String(node),
      fromOn: "2024-01-01",
      documentNo: "",
      "places-DEPUTY_SECRETARY": "1",
    }),
  },
  "posts.changeQuota": {
    expects: edit,
    input: ({ post }) => ({ id: post, places: "1", fromOn: "2017-01-01", documentNo: "" }),
  },
  "posts.appoint": {
    expects: edit,
    input: ({ post }) => ({
      id: post,
      newName: "新任书记",
      newUnit: "某村",
      fromOn: "2019-01-01",
      toOn: "2019-06-01",
      source: "ELECTED",
      documentNo: "",
      assessedIn: "",
    }),
  },
  "posts.end": { expects: edit, input: ({ tenure }) => ({ id: tenure, toOn: today, reason: "RESIGNED" }) },
  "posts.correct": {
    expects: edit,
    input: ({ tenure }) => ({
      id: tenure,
      version: "1",
      fromOn: "2020-02-01",
      toOn: "",
      reason: "",
      source: "APPOINTED",
      documentNo: "",
    }),
  },
  "posts.assess": {
    expects: edit,
    input: ({ tenure }) => ({ id: tenure, tags: ["UPRIGHT"], assessedIn: "2024" }),
  },
  "posts.withdraw": { expects: edit, input: ({ tenure }) => ({ id: tenure }) },
};
