// One-stop service: windows and matters are known to everybody who has a desk, cases where they lie; accepted, handled and set up by those whose verb reaches the place.
import { hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
/** Nobody tried was handed a part by name. */
const inReach: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
export const does =
  (...verbs: string[]): Oracle =>
  (role, target) => {
    if (inReach(role, target) !== "ok") return "not-found";
    return under(role, target) && verbs.some((verb) => hasVerb(role, verb)) ? "ok" : "refused";
  };
const asked =
  (verb: string): Oracle =>
  (role, target) =>
    hasVerb(role, verb) ? unitSeen(role, target) : "refused";
const unit = ({ node }: { node: number }) => ({ unit: String(node) });
const words = { name: "新名", place: "二楼", hours: "工作日" };
const matter = { name: "新事项", limitDays: "3", parts: "民政", papers: "" };
const NEW = "0190d5c8-1111-7000-8000-000000000001";

export const serviceSamples: Record<string, Sample> = {
  "services.desk": { expects: asked("cockpit.view"), input: (target) => ({ ...unit(target), view: "open" }) },
  "services.ofHousehold": { expects: () => "ok", input: ({ household }) => ({ household }) },
  "services.keptDesk": { expects: () => "ok", input: () => ({}) },
  "services.form": { expects: asked("service.accept"), input: unit },
  "services.windows": { expects: asked("cockpit.view"), input: unit },
  "services.items": { expects: asked("cockpit.view"), input: unit },
  "services.window": {
    expects: (role, { place }) => {
      if (!hasVerb(role, "cockpit.view")) return "refused";
      return place === null ? "not-found" : "ok";
    },
    input: ({ desk }) => ({ id: desk }),
  },
  "services.show": { expects: inReach, input: ({ serviceCase }) => ({ id: serviceCase }) },
  "services.accept": {
    expects: does("service.accept"),
    input: ({ desk, matter: itemId }) => ({
      ...{ id: NEW, windowId: desk, itemId, applicant: "某某", householdNo: "", came: "YES", papers: [] },
    }),
  },
  "services.takePapers": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => ({ id: serviceCase, papers: ["1"], came: "NO" }),
  },
  "services.askPapers": {
    expects: does("service.accept", "service.handle"),
    input: ({ serviceCase }) => ({ id: serviceCase, name: "另一份" }),
  },
  "services.contact": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => ({ id: serviceCase, came: "YES", note: "" }),
  },
  "services.handPart": {
    expects: does("service.accept", "service.handle"),
    input: ({ part, account }) => ({ partId: part, accountId: String(account) }),
  },
  // A paper is missing: whoever may finish or close is told so.
  "services.finishPart": {
    expects: does("service.handle"),
    input: ({ part }) => ({ partId: part, result: "AGREED", note: "" }),
  },
  "services.close": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => ({ id: serviceCase, result: "GRANTED", note: "", came: "NO" }),
  },
  "services.rate": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => ({ id: serviceCase, rating: "SATISFIED" }),
  },
  "services.withdraw": {
    expects: does("service.accept"),
    input: ({ serviceCase }) => ({ id: serviceCase, why: "不办了" }),
  },
  "services.openWindow": {
    expects: (role, target) => (target.place === "top" ? "not-found" : does("service.window")(role, target)),
    input: ({ node }) => ({ divisionId: String(node), ...words, openedOn: today }),
  },
  "services.changeWindow": {
    expects: does("service.window"),
    input: ({ desk }) => ({ id: desk, version: "1", ...words }),
  },
  "services.closeWindow": {
    expects: does("service.window"),
    input: ({ desk }) => ({ id: desk, closedOn: today, closedWhy: "搬走" }),
  },
  "services.addItem": {
    expects: (role, target) =>
      ["top", "A", "B"].includes(target.place ?? "") ? does("service.item")(role, target) : "not-found",
    input: ({ node }) => ({ divisionId: String(node), ...matter }),
  },
  "services.changeItem": {
    expects: does("service.item"),
    input: ({ matter: id }) => ({ id, ...matter }),
  },
  "services.endItem": { expects: does("service.item"), input: ({ matter: id }) => ({ id }) },
};
