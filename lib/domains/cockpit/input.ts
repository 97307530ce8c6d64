/** What may come in with the address of a board: the unit, the period, and which rows behind a number. */
import * as z from "zod";
import { readPeriod } from "#lib/base/period.ts";
import { PARTS } from "#lib/indicators/rows.ts";

const period = z
  .string()
  .optional()
  .transform((text) => readPeriod(text));

export const BoardView = z.object({ u: z.string().optional(), p: period });
export const ItemView = BoardView.extend({ item: z.string() });
export const RowsView = BoardView.extend({
  indicator: z.string(),
  part: z
    .string()
    .optional()
    .transform((text) => PARTS.find((part) => part === text) ?? ("missing" as const)),
  /** A slice of those that are met. */
  by: z.string().nullish(),
  page: z
    .string()
    .nullish()
    .transform((text) => (text && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)),
});

const typed = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === "" ? undefined : text), schema.optional());

/** A target for one unit and year: in percent with at most two decimals (of a sum: whole days per case), or as a number of cases. */
export const SetTarget = z.strictObject({
  indicator: z.string().min(1, "required"),
  unit: z.coerce.number<string | number>({ error: "malformed" }).int("malformed"),
  year: z.coerce
    .number<string | number>({ error: "malformed" })
    .int("malformed")
    .min(2014, "target.year")
    .max(2050, "target.year"),
  percent: typed(
    z
      .string()
      .trim()
      .min(1, "required")
      .transform((text) => Number(text.normalize("NFKC").replace("%", "")))
      .refine(
        (value) => value >= 0 && value <= 366 && Number.isInteger(Math.round(value * 10_000) / 100),
        "target.percent",
      ),
  ),
  count: typed(
    z
      .string()
      .trim()
      .transform((text) => text.normalize("NFKC"))
      .refine((text) => /^\d{1,6}$/.test(text), "target.count")
      .transform(Number),
  ),
});
export type SetTarget = z.output<typeof SetTarget>;
