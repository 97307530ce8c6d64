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
  page: z
    .string()
    .nullish()
    .transform((text) => (text && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)),
});
