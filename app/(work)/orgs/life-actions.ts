"use server";

/** The deeds on terms, departments and the list of weak organizations, as forms post them. */

import { carryWeak } from "#lib/domains/party-orgs/commands/carry-weak.ts";
import { acceptWeak, returnWeak } from "#lib/domains/party-orgs/commands/decide-weak.ts";
import { listWeakOrg } from "#lib/domains/party-orgs/commands/list-weak.ts";
import { nameDepartment } from "#lib/domains/party-orgs/commands/name-department.ts";
import { postponeElection } from "#lib/domains/party-orgs/commands/postpone-election.ts";
import { recordElection } from "#lib/domains/party-orgs/commands/record-election.ts";
import { reportWeak } from "#lib/domains/party-orgs/commands/report-weak.ts";
import { takeBackElection } from "#lib/domains/party-orgs/commands/take-back-election.ts";
import { takeBackWeak } from "#lib/domains/party-orgs/commands/take-back-weak.ts";
import {
  addMeasure as add,
  finishMeasure as finish,
} from "#lib/domains/party-orgs/commands/weak-measures.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/orgs"];
const listing = ({ id }: { id: string }) => `/orgs/weak/${id}`;

export const saveElection = action(recordElection, {
  changes,
  goTo: ({ id }) => `/orgs/${id}?saved=elected`,
});
export const savePostponement = action(postponeElection, {
  changes,
  goTo: ({ id }) => `/orgs/${id}?saved=postponed`,
});
export const saveDepartment = action(nameDepartment, {
  changes,
  goTo: ({ id }) => `/orgs/${id}?saved=department`,
});
export const listAsWeak = action(listWeakOrg, { changes, goTo: listing });
export const addMeasure = action(add, { changes, goTo: listing });
export const finishMeasure = action(finish, { changes, goTo: listing });
export const report = action(reportWeak, { changes, goTo: listing });
export const accept = action(acceptWeak, { changes, goTo: listing });
export const giveBack = action(returnWeak, { changes, goTo: listing });
export const carryOn = action(carryWeak, { changes, goTo: listing });
export const dropElection = action(takeBackElection, {
  changes,
  goTo: ({ id }) => `/orgs/${id}?saved=electionTakenBack`,
});
export const dropListing = action(takeBackWeak, {
  changes,
  goTo: ({ orgId }) => `/orgs/${orgId}?saved=weakTakenBack`,
});
