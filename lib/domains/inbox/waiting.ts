/**
 * The inbox (收件箱): everything that waits for one person, from every domain that declares it; and notices to be read.
 * Invariants: a row is there as long as it waits and no longer; nothing here is stored twice.
 */

import { closingsToSign } from "#lib/domains/closings/waiting.ts";
import { targetsAdrift } from "#lib/domains/cockpit/waiting.ts";
import { proposalsReturned, proposalsWaiting, treeChangesWaiting } from "#lib/domains/divisions/waiting.ts";
import { exportsWaiting } from "#lib/domains/exports/waiting.ts";
import { importsWaiting } from "#lib/domains/imports/waiting.ts";
import {
  answersWaiting,
  instructionsLate,
  instructionsWaiting,
  praiseWaiting,
} from "#lib/domains/instructions/waiting.ts";
import { requestsWaiting } from "#lib/domains/lives/waiting.ts";
import { needsToAsk, needsWaiting } from "#lib/domains/needs/waiting.ts";
import {
  electionsWaiting,
  orgProposalsReturned,
  orgProposalsWaiting,
  weakMeasuresWaiting,
  weakReportsWaiting,
} from "#lib/domains/party-orgs/waiting.ts";
import {
  objectionsWaiting,
  procedureReturnsWaiting,
  procedureReviewsWaiting,
  procedureStepsWaiting,
} from "#lib/domains/procedures/waiting.ts";
import { reportsDue } from "#lib/domains/reports/waiting.ts";
import { daysUntold } from "#lib/domains/resident-teams/untold.ts";
import { leavesWaiting } from "#lib/domains/resident-teams/waiting.ts";
import { checksToClose, checksWaiting } from "#lib/domains/sample-checks/waiting.ts";
import { servicePartsWaiting, serviceResultsWaiting } from "#lib/domains/services/waiting.ts";
import { heldWaiting } from "#lib/domains/sync/waiting.ts";
import { hintsToAsk, hintsWaiting, visitsWaiting } from "#lib/domains/visits/waiting.ts";
import { watchWaiting } from "#lib/domains/watch/waiting.ts";
import { calendarWaiting } from "#lib/domains/workdays/waiting.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { remindedWaiting } from "./reminded.ts";

/** A new domain is one line here, and its sentence in the room "inbox". */
export const SOURCES: readonly WaitingSource[] = [
  remindedWaiting,
  instructionsWaiting,
  answersWaiting,
  instructionsLate,
  praiseWaiting,
  closingsToSign,
  targetsAdrift,
  reportsDue,
  exportsWaiting,
  importsWaiting,
  visitsWaiting,
  heldWaiting,
  hintsWaiting,
  hintsToAsk,
  watchWaiting,
  checksWaiting,
  checksToClose,
  needsWaiting,
  needsToAsk,
  requestsWaiting,
  treeChangesWaiting,
  proposalsWaiting,
  proposalsReturned,
  orgProposalsWaiting,
  orgProposalsReturned,
  weakReportsWaiting,
  weakMeasuresWaiting,
  electionsWaiting,
  objectionsWaiting,
  procedureReviewsWaiting,
  procedureReturnsWaiting,
  procedureStepsWaiting,
  leavesWaiting,
  daysUntold,
  servicePartsWaiting,
  serviceResultsWaiting,
  calendarWaiting,
];
