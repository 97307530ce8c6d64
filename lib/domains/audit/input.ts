/** What may be asked of the trail: the filter as it stands in the address, one household and a period, one subject. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";
import { HISTORY_KINDS, isKind, KIND_NAMES, PERIODS } from "./trail.ts";

const day = z.string().refine(isDay, "date");
const number = z.string().regex(/^\d{1,18}$/, "malformed");
const subject = z.string().regex(/^[a-zA-Z]{1,20}:[0-9a-zA-Z-]{1,40}$/, "malformed");

export const TrailFilter = z.object({
  who: z.string().trim().min(1).max(40).optional(),
  account: number.optional(),
  about: z.string().trim().min(2).max(40).optional(),
  subject: subject.optional(),
  kind: z.enum(KIND_NAMES as [string, ...string[]]).optional(),
  verb: z
    .string()
    .regex(/^[a-zA-Z]+\.[a-zA-Z]+$/, "malformed")
    .optional(),
  unit: z
    .string()
    .regex(/^\d{1,9}$/, "malformed")
    .optional(),
  days: z.enum(PERIODS).default("30"),
  from: day.optional(),
  to: day.optional(),
  /** What the same person did in the ten minutes after this row. */
  near: number.optional(),
  /** What the same request did. */
  request: z
    .string()
    .regex(/^[\w-]{8,64}$/, "malformed")
    .optional(),
  before: number.optional(),
});
export type TrailFilter = z.output<typeof TrailFilter>;

/** The filter of an address; what is not understood is left out, so that an old link still opens. */
export function trailFilterOf(params: URLSearchParams): z.input<typeof TrailFilter> {
  const known = <Field extends keyof TrailFilter>(field: Field, name: string) => {
    const value = params.get(name) ?? undefined;
    return TrailFilter.shape[field].safeParse(value).success ? value : undefined;
  };
  const kind = params.get("f.kind") ?? undefined;
  return {
    who: known("who", "f.who"),
    account: known("account", "f.account"),
    about: known("about", "f.about"),
    subject: known("subject", "f.subject"),
    kind: isKind(kind) ? kind : undefined,
    verb: known("verb", "f.verb"),
    unit: known("unit", "u"),
    days: PERIODS.find((one) => one === params.get("f.days")) ?? (params.has("f.subject") ? "all" : "30"),
    from: known("from", "f.from"),
    to: known("to", "f.to"),
    near: known("near", "f.near"),
    request: known("request", "f.request"),
    before: known("before", "after"),
  };
}

export const TrailUnits = z.object({ unit: TrailFilter.shape.unit });

export const WhoSaw = z.object({ household: z.uuid("malformed"), from: day, to: day });

export const FindHousehold = z.object({ name: z.string().trim().min(2).max(40) });

export const HistoryOf = z.object({
  kind: z.enum(HISTORY_KINDS),
  id: z.string().regex(/^([0-9a-f-]{36}|\d{1,9})$/, "malformed"),
  field: z
    .string()
    .regex(/^\w[\w.]{0,59}$/, "malformed")
    .optional(),
});

/** "q" tells the room what was asked, in words without a name. */
export const ExportTrail = z.strictObject({ note: z.string().max(500) });
