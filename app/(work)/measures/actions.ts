"use server";

/** The deeds on measures as forms post them. */

import {
  correctMeasure,
  endMeasure,
  withdrawMeasure,
} from "#lib/domains/measures/commands/change-measure.ts";
import { recordMeasure } from "#lib/domains/measures/commands/record-measure.ts";
import { action } from "#lib/platform/action.ts";

const file = ({ householdId }: { householdId: string }) => `/households/${householdId}?tab=measures`;
const changes = (result: { householdId: string }) => [`/households/${result.householdId}`, "/measures"];

export const saveMeasure = action(recordMeasure, { changes, goTo: file });
export const saveMeasureCorrection = action(correctMeasure, { changes, goTo: ({ id }) => `/measures/${id}` });
export const saveMeasureEnd = action(endMeasure, { changes, goTo: ({ id }) => `/measures/${id}` });
export const takeBackMeasure = action(withdrawMeasure, { changes, goTo: file });
