"use server";

/** The deeds on trainings as forms post them. */

import { addAttendees, dropAttendees } from "#lib/domains/trainings/commands/attend-training.ts";
import { correctTraining } from "#lib/domains/trainings/commands/correct-training.ts";
import { holdTraining } from "#lib/domains/trainings/commands/hold-training.ts";
import { settleAttendees } from "#lib/domains/trainings/commands/settle-attendees.ts";
import { withdrawTraining } from "#lib/domains/trainings/commands/withdraw-training.ts";
import { action } from "#lib/platform/action.ts";

type Changed = { id: string };
const changes = ({ id }: Changed) => ["/trainings", `/trainings/${id}`];
const back =
  (done: string) =>
  ({ id }: Changed) =>
    `/trainings/${id}?done=${done}`;

export const saveTraining = action(holdTraining, { changes, goTo: back("held") });
export const saveCorrection = action(correctTraining, { changes, goTo: back("corrected") });
export const saveAttendees = action(addAttendees, {
  changes,
  goTo: ({ id, known, unknown }) => `/trainings/${id}?done=attended&n=${known + unknown}`,
});
export const removeAttendees = action(dropAttendees, { changes, goTo: back("dropped") });
export const saveSettled = action(settleAttendees, { changes, goTo: back("settled") });
export const withdraw = action(withdrawTraining, { changes, goTo: back("withdrawn") });
