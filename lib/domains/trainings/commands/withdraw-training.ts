/** trainings.withdraw: a training entered by mistake counts no more; the row stays, with the reason. */
import { command } from "#lib/platform/command.ts";
import { WithdrawTraining } from "../input.ts";
import { keepStill, mayKeep, trainingOf } from "../inside/subject.ts";

export const withdrawTraining = command({
  name: "trainings.withdraw",
  tells: "training.withdrawn",
  input: WithdrawTraining,
  subject: (work, { id }) => trainingOf(work, id),
  may: mayKeep,
  run: async (work, { id, reason }, { divisionId }) => {
    await keepStill(work, id);
    await work.tx.training.updateMany({
      where: { id },
      data: { status: "WITHDRAWN", withdrawnFor: reason, version: { increment: 1 } },
    });
    return { id, divisionId };
  },
  fact: ({ id, divisionId }, { reason }) => ({ subject: `training:${id}`, division: divisionId, reason }),
});
