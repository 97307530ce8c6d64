/** What may come in with the address of a board: the unit, the period, and which rows behind a number. */
import * as z from "zod";
import { readPeriod } from "#lib/base/period.ts";
import { PARTS } from "#lib/indicators/rows.ts";
import { readSteps } from "./target.ts";

const period = z
  .string()
  .optional()
  .transform((text) => readPeriod(text));

export const BoardView = z.object({ u: z.string().optional(), p: period });
export const ItemView = BoardView.extend({ item: z.string() });
/** `n`: how many periods back; two years unless one year is asked for. */
export const IndicatorView = ItemView.extend({
  indicator: z.string(),
  n: z
    .string()
    .nullish()
    .transform((text) => (text === "12" ? 12 : 24)),
});
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

const listed = z
  .string()
  .nullish()
  .transform((text) => (text ?? "").split(",").filter((one) => one !== ""));
/** Units against each other: those below, or with `peers` those beside; the indicators of an item, or a few by name. */
export const CompareView = BoardView.extend({
  item: z.string().nullish(),
  i: listed,
  units: listed,
  peers: z
    .string()
    .nullish()
    .transform((text) => text === "1"),
});

const typed = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === "" ? undefined : text), schema.optional());

const year = z.coerce
  .number<string | number>({ error: "malformed" })
  .int("malformed")
  .min(2014, "target.year")
  .max(2050, "target.year");
/** As typed; how it is read depends on the indicator. */
const goal = (problem: string) => typed(z.string().trim().max(20, problem));
/** Left out = as it is; empty = as the indicator says. */
const planned = z
  .string()
  .trim()
  .max(200, "target.steps")
  .refine((text) => text === "" || readSteps(text) !== null, "target.steps")
  .transform((text) => (text === "" ? null : readSteps(text)))
  .optional();
const reason = z
  .string()
  .trim()
  .max(200, "tooLong")
  .optional()
  .transform((text) => text || null);

/** A target for one unit and year, by which steps it is reached, and why it is changed: in percent with at most two decimals (of a sum: whole days per case), or as a number of cases. */
export const SetTarget = z.strictObject({
  indicator: z.string().min(1, "required"),
  unit: z.coerce.number<string | number>({ error: "malformed" }).int("malformed"),
  year,
  percent: goal("target.percent"),
  count: goal("target.count"),
  steps: planned,
  why: reason,
});
export type SetTarget = z.output<typeof SetTarget>;

/** The form that divides a number: a field "share-<unit>" for each unit below; an empty one has no share. */
const SHARE = /^share-(\d{1,9})$/;
export const shareField = (unit: number) => `share-${unit}`;
const sharesOf = (raw: unknown) => {
  if (typeof raw !== "object" || raw === null) return raw;
  const fields = Object.entries(raw);
  const shares = fields.flatMap(([name, told]) => {
    const unit = SHARE.exec(name)?.[1];
    return unit ? [{ unit, told }] : [];
  });
  return { ...Object.fromEntries(fields.filter(([name]) => !SHARE.test(name))), shares };
};
/** The target of one unit for a year and those of the units right below it; its own is left as it is when it is not sent. */
export const DivideTarget = z.preprocess(
  sharesOf,
  z.strictObject({
    indicator: z.string().min(1, "required"),
    unit: z.coerce.number<string | number>({ error: "malformed" }).int("malformed"),
    year,
    percent: goal("target.percent"),
    count: goal("target.count"),
    steps: planned,
    why: reason,
    shares: z
      .array(z.strictObject({ unit: z.coerce.number<string>().int(), told: z.string().trim().max(20) }))
      .max(500),
  }),
);

const yearAsked = z
  .string()
  .nullish()
  .transform((text) => (text && /^20[1-4]\d$/.test(text) && text >= "2014" ? Number(text) : null));
/** `fill`: by which rule the fields are filled before they are looked over. */
export const FILLS = ["even", "base", "last"] as const;
export const SharesView = z.object({
  indicator: z.string(),
  u: z.string().optional(),
  year: yearAsked,
  fill: z
    .string()
    .nullish()
    .transform((text) => FILLS.find((fill) => fill === text) ?? null),
});
export const TargetsView = z.object({ u: z.string().optional(), year: yearAsked });

export const SettleTargets = z.strictObject({
  event: z.uuid("malformed"),
  year,
  deed: z.enum(["CARRIED", "KEPT"], "malformed"),
});
