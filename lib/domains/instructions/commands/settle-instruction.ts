/** instructions.accept, instructions.return, instructions.withdraw: who gave it takes the answer, sends it back with the reason, or calls it off. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { asShown, heldInstruction, type InstructionSubject } from "../held.ts";
import { AcceptAnswer, ReturnAnswer, WithdrawInstruction } from "../input.ts";
import { dueTyped } from "../inside/due.ts";
import type { Moved } from "../instruction.ts";
import { maySettle } from "../policy.ts";
import { takeStep } from "../take-step.ts";

const told = ({ id, divisionId }: InstructionSubject) => ({
  subject: `instruction:${id}`,
  division: divisionId,
});
function wasReplied({ status }: InstructionSubject): void {
  if (status !== "REPLIED") throw rule("instruction.notReplied");
}

export const acceptAnswer = command({
  name: "instructions.accept",
  tells: "instruction.accepted",
  input: AcceptAnswer,
  subject: heldInstruction,
  may: maySettle,
  run: async (work, { id, version, words }, held): Promise<Moved> => {
    asShown(held, version);
    wasReplied(held);
    await takeStep(work, id, { kind: "ACCEPTED", words });
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});

export const returnAnswer = command({
  name: "instructions.return",
  tells: "instruction.returned",
  input: ReturnAnswer,
  subject: heldInstruction,
  may: maySettle,
  run: async (work, { id, version, words, ...input }, held): Promise<Moved> => {
    asShown(held, version);
    wasReplied(held);
    const dueOn = await dueTyped(work, held.divisionId, input.dueOn);
    await takeStep(work, id, { kind: "RETURNED", words, dueOn });
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});

export const withdrawInstruction = command({
  name: "instructions.withdraw",
  tells: "instruction.withdrawn",
  input: WithdrawInstruction,
  subject: heldInstruction,
  may: maySettle,
  run: async (work, { id, version, words }, held): Promise<Moved> => {
    asShown(held, version);
    if (held.status !== "OPEN" && held.status !== "REPLIED") throw rule("instruction.settled");
    await takeStep(work, id, { kind: "WITHDRAWN", words });
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});
