/** What may come in for reports: making one, the words typed into it, issuing, correcting, and the filter of the list. */
import * as z from "zod";
import { type Period, readPeriod } from "#lib/base/period.ts";
import { uuid, version } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { isReported, KINDS, LONGEST_TEXT, STATES } from "./report.ts";

const period = z.string("choose").transform((text, context): Period => {
  const read = readPeriod(text);
  if (read && isReported(read)) return read;
  context.addIssue({ code: "custom", message: "malformed" });
  return z.NEVER;
});
const words = z.string().trim().max(LONGEST_TEXT, "tooLong").default("");
/** Preset sentences that were ticked: put behind what was typed. */
const ticked = z.array(z.string().trim().min(1).max(300)).max(10).default([]);

export const ReportId = z.strictObject({ id: uuid });
export const MakeReport = z.strictObject({
  period,
  unit: z.coerce.number<string | number>({ error: "malformed" }).int("malformed"),
});
export const SaveReport = z.strictObject({
  ...{ id: uuid, version },
  ...{
    overall: words,
    foundations: words,
    functions: words,
    mechanisms: words,
    problems: words,
    plans: words,
  },
  ...{ addProblems: ticked, addPlans: ticked },
  /** Where the button leads afterwards. */
  next: z.enum(["stay", "issue"]).default("stay"),
});
export const IssueReport = z.strictObject({ id: uuid, version });
export const CorrectReport = z.strictObject({
  id: uuid,
  reason: z.string("required").trim().min(2, "report.reason").max(200, "tooLong"),
});

export const ReportFilter = z.object({
  u: z.string().max(20).optional(),
  kind: z.enum(KINDS).optional(),
  status: z.enum(STATES).optional(),
  year: z
    .string()
    .regex(/^20[1-4]\d$/)
    .optional(),
  /** Of which period the units below are asked for. */
  p: z
    .string()
    .optional()
    .transform((text) => readPeriod(text)),
  page: z.number().int().min(1).max(2000).default(1),
});

/** The filter as it stands in an address. */
export function reportFilterOf(params: URLSearchParams): z.input<typeof ReportFilter> {
  const filters = filtersOf(params);
  const page = Number(params.get("page"));
  const year = filters.year?.[0];
  return {
    u: params.get("u") ?? undefined,
    p: params.get("p") ?? undefined,
    kind: KINDS.find((one) => one === filters.kind?.[0]),
    status: STATES.find((one) => one === filters.status?.[0]),
    year: year && /^20[1-4]\d$/.test(year) ? year : undefined,
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 2000) : 1,
  };
}
