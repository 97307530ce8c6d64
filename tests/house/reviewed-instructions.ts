// The functions of instructions, and of forms that serve the units below, with their owner's rights, each with its reason.
import { asks, type Reviewed } from "./reviewed-marks.ts";

export const INSTRUCTION_FUNCTIONS: Record<string, Reviewed> = {
  "instruction_step()": asks(
    "triggers",
    "an instruction moves by its steps alone: checks that this one is allowed and moves it, which nobody may otherwise",
  ),
  "instruction_begins()": asks("triggers", "an instruction begins open and unread, whoever writes it"),
  "instruction_given()": asks("triggers", "the first step of an instruction is written with it"),
  "sec.units_above()": asks(
    "app_rw",
    "the nodes above the asker's own grants: a policy asks it, so that a form of the county serves its townships",
  ),
  "sec.leads()": asks("app_rw", "the nodes where the asker gives instructions: policies ask it"),
  "sec.oversees()": asks("app_rw", "the nodes whose instructions the asker may read: policies ask it"),
  "sec.my_instructions()": asks(
    "app_rw",
    "which instructions the asker gave or has to answer: a policy of their steps asks it",
  ),
  "sec.has_left(integer)": asks(
    "app_rw",
    "whether an account is closed, so that somebody else goes on; says yes or no",
  ),
  "sec.hand_instruction(uuid,integer,integer)": asks(
    "app_rw",
    "hands an instruction of somebody who leaves to an heir or to the post; checks whom the asker looks after itself",
  ),
  "sec.instruction_addressees(integer)": asks(
    "app_rw",
    "to whom one may give an instruction: names, units and roles of accounts at a place and above it, as far as the asker leads; checks that itself",
  ),
};
