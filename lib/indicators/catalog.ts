/** The list of indicators, one line each: adding one is a file beside these and a line here. */
import affiliationResolved from "./foundations/affiliation-resolved.ts";
import branchPlusHouseholds from "./foundations/branch-plus-households.ts";
import eligibleBranch from "./foundations/eligible-branch.ts";
import enterprisingSecretary from "./foundations/enterprising-secretary.ts";
import fullTeam from "./foundations/full-team.ts";
import herderMemberTraining from "./foundations/herder-member-training.ts";
import industryPartyCoverage from "./foundations/industry-party-coverage.ts";
import secretaryVacancy from "./foundations/secretary-vacancy.ts";
import specialTrainingCoverage from "./foundations/special-training-coverage.ts";
import { talentByStream, talentGapFilled } from "./foundations/talent.ts";
import { teachingOnPost, teachingSecondment } from "./foundations/teaching.ts";
import timelyReelection from "./foundations/timely-reelection.ts";
import trainingHours from "./foundations/training-hours.ts";
import villageCadreTraining from "./foundations/village-cadre-training.ts";
import weakOrgRectified from "./foundations/weak-org-rectified.ts";
import aidSatisfaction from "./functions/aid-satisfaction.ts";
import { nonPostMemberAssigned, pledgeFulfilled } from "./functions/member-duties.ts";
import memberLink from "./functions/member-link.ts";
import needResolved from "./functions/need-resolved.ts";
import { caseOnTimeRate, oneVisitCloseRate, windowCoverageRate } from "./functions/one-stop.ts";
import pairingCoverage from "./functions/pairing-coverage.ts";
import relocatedOutreach from "./functions/relocated-outreach.ts";
import relocationStay from "./functions/relocation-stay.ts";
import visitCompliance from "./functions/visit-compliance.ts";
import type { Ratio } from "./indicator.ts";
import type { Item } from "./items.ts";
import { exitAccuracy, identificationAccuracy } from "./mechanisms/accuracy.ts";
import dataIssueRate from "./mechanisms/data-issue-rate.ts";
import povertyIncidence from "./mechanisms/poverty-incidence.ts";

/** Within an item by code: the order of its page. The first headline is also the one of the map. */
export const INDICATORS: readonly Ratio[] = [
  pairingCoverage,
  memberLink,
  visitCompliance,
  needResolved,
  nonPostMemberAssigned,
  pledgeFulfilled,
  aidSatisfaction,
  industryPartyCoverage,
  eligibleBranch,
  affiliationResolved,
  branchPlusHouseholds,
  weakOrgRectified,
  timelyReelection,
  fullTeam,
  secretaryVacancy,
  specialTrainingCoverage,
  trainingHours,
  enterprisingSecretary,
  teachingSecondment,
  teachingOnPost,
  talentGapFilled,
  villageCadreTraining,
  herderMemberTraining,
  talentByStream,
  relocatedOutreach,
  relocationStay,
  oneVisitCloseRate,
  caseOnTimeRate,
  windowCoverageRate,
  povertyIncidence,
  identificationAccuracy,
  exitAccuracy,
  dataIssueRate,
];

/** Of the program's own alone: whoever also means the office's asks the catalog of the day (versions.ts). */
export const indicatorById = (id: string) => INDICATORS.find((indicator) => indicator.id === id) ?? null;
export const indicatorsOf = (item: Item) => INDICATORS.filter((indicator) => indicator.item === item);
