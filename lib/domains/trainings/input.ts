/** What may come in for trainings: the record, who was there, and the filters of the lists. */
import * as z from "zod";
import { readPeriod } from "#lib/base/period.ts";
import { optional, uuid } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { AUDIENCES, COVERED, LEVELS, MODES, MOST_NAMES, TOPICS } from "./training.ts";

const line = (most: number) => z.string().trim().max(most);
const heads = optional(
  z.coerce
    .number("training.heads")
    .int("training.heads")
    .min(0, "training.heads")
    .max(5_000, "training.heads"),
);

const facts = {
  title: z.string("required").trim().min(2, "required").max(80),
  mode: z.enum(MODES, "choose"),
  audience: z.enum(AUDIENCES, "choose"),
  topic: z.enum(TOPICS, "choose"),
  level: z.enum(LEVELS, "choose"),
  organizer: optional(line(60)),
  venue: optional(line(60)),
  fromOn: z.string("required").trim().min(1, "required").max(20),
  /** Empty = on one day only. */
  toOn: optional(z.string().trim().max(20)),
  hours: z.string("required").trim().min(1, "required").max(8),
  cost: optional(z.string().trim().max(20)),
  note: optional(line(500)),
  /** As the unit reports them; empty = not stated. */
  statedCadres: heads,
  statedVillageCadres: heads,
  statedMembers: heads,
  statedVillagers: heads,
};
const names = z.string().max(40_000).default("");
const people = z.array(uuid).max(MOST_NAMES).default([]);

export const HoldTraining = z.strictObject({
  id: uuid,
  divisionId: z.coerce.number("choose").int().positive("choose"),
  ...facts,
  names,
});
export type HoldTraining = z.infer<typeof HoldTraining>;

export const CorrectTraining = z.strictObject({ id: uuid, version: z.coerce.number().int(), ...facts });
export const AddAttendees = z.strictObject({ id: uuid, names, people });
export const DropAttendees = z.strictObject({
  id: uuid,
  attendees: z.array(uuid).min(1, "choose").max(MOST_NAMES),
});

/** Of a form with one question for each name: "is.<attendee>" = a person's id, "OUTSIDER", "DROP", or nothing: open for now. */
const answersOf = (raw: unknown) => {
  if (typeof raw !== "object" || raw === null) return raw;
  const rest: [string, unknown][] = [];
  const answers: unknown[] = [];
  for (const [name, is] of Object.entries(raw))
    if (!name.startsWith("is.")) rest.push([name, is]);
    else if (is !== "") answers.push({ attendee: name.slice(3), is });
  return { ...Object.fromEntries(rest), answers };
};
const SETTLED = z.union([uuid, z.enum(["OUTSIDER", "DROP"])], "choose");
export const SettleAttendees = z.preprocess(
  answersOf,
  z.strictObject({
    id: uuid,
    answers: z.array(z.strictObject({ attendee: uuid, is: SETTLED })).max(MOST_NAMES),
    /** Whoever is still open comes from outside. */
    rest: z.literal("OUTSIDER").optional(),
  }),
);

export const WithdrawTraining = z.strictObject({
  id: uuid,
  reason: z.string("required").trim().min(2, "required").max(100),
});

export const Nothing = z.object({});
export const TrainingId = z.object({ id: uuid });
export const HostUnit = z.object({ unit: z.string().optional() });

export const Roster = z.object({
  training: uuid,
  unit: z.string().optional(),
  roster: z.enum(AUDIENCES).optional(),
  org: z.coerce.number().int().positive().optional(),
  q: z.string().max(20).default(""),
});

const period = z.custom<NonNullable<ReturnType<typeof readPeriod>>>(
  (value) => readPeriod(value) !== null,
  "malformed",
);

export const TrainingFilter = z.object({
  unit: z.string().optional(),
  period,
  mode: z.enum(MODES).optional(),
  audience: z.enum(AUDIENCES).optional(),
  topic: z.enum(TOPICS).optional(),
  /** OPEN: with names not recognized yet. NOBODY: nobody is written down. WITHDRAWN. */
  state: z.enum(["OPEN", "NOBODY", "WITHDRAWN"]).optional(),
  after: uuid.optional(),
});
export type TrainingFilter = z.infer<typeof TrainingFilter>;

export const TrainedFilter = z.object({
  unit: z.string().optional(),
  period,
  roster: z.enum(COVERED).optional(),
  missing: z.boolean().default(false),
  page: z.number().int().min(1).max(1000).default(1),
});
export const Coverage = z.object({ unit: z.string().optional(), period });

const one = <Value extends string>(list: readonly Value[], asked: string | undefined) =>
  list.find((value) => value === asked);

export function trainingFilterOf(params: URLSearchParams, open: string): z.input<typeof TrainingFilter> {
  const filters = filtersOf(params);
  return {
    unit: params.get("u") ?? undefined,
    period: periodAsked(params, open),
    mode: one(MODES, filters.mode?.[0]),
    audience: one(AUDIENCES, filters.audience?.[0]),
    topic: one(TOPICS, filters.topic?.[0]),
    state: one(["OPEN", "NOBODY", "WITHDRAWN"] as const, filters.state?.[0]),
    after: uuid.safeParse(params.get("after")).data,
  };
}

export function trainedFilterOf(params: URLSearchParams, open: string): z.input<typeof TrainedFilter> {
  const filters = filtersOf(params);
  const roster = one(COVERED, filters.roster?.[0]);
  return {
    unit: params.get("u") ?? undefined,
    period: periodAsked(params, open),
    roster,
    missing: filters.in?.[0] === "missing",
    page: Math.min(Math.max(Number(params.get("page")) || 1, 1), 1000),
  };
}

/** The period of the address, else the running one. */
export const periodAsked = (params: URLSearchParams, open: string) =>
  readPeriod(params.get("p")) ?? readPeriod(open)!;
