/** What may come in about organizations of the industry chain. */
import * as z from "zod";
import { chosenId, code, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { isCreditNumber, tidyCreditNumber } from "./credit-number.ts";
import { LINK_ROLES, LIST_STATES, PARTY_COVERAGES } from "./industry.ts";

const year = z.coerce.number("choose").int("choose").min(2000, "choose").max(2100, "choose");
const count = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "number")
  .optional()
  .transform((value) => (value ? Number(value) : null));

const facts = {
  name: z.string("required").trim().min(2, "industry.name").max(60, "tooLong"),
  kind: code.min(1, "choose"),
  divisionId: chosenId,
  creditNo: z
    .string()
    .max(40, "industry.creditNo")
    .transform(tidyCreditNumber)
    .refine((value) => value === "" || isCreditNumber(value), "industry.creditNo")
    .optional()
    .transform((value) => value || null),
  registeredOn: text(20),
  capital: text(30),
  operator: text(40),
  memberCount: count,
  partyMembers: count,
  fullMembers: count,
  villages: z
    .array(chosenId, "industry.villages")
    .min(1, "industry.villages")
    .max(200, "industry.tooManyVillages"),
};

export const RegisterEntity = z.strictObject(facts);
export const CorrectEntity = z.strictObject({ id: uuid, version, ...facts });
export const CloseEntity = z.strictObject({
  id: uuid,
  version,
  closedOn: typedDay,
  why: z.string("required").trim().min(2, "required").max(200, "tooLong"),
});
export const ReopenEntity = z.strictObject({ id: uuid, version });
export const SetParty = z.strictObject({
  id: uuid,
  coverage: z.enum(PARTY_COVERAGES, "choose"),
  partyOrgId: z
    .union([z.literal(""), chosenId])
    .optional()
    .transform((value) => (typeof value === "number" ? value : null)),
  mode: code.optional().transform((value) => value || null),
  fromOn: typedDay,
});
export const LinkHousehold = z.strictObject({
  id: uuid,
  householdId: uuid,
  role: z.enum(LINK_ROLES, "choose"),
  fromOn: typedDay,
});
export const CorrectLink = z.strictObject({
  linkId: uuid,
  version,
  role: z.enum(LINK_ROLES, "choose"),
  fromOn: typedDay,
  toOn: text(20),
});
export const EndLink = z.strictObject({ linkId: uuid, toOn: typedDay });
export const ReportIncome = z.strictObject({
  linkId: uuid,
  year,
  /** In yuan as typed; empty takes the figure back. */
  income: text(30),
});

/** The year of an entity in one form: its own figures, "income-<link>" for each household, and a pasted block of them. */
const INCOME = /^income-(.+)$/;
export const incomeField = (link: string) => `income-${link}`;
const incomesOf = (raw: unknown) => {
  if (typeof raw !== "object" || raw === null) return raw;
  const fields = Object.entries(raw);
  const incomes = fields.flatMap(([name, typed]) => {
    const link = INCOME.exec(name)?.[1];
    return link ? [{ link, typed }] : [];
  });
  return { ...Object.fromEntries(fields.filter(([name]) => !INCOME.test(name))), incomes };
};
export const MOST_PASTED = 300;
export const ReportYear = z.preprocess(
  incomesOf,
  z.strictObject({
    id: uuid,
    year,
    /** Sent only where the seat may be changed. */
    facts: z.literal("yes").optional(),
    poorMembers: count,
    output: text(30),
    raised: text(30),
    paste: z.string().max(20_000, "tooLong").default(""),
    incomes: z.array(z.strictObject({ link: uuid, typed: z.string().trim().max(30) })).max(MOST_PASTED),
  }),
);
export const EntityYear = z.strictObject({ id: uuid, year: year.nullable().default(null) });

export const EntityFilter = z.strictObject({
  unitId: z.number().int().positive().nullable().default(null),
  kind: code.nullable().default(null),
  party: z.enum(PARTY_COVERAGES).nullable().default(null),
  mode: code.nullable().default(null),
  state: z.enum(LIST_STATES).default("operating"),
  q: z.string().trim().max(40).default(""),
  page: z.number().int().min(1).max(1000).default(1),
});
export const EntityId = z.strictObject({ id: uuid });
export const LinkId = z.strictObject({ linkId: uuid });
export const OfHousehold = z.strictObject({ household: uuid });
export const SeatsAround = z.strictObject({ unitId: z.number().int().positive().nullable().default(null) });
export const HouseholdsToLink = z.strictObject({ id: uuid, q: z.string().trim().max(40).default("") });
