// Builds a visit with its visitors, and keeps the household's day of the last visit.
import { randomUUID } from "node:crypto";
import { insert, type Owner } from "./owner.ts";

export type VisitGiven = {
  id?: string;
  household: { id: string; divisionId: number };
  visitors: readonly { id: string; name: string }[];
  visitedOn: string;
  kind?: "HOME" | "PHONE" | "PASTURE" | "CONDOLENCE" | "ROUND" | "CAMPAIGN";
  situation?: "NORMAL" | "CHANGED" | "DIFFICULT";
  topics?: readonly string[];
  note?: string;
  standInReason?: string;
  status?: "SUBMITTED" | "RETURNED" | "CONFIRMED" | "WITHDRAWN";
  /** Where the household lived that day, if elsewhere than today. */
  countedIn?: number;
  recordedBy?: number;
  /** What was added to it on a later day, by whom. */
  added?: { on: string; words: string; account: { id: number; person: { name: string } } };
};

export async function aVisit(owner: Owner, given: VisitGiven): Promise<{ id: string }> {
  const { household, visitedOn, kind = "HOME", status = "SUBMITTED" } = given;
  const id = given.id ?? randomUUID();
  const counts = status === "SUBMITTED" || status === "CONFIRMED";
  await insert(owner, "visit", {
    id,
    household_id: household.id,
    division_id: household.divisionId,
    counted_in: given.countedIn ?? household.divisionId,
    visited_on: visitedOn,
    kind,
    situation: given.situation ?? "NORMAL",
    topics: given.topics ?? ["POLICY"],
    met_with: "HEAD",
    note: given.note,
    stand_in_reason: given.standInReason,
    status,
    recorded_by: given.recordedBy,
    created_at: `${visitedOn} 18:00+08`,
  });
  for (const visitor of given.visitors)
    await insert(owner, "visit_visitor", {
      visit_id: id,
      person_id: visitor.id,
      person_name: visitor.name,
      household_id: household.id,
      division_id: household.divisionId,
      visited_on: visitedOn,
      remote: kind === "PHONE",
      counts,
    });
  if (given.added)
    await insert(owner, "visit_addition", {
      ...{ id: randomUUID(), visit_id: id, household_id: household.id, division_id: household.divisionId },
      ...{ added_on: given.added.on, words: given.added.words, created_at: `${given.added.on} 12:00+08` },
      ...{ account_id: given.added.account.id, account_name: given.added.account.person.name },
    });
  if (counts)
    await owner.look("update household set last_visit_on = greatest(last_visit_on, $2::date) where id = $1", [
      household.id,
      visitedOn,
    ]);
  return { id };
}
