/** Fields as forms send them, the same in every domain: an id, a place, a version, a day as typed, a text that may be left out. */
import * as z from "zod";

export const uuid = z.uuid("malformed");
/** Of a division or a Party organization: chosen from a list. */
export const chosenId = z.coerce
  .number("choose")
  .int("choose")
  .positive("choose")
  .max(2_147_483_647, "choose");
export const version = z.coerce.number().int();
/** Of a dictionary. */
export const code = z.string().trim().max(40);
/** Read as a day by the command, which knows today. */
export const typedDay = z.string("required").trim().min(1, "required").max(20);

/** An empty field is one that was left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Left out or empty = null: nothing is said. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "tooLong")
    .optional()
    .transform((value) => value || null);
