/** What may come in for measures; what must be there, sums and days are read by the commands, so that all that is wrong is said at once. */
import * as z from "zod";
import { text, uuid, version } from "#lib/base/typed-fields.ts";
import { FIRST_YEAR, MEASURE_STATES, RESULTS } from "./measure.ts";

const typed = z.string().trim().max(20).default("");
const year = z.coerce.number("choose").int("choose").min(FIRST_YEAR, "choose").max(2100, "choose");

const facts = {
  year,
  category: z.string().trim().max(40).default(""),
  project: z.string().trim().max(100, "tooLong").default(""),
  unit: text(60),
  content: text(500),
  amount: typed,
  fromOn: typed,
  toOn: typed,
  signed: z.enum(["yes", "no", ""]).default(""),
};
export const RecordMeasure = z.strictObject({ householdId: uuid, ...facts });
export const CorrectMeasure = z.strictObject({ id: uuid, version, ...facts });
export type MeasureTyped = Omit<z.output<typeof RecordMeasure>, "householdId">;

export const EndMeasure = z.strictObject({
  id: uuid,
  version,
  status: z.enum(RESULTS, "choose"),
  toOn: z.string("required").trim().min(1, "required").max(20),
  result: text(500),
  gain: typed,
});
export const WithdrawMeasure = z.strictObject({ id: uuid, version });

export const MeasureId = z.object({ id: uuid });
export const MeasuresOf = z.object({ household: uuid });
export const MeasureFilter = z.object({
  unit: z.string().optional(),
  /** The helping unit, by a piece of its name. */
  by: z.string().trim().max(40).optional(),
  category: z.string().max(40).optional(),
  year: year.optional(),
  status: z.enum(MEASURE_STATES).optional(),
  page: z.number().int().min(1).max(2000).default(1),
});
export type MeasureFilter = z.output<typeof MeasureFilter>;
