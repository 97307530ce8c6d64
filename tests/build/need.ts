// Builds a need and takes it through its steps, as the database allows them.
import { randomUUID } from "node:crypto";
import { insert, type Owner } from "./owner.ts";

type Step = {
  kind:
    | "ASSIGNED"
    | "ESCALATED"
    | "HANDED_DOWN"
    | "RETURNED"
    | "PAUSED"
    | "RESUMED"
    | "RESULT"
    | "VERDICT"
    | "WITHDRAWN";
  on: string;
  words?: string;
  level?: "VILLAGE" | "TOWNSHIP" | "COUNTY" | "DEPARTMENT";
  to?: { account?: number; unit: string; name?: string };
  askedOn?: string;
  dueOn?: string;
  verdict?: "SATISFIED" | "BASICALLY" | "DISSATISFIED";
  by?: { id: number; name: string };
};
export type NeedGiven = {
  id?: string;
  household?: { id: string; divisionId: number; name: string };
  village?: { id: number; name: string };
  category?: string;
  urgency?: "NORMAL" | "URGENT";
  words?: string;
  raisedOn: string;
  raisedBy?: { id: number; name: string };
  limit?: number;
  dueOn: string;
  /** Where the household lived that day, if elsewhere than today. */
  countedIn?: number;
  steps?: readonly Step[];
};

export async function aNeed(owner: Owner, given: NeedGiven): Promise<{ id: string }> {
  const id = given.id ?? randomUUID();
  const place = given.household?.divisionId ?? given.village!.id;
  await insert(owner, "need", {
    id,
    household_id: given.household?.id,
    division_id: place,
    counted_in: given.countedIn ?? place,
    about: given.household?.name ?? given.village!.name,
    source: given.household ? "SELF" : "VILLAGE",
    category: given.category ?? "NEED_WATER",
    urgency: given.urgency ?? "NORMAL",
    words: given.words,
    raised_on: given.raisedOn,
    raised_by: given.raisedBy?.id,
    raised_by_name: given.raisedBy?.name,
    limit_days: given.limit ?? 10,
    due_on: given.dueOn,
    first_due_on: given.dueOn,
    created_at: `${given.raisedOn} 09:00+08`,
  });
  for (const step of given.steps ?? [])
    await insert(owner, "need_deed", {
      need_id: id,
      division_id: place,
      nth: 0,
      kind: step.kind,
      on_day: step.on,
      words: step.words,
      level: step.level ?? (step.kind === "ASSIGNED" ? "VILLAGE" : "COUNTY"),
      status: "OPEN",
      to_account: step.to?.account,
      to_unit: step.to?.unit,
      to_name: step.to?.name,
      asked_on: step.askedOn,
      due_on: step.dueOn,
      verdict: step.verdict,
      account_id: step.by?.id,
      account_name: step.by?.name,
      created_at: `${step.on} 10:00+08`,
    });
  return { id };
}
