/** What may come in for instructions: giving one, each of its steps, and the filter of the list. */
import * as z from "zod";
import { readPeriod } from "#lib/base/period.ts";
import { chosenId, optional, text, uuid, version } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { KINDS, STATES, VIEWS } from "./instruction.ts";

const words = text(500);
const why = z.string("required").trim().min(2, "instruction.why").max(500, "tooLong");
const day = z.string().trim().max(20).optional();
const period = z
  .string()
  .optional()
  .transform((told) => readPeriod(told));

export const InstructionId = z.strictObject({ id: uuid });
export const GiveInstruction = z.strictObject({
  id: uuid,
  divisionId: chosenId,
  to: z.string("choose").regex(/^(account:\d{1,9}|[A-Z_]{2,40}@\d{1,9})$/, "choose"),
  kind: z.enum(KINDS, "choose"),
  words,
  dueOn: day,
  indicator: optional(z.string().max(20)),
  period,
});
export const ReplyToInstruction = z.strictObject({ id: uuid, version, words: why });
export const ReturnAnswer = z.strictObject({ id: uuid, version, words: why, dueOn: day });
export const AcceptAnswer = z.strictObject({ id: uuid, version, words });
export const WithdrawInstruction = z.strictObject({ id: uuid, version, words: why });

export const InstructionFormAsked = z.strictObject({
  unit: z.string().max(20).optional(),
  indicator: optional(z.string().max(20)),
  period,
});
/** Marks for what a board shows: its units in its period. */
export const BoardAsked = z.strictObject({
  units: z.array(z.number().int()).max(600),
  period: z.string().max(10),
});
export const InstructionFilter = z.object({
  unit: z.string().max(20).optional(),
  /** Where nothing is chosen: what one has to answer first, else what one gave. */
  view: z.enum(VIEWS).optional(),
  status: z.enum(STATES).optional(),
  kind: z.enum(KINDS).optional(),
  indicator: z.string().max(20).optional(),
  page: z.number().int().min(1).max(2000).default(1),
});
export type InstructionFilter = z.output<typeof InstructionFilter>;

/** The filter as it stands in an address. */
export function instructionFilterOf(params: URLSearchParams): z.input<typeof InstructionFilter> {
  const filters = filtersOf(params);
  const page = Number(params.get("page"));
  return {
    unit: params.get("u") ?? undefined,
    view: VIEWS.find((view) => view === params.get("view")),
    status: STATES.find((one) => one === filters.status?.[0]),
    kind: KINDS.find((one) => one === filters.kind?.[0]),
    indicator: filters.indicator?.[0]?.slice(0, 20),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 2000) : 1,
  };
}
