/** What may come in for incomes: the sources of one household in the open year, and a line of a year. */
import * as z from "zod";
import { chosenId, text, uuid } from "#lib/base/typed-fields.ts";
import { LINE_KINDS } from "./income.ts";

const year = z.coerce.number("choose").int("choose").min(2000, "income.year").max(2100, "income.year");

export const IncomeAsked = z.object({ id: uuid, year: year.nullable().default(null).catch(null) });

/** Beside its own fields a form sends one for each source, named by the code of the source. */
export const SaveIncome = z
  .object({
    id: uuid,
    /** What stood there when the form was opened, by code: tells whether somebody else changed the same source meanwhile. */
    was: z.string().max(8000),
    /** "yes": I have seen the other value and still mean mine. */
    overwrite: z.literal("yes").optional(),
    /** Sources whose figure of last year is accepted, where nothing else was typed. */
    accept: z.array(z.string().max(60)).default([]),
  })
  .catchall(z.string().trim().max(30, "tooLong"));
export type SaveIncome = z.infer<typeof SaveIncome>;

export const LinesAsked = z.object({});
const lineKey = { kind: z.enum(LINE_KINDS, "choose"), year, divisionId: chosenId };
export const SetLine = z.strictObject({
  ...lineKey,
  amount: z.string("required").trim().min(1, "required").max(20),
  basis: text(100),
  docNo: text(60),
  /** "yes": the line that stands there is to be another one. */
  overwrite: z.literal("yes").optional(),
});
export const DropLine = z.strictObject(lineKey);
