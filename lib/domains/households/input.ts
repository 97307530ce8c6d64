/** What may come in for households: the filter of the list as it stands in the address, and what each deed needs. */
import * as z from "zod";
import { PHONE, tidyPhone } from "#lib/base/phone.ts";
import { filtersOf, sortOf } from "#lib/base/url-state.ts";
import { Fragment } from "#lib/platform/sql.ts";
import { type CodeList, HOUSEHOLD_ATTRIBUTES, HOUSEHOLD_STATUSES, POVERTY_CAUSES } from "./codes.ts";
import { FIRST_STATUSES, HOUSEHOLD_SORTS, REVEAL_REASONS, VISITED } from "./household.ts";
import { INCOME_BANDS } from "./income-band.ts";

const oneOf = (list: CodeList) =>
  z.string().refine((code) => list.some((one) => one.code === code), "unknownChoice");
/** An empty field of a form is an answer: nothing. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const uuid = z.uuid("malformed");
const division = z.coerce.number("choose").int("choose").positive("choose");

export const HouseholdFilter = z.object({
  unit: z.string().optional(),
  statuses: z.array(oneOf(HOUSEHOLD_STATUSES)).default([]),
  attributes: z.array(oneOf(HOUSEHOLD_ATTRIBUTES)).default([]),
  causes: z.array(oneOf(POVERTY_CAUSES)).default([]),
  paired: z.enum(["yes", "no"]).optional(),
  visited: z.enum(VISITED).optional(),
  income: z.enum(INCOME_BANDS).optional(),
  q: z.string().trim().max(40).optional(),
  sort: z.enum(HOUSEHOLD_SORTS).default("number"),
  down: z.boolean().default(false),
  after: uuid.optional(),
  before: uuid.optional(),
  /** Exactly the rows behind an indicator's number: a condition on h.id, built by the indicator itself. */
  only: z.instanceof(Fragment).optional(),
});
export type HouseholdFilter = z.infer<typeof HouseholdFilter>;

/** The filter of an address; what is no longer known is left out, so that an old link still opens. */
export function householdFilterOf(params: URLSearchParams): z.input<typeof HouseholdFilter> {
  const filters = filtersOf(params);
  const known = (values: string[] | undefined, list: CodeList) =>
    (values ?? []).filter((value) => list.some((one) => one.code === value));
  const sort = sortOf(params, HOUSEHOLD_SORTS);
  const place = (key: string) => uuid.safeParse(params.get(key)).data;
  return {
    unit: params.get("u") ?? undefined,
    statuses: known(filters.status, HOUSEHOLD_STATUSES),
    attributes: known(filters.attribute, HOUSEHOLD_ATTRIBUTES),
    causes: known(filters.cause, POVERTY_CAUSES),
    paired: (["yes", "no"] as const).find((value) => value === filters.paired?.[0]),
    visited: VISITED.find((value) => value === filters.visited?.[0]),
    income: INCOME_BANDS.find((value) => value === filters.income?.[0]),
    q: params.get("q")?.trim().slice(0, 40) || undefined,
    sort: HOUSEHOLD_SORTS.find((field) => field === sort?.field) ?? "number",
    down: sort?.down ?? false,
    after: place("after"),
    before: place("before"),
  };
}

export const PanelAsked = z.strictObject({ unit: z.string().max(12).optional() });
export const HouseholdId = z.object({ id: uuid });

/** Beside its own fields a form sends the facts of one section, each under its key (fact-columns.ts). */
export const CorrectHousehold = z
  .object({
    id: uuid,
    /** What stood there when the form was opened, by field: tells whether somebody else changed the same thing meanwhile. */
    was: z.string().max(8000),
    /** "yes": I have seen the other value and still mean mine. */
    overwrite: z.literal("yes").optional(),
  })
  .catchall(z.union([z.string().max(600), z.array(z.string().max(40)).max(20)]));
export type CorrectHousehold = z.infer<typeof CorrectHousehold>;

export const MemberAsked = z.object({ householdId: uuid, personId: uuid });
export const CorrectMember = z
  .object({ ...MemberAsked.shape, was: z.string().max(8000), overwrite: z.literal("yes").optional() })
  .catchall(z.union([z.string().max(600), z.array(z.string().max(40)).max(20)]));

const personFields = {
  name: z.string("required").trim().min(2, "personName").max(30),
  idNo: optional(z.string().trim().max(30)),
};

export const RegisterHousehold = z.strictObject({
  divisionId: division,
  householdNo: optional(
    z
      .string()
      .trim()
      .max(30)
      .regex(/^[0-9A-Za-z-]+$/, "malformed"),
  ),
  ...personFields,
  groupName: optional(z.string().trim().max(20)),
  /** A new file begins with one of these; every later status comes from a procedure. */
  status: z.enum(FIRST_STATUSES, "choose"),
  attribute: optional(oneOf(HOUSEHOLD_ATTRIBUTES)),
  mainCause: optional(oneOf(POVERTY_CAUSES)),
  phone: optional(z.string().overwrite(tidyPhone).regex(PHONE, "phone")),
  /** "yes": I know the household of the same name, this is another one. */
  overwrite: z.literal("yes").optional(),
});

export const MoveHousehold = z.strictObject({
  id: uuid,
  toDivisionId: division,
  on: z.string("required").trim().min(1, "required").max(20),
  groupName: optional(z.string().trim().max(20)),
});

export const RevealIdNo = z.strictObject({
  householdId: uuid,
  personId: uuid,
  reason: z.enum(REVEAL_REASONS, "choose"),
});
export const RevealPhone = z.strictObject({ householdId: uuid });

export const ExportHouseholds = HouseholdFilter.extend({ note: z.string().max(500).default("") });
