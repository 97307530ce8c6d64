// Views of lists: everybody's own, and nobody else's.
import { anybody, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const nobodysView: Oracle = () => "not-found";
const id = "0196a000-0000-7000-8000-0000000000ff";

export const listViewSamples: Record<string, Sample> = {
  "listViews.own": { expects: anybody, input: () => ({ list: "households" }) },
  "listViews.columns": { expects: anybody, input: () => ({ list: "households" }) },
  "listViews.save": {
    expects: anybody,
    input: () => ({ list: "households", name: "未走访", query: "f.paired=no" }),
  },
  "listViews.change": { expects: nobodysView, input: () => ({ id, version: 1, name: "未走访" }) },
  "listViews.drop": { expects: nobodysView, input: () => ({ id }) },
  "listViews.chooseColumns": {
    expects: anybody,
    input: () => ({ list: "households", columns: ["head", "place"] }),
  },
};
