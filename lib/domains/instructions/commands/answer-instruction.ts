/** instructions.read, instructions.reply: whom it is addressed to says that he has read it, and answers. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { asShown, heldInstruction, type InstructionSubject } from "../held.ts";
import { InstructionId, ReplyToInstruction } from "../input.ts";
import type { Moved } from "../instruction.ts";
import { isMine } from "../policy.ts";
import { takeStep } from "../take-step.ts";

const told = ({ id, divisionId }: InstructionSubject) => ({
  subject: `instruction:${id}`,
  division: divisionId,
});

export const readInstruction = command({
  name: "instructions.read",
  tells: "instruction.read",
  input: InstructionId,
  subject: heldInstruction,
  may: isMine,
  run: async (work, { id }, held): Promise<Moved> => {
    if (held.status !== "OPEN") throw rule("instruction.notOpen");
    // Pressed twice, or by two of one office: read is read.
    if (!held.read) await takeStep(work, id, { kind: "READ" });
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});

export const replyToInstruction = command({
  name: "instructions.reply",
  tells: "instruction.replied",
  input: ReplyToInstruction,
  subject: heldInstruction,
  may: isMine,
  run: async (work, { id, version, words }, held): Promise<Moved> => {
    asShown(held, version);
    if (held.status !== "OPEN") throw rule("instruction.notOpen");
    if (held.dueOn === null) throw rule("instruction.noAnswer");
    await takeStep(work, id, { kind: "REPLIED", words });
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});
