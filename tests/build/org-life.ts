// Builds terms of office of a Party organization, and its listings as weak and lax.
import { addMonths } from "#lib/base/calendar.ts";
import { insert, type Owner } from "./owner.ts";

export type TermGiven = {
  org: { id: number; divisionId: number };
  electedOn: string;
  years: number;
  postponedTo?: string;
  postponedDocument?: string;
  reelectedOn?: string;
  result?: "ON_TIME" | "EARLY" | "LATE" | "POSTPONED";
};

export async function aTerm(owner: Owner, given: TermGiven): Promise<void> {
  const endsOn = addMonths(given.electedOn, given.years * 12);
  await insert(owner, "party_org_term", {
    org_id: given.org.id,
    division_id: given.org.divisionId,
    elected_on: given.electedOn,
    years: given.years,
    ends_on: endsOn,
    due_on: given.postponedTo ?? endsOn,
    postponed_to: given.postponedTo,
    postponed_document: given.postponedDocument,
    reelected_on: given.reelectedOn,
    result: given.result,
  });
}

export type WeakGiven = {
  id: string;
  org: { id: number; divisionId: number };
  year: number;
  cause: string;
  foundOn: string;
  status?: "OPEN" | "REPORTED" | "ACCEPTED" | "CARRIED";
  reportedBy?: number;
  reportedOn?: string;
  decidedBy?: number;
  acceptedOn?: string;
  carriedFrom?: string;
  measures?: readonly { what: string; who: string; dueOn: string; doneOn?: string }[];
};

export async function aWeakListing(owner: Owner, given: WeakGiven): Promise<void> {
  await insert(owner, "party_org_weak", {
    id: given.id,
    org_id: given.org.id,
    division_id: given.org.divisionId,
    year: given.year,
    cause: given.cause,
    found_on: given.foundOn,
    status: given.status ?? "OPEN",
    reported_by: given.reportedBy,
    reported_on: given.reportedOn,
    decided_by: given.decidedBy,
    accepted_on: given.acceptedOn,
    carried_from: given.carriedFrom,
  });
  for (const one of given.measures ?? [])
    await insert(owner, "party_org_weak_measure", {
      weak_id: given.id,
      division_id: given.org.divisionId,
      what: one.what,
      who: one.who,
      due_on: one.dueOn,
      done_on: one.doneOn,
    });
}
