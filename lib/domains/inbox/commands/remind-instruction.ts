/** A giver, or the level between, reminds of an instruction that is not answered yet (催办): at most once in 24 hours. */
import { heldInstruction } from "#lib/domains/instructions/held.ts";
import { mayRemind } from "#lib/domains/instructions/policy.ts";
import { takeStep } from "#lib/domains/instructions/take-step.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { RemindInstruction } from "../input.ts";
import { sendNotice } from "../tell.ts";

export const remindInstruction = command({
  name: "inbox.remindInstruction",
  tells: "instruction.reminded",
  input: RemindInstruction,
  subject: heldInstruction,
  may: mayRemind,
  run: async (work, { id }, { status, dueOn, addressee, remindAgainAt, steps }) => {
    if (status !== "OPEN" || dueOn === null) throw rule("instruction.notOpen");
    if (remindAgainAt !== null) throw rule("inbox.tooSoon", { when: remindAgainAt });
    await takeStep(work, id, { kind: "REMINDED" });
    await sendNotice(work, {
      to: addressee,
      kind: "instructionReminded",
      subject: `instruction:${id}`,
      details: { due: dueOn },
      key: `instruction:${id}:${steps}`,
    });
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `instruction:${id}`, division: divisionId }),
});
