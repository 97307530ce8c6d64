/** What may come in when a fact of a family is changed at its door. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { DOOR_FACTS } from "./door-facts.ts";

const text = z.string().max(40);

export const TellFact = z.strictObject({
  householdId: uuid,
  /** Of whom, where the fact is a member's. */
  personId: uuid.optional(),
  field: z.enum(DOOR_FACTS, "unknownField"),
  /** What stood there when it was written down. */
  was: text,
  value: text.min(1, "choose"),
  /** What was said first, where somebody else had said otherwise meanwhile: it stays in the history, whatever was chosen. */
  instead: text.optional(),
  /** Known to have been changed by somebody else meanwhile, and meant all the same. */
  overwrite: z.literal("yes").optional(),
  writtenAt: z.iso.datetime("malformed").optional(),
});

export const FactAsked = z.object({
  householdId: uuid,
  personId: uuid.optional(),
  field: z.enum(DOOR_FACTS, "unknownField"),
});
