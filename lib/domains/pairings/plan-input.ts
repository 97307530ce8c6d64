/** What may come in for plans of pairings. */
import * as z from "zod";
import { filtersOf } from "#lib/base/url-state.ts";
import { PAIRING_KIND_CODES } from "./pairing.ts";
import { LINE_SHOWN, PLAN_WHOM, RANK_CODES } from "./plan.ts";

const uuid = z.uuid("malformed");
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const version = z.coerce.number("malformed").int().min(1);

export const MakePlan = z.strictObject({
  unit: z.string("required").regex(/^\d{1,9}$/, "malformed"),
  kind: z.enum(PAIRING_KIND_CODES, "choose"),
  whom: z.enum(PLAN_WHOM, "choose"),
  fromOn: z.string("required").trim().min(1, "required").max(20),
  ranks: z.array(z.enum(RANK_CODES)).default([]),
  names: z.string().max(200_000).default(""),
});

export const PlanList = z.object({ unit: z.string().optional() });
export const PlanId = z.strictObject({ id: uuid });
export const PlanVersion = z.strictObject({ id: uuid, version });
export const PlanView = z.object({
  id: uuid,
  show: z.enum(LINE_SHOWN).optional(),
  helper: uuid.optional(),
  page: z.number().int().min(1).max(2000).default(1),
});
export const PlanLine = z.object({ id: uuid, household: uuid });

/** Without a helper the household is left out of the plan. */
export const ChangeLine = z.strictObject({
  id: uuid,
  version,
  household: uuid,
  helperId: optional(uuid),
  overCap: optional(z.literal("yes")),
});

/** `without`: somebody who is not to help after all; `names`: others who are to. */
export const Replan = z.strictObject({
  id: uuid,
  version,
  without: optional(uuid),
  names: z.string().max(200_000).default(""),
});

export function planViewOf(id: string, params: URLSearchParams): z.input<typeof PlanView> {
  const filters = filtersOf(params);
  const page = Number(params.get("page") ?? "1");
  return {
    id,
    show: LINE_SHOWN.find((one) => one === filters.show?.[0]),
    helper: uuid.safeParse(filters.helper?.[0]).data,
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 2000) : 1,
  };
}
