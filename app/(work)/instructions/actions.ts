"use server";

/** Instructions and their steps as forms post them. */

import { remindInstruction } from "#lib/domains/inbox/commands/remind-instruction.ts";
import {
  readInstruction,
  replyToInstruction,
} from "#lib/domains/instructions/commands/answer-instruction.ts";
import { giveInstruction } from "#lib/domains/instructions/commands/give-instruction.ts";
import {
  acceptAnswer,
  returnAnswer,
  withdrawInstruction,
} from "#lib/domains/instructions/commands/settle-instruction.ts";
import type { Moved } from "#lib/domains/instructions/instruction.ts";
import { action } from "#lib/platform/action.ts";

const changes = ({ id }: Moved) => ["/instructions", "/inbox", "/cockpit", `/instructions/${id}`];
const there = (saved: string) => ({ changes, goTo: ({ id }: Moved) => `/instructions/${id}?saved=${saved}` });

export const give = action(giveInstruction, there("given"));
export const markRead = action(readInstruction, there("read"));
export const reply = action(replyToInstruction, there("replied"));
export const accept = action(acceptAnswer, there("accepted"));
export const sendBack = action(returnAnswer, there("returned"));
export const withdraw = action(withdrawInstruction, there("withdrawn"));
export const remind = action(remindInstruction, there("reminded"));
