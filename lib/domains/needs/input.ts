/** What may come in for needs: raising one, each of its steps, and the filter of the list. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";
import { chosenId, optional, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { LEVELS, SOURCES, STATES, URGENCIES, VERDICTS, VIEWS } from "./need.ts";

const words = text(500);
const why = z.string("required").trim().min(2, "need.why").max(500, "tooLong");

export const NeedId = z.object({ id: uuid });
export const NeedsOf = z.object({ household: uuid });
export const NeedsOfVisit = z.object({ visit: uuid });
export const Nothing = z.object({});
export const RaiseFormAsked = z.object({
  household: uuid.optional(),
  village: z.coerce.number().int().positive().optional(),
});

export const RaiseNeed = z.strictObject({
  /** Made by the form, so that sending twice stores once. */
  id: uuid,
  householdId: optional(uuid),
  /** Of a need of the whole village. */
  villageId: optional(chosenId),
  visitId: optional(uuid),
  category: z.string("choose").trim().min(1, "choose").max(40),
  urgency: z.enum(URGENCIES, "choose").default("NORMAL"),
  source: z.enum(SOURCES, "choose").default("SELF"),
  words,
  raisedOn: typedDay,
  /** On a phone, when that is not today. */
  writtenOn: optional(z.string().refine(isDay, "malformed")),
});

const held = { id: uuid, version };
export const AssignNeed = z.strictObject({
  ...held,
  /** An account; without one, a unit and a name as typed. */
  to: optional(chosenId),
  unit: optional(z.string().trim().max(60, "tooLong")),
  name: optional(z.string().trim().max(30, "tooLong")),
  askedOn: typedDay,
  words,
});
export const EscalateNeed = z.strictObject({ ...held, words });
export const HandDownNeed = z.strictObject({ ...held, words: why });
export const ReturnNeed = z.strictObject({ ...held, words: why });
export const PauseNeed = z.strictObject({ ...held, onDay: typedDay, words: why });
export const ResumeNeed = z.strictObject({ ...held, onDay: typedDay, words });
export const FinishNeed = z.strictObject({ ...held, doneOn: typedDay, result: why });
export const JudgeNeed = z.strictObject({
  ...held,
  verdict: z.enum(VERDICTS, "choose"),
  onDay: typedDay,
  words,
});
export const WithdrawNeed = z.strictObject({ ...held, words: why });

export const NeedFilter = z.object({
  unit: z.string().optional(),
  view: z.enum(VIEWS).default("all"),
  /** Whose it is, or a piece of what is asked for. */
  q: z.string().trim().max(40).optional(),
  category: z.string().max(40).optional(),
  status: z.enum(STATES).optional(),
  level: z.enum(LEVELS).optional(),
  urgency: z.enum(URGENCIES).optional(),
  page: z.number().int().min(1).max(2000).default(1),
});
export type NeedFilter = z.output<typeof NeedFilter>;

export function needFilterOf(params: URLSearchParams): z.input<typeof NeedFilter> {
  const filters = filtersOf(params);
  const page = Number(params.get("page"));
  return {
    unit: params.get("u") ?? undefined,
    view: VIEWS.find((view) => view === params.get("view")) ?? "all",
    q: params.get("q")?.slice(0, 40) || undefined,
    category: filters.category?.[0]?.slice(0, 40),
    status: STATES.find((one) => one === filters.status?.[0]),
    level: LEVELS.find((one) => one === filters.level?.[0]),
    urgency: URGENCIES.find((one) => one === filters.urgency?.[0]),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 2000) : 1,
  };
}
