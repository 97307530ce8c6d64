/** What may come in about the terms of Party organizations and the list of weak ones. */
import * as z from "zod";
import { WINDOWS } from "./term.ts";
import { WEAK_STATES } from "./weak.ts";

const orgId = z.coerce.number("choose").int("choose").positive("choose").max(2_147_483_647, "choose");
const day = z.string("required").trim().min(1, "required").max(20, "malformed");
const said = (most: number) => z.string("required").trim().min(1, "required").max(most, "tooLong");
const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "tooLong")
    .optional()
    .transform((value) => value || undefined);
const version = z.coerce.number().int();
const uuid = z.uuid("malformed");

export const RecordElection = z.strictObject({
  id: orgId,
  electedOn: day,
  years: z.coerce
    .number("election.years")
    .int("election.years")
    .min(1, "election.years")
    .max(10, "election.years"),
  documentNo: maybe(60),
});
export const PostponeElection = z.strictObject({
  id: orgId,
  version,
  postponedTo: day,
  postponedDocument: said(60),
});
export const TakeBackElection = z.strictObject({ id: orgId, version });
export const ListTerms = z.strictObject({
  unitId: z.number().int().positive().nullable().default(null),
  window: z.enum(WINDOWS).default("over"),
  /** One month of the calendar, "2026-12"; it stands in place of the window. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  page: z.number().int().min(1).max(1000).default(1),
});
export const ShowElection = z.strictObject({ id: orgId });

export const ListWeakOrg = z.strictObject({ id: orgId, cause: said(40), foundOn: day, note: maybe(300) });
export const AddMeasure = z.strictObject({ weakId: uuid, what: said(200), who: said(60), dueOn: day });
export const FinishMeasure = z.strictObject({ measureId: uuid, doneOn: day });
export const ReportWeak = z.strictObject({ weakId: uuid, version, summary: said(500) });
export const AcceptWeak = z.strictObject({ weakId: uuid, version, documentNo: maybe(60) });
export const ReturnWeak = z.strictObject({ weakId: uuid, version, why: said(300) });
export const TakeBackWeak = z.strictObject({ weakId: uuid, version });
export const CarryWeak = z.strictObject({ weakId: uuid, version });
export const ShowWeak = z.strictObject({ weakId: uuid });
export const WeakFilter = z.strictObject({
  unitId: z.number().int().positive().nullable().default(null),
  year: z.number().int().min(2000).max(2100).nullable().default(null),
  status: z.enum(WEAK_STATES).nullable().default(null),
  cause: z.string().max(40).nullable().default(null),
  page: z.number().int().min(1).max(1000).default(1),
});
export const WeakForm = z.strictObject({ id: orgId });
export const NameDepartment = z.strictObject({ id: orgId, supervisingDept: said(60) });
