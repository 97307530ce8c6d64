/** What closing a month, signing it and looking at it ask for. */
import * as z from "zod";
import { kindOf, readPeriod } from "#lib/base/period.ts";

const period = z.string().transform((text, context) => {
  const read = readPeriod(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "malformed" });
  return z.NEVER;
});
const month = period.refine((read) => kindOf(read) === "month", "malformed");

export const CloseMonth = z.strictObject({ period: month });
export const SignClosing = z.strictObject({
  period: month,
  unit: z.coerce.number<string | number>({ error: "malformed" }).int("malformed"),
  note: z
    .string()
    .trim()
    .max(500, "tooLong")
    .optional()
    .transform((text) => text || null),
});
export const ClosingList = z.object({ u: z.string().optional() });
export const ClosingView = z.object({
  period: z.string().transform((text) => readPeriod(text)),
  u: z.string().optional(),
});
