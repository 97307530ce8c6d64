/** What may come in for procedures: how a case begins, what each step asks, and how an office sets its steps. */
import * as z from "zod";
import {
  HOUSEHOLD_ATTRIBUTES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import {
  CALENDARS,
  HIT_DECISIONS,
  HOUSEHOLD_KINDS,
  KINDS,
  MONITORING_TYPES,
  RISKS,
  SOURCES,
  STATES,
  STEPS,
  UNIT_KINDS,
} from "./procedure.ts";

const uuid = z.uuid("malformed");
const version = z.coerce.number().int();
const said = (most: number) => z.string("required").trim().min(1, "required").max(most, "tooLong");
const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "tooLong")
    .optional()
    .transform((value) => value || undefined);
const day = z.string("required").trim().min(1, "required").max(20, "malformed");
const maybeDay = maybe(20);
const codes = (list: readonly { code: string }[]) =>
  z
    .string()
    .optional()
    .refine((code) => !code || list.some((one) => one.code === code), "choose")
    .transform((code) => code || undefined);
const chosen = <const Words extends readonly string[]>(words: Words) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(words, "choose").optional());
const count = z.coerce.number("procedure.count").int("procedure.count").min(0, "procedure.count");
const heads = z
  .string("required")
  .trim()
  .regex(/^\d{1,6}$/, "procedure.count")
  .transform(Number);
const share = z
  .string()
  .trim()
  .optional()
  .refine((text) => !text || (/^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100), "procedure.share")
  .transform((text) => (text ? Math.round(Number(text) * 100) : undefined));

const ticked = z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.enum(RISKS)));

const application = {
  appliedOn: day,
  reason: said(500),
  attribute: codes(HOUSEHOLD_ATTRIBUTES),
  mainCause: codes(POVERTY_CAUSES),
  standard: codes(IDENTIFICATION_STANDARDS),
  type: chosen(MONITORING_TYPES),
  risks: ticked.default([]),
  authorizedOn: maybeDay,
  endedHow: chosen(["ELIMINATED", "NATURAL"] as const),
};
const unitApplication = {
  appliedOn: day,
  reason: said(1000),
  population: heads,
  missed: share,
  wrong: share,
  accepted: share,
};
export const StartForHousehold = z.strictObject({
  householdId: uuid,
  kind: z.enum(HOUSEHOLD_KINDS, "choose"),
  ...application,
});
export const StartForUnit = z.strictObject({
  divisionId: z.coerce.number("choose").int("choose").positive("choose"),
  kind: z.enum(UNIT_KINDS, "choose"),
  ...unitApplication,
});
const about = { id: uuid, version };
export const ApplyAgain = z.strictObject({ ...about, ...application });
export const ApplyAgainForUnit = z.strictObject({ ...about, ...unitApplication });
export type TypedApplication = Omit<z.output<typeof ApplyAgain>, "id" | "version">;
export type TypedUnitApplication = Omit<z.output<typeof ApplyAgainForUnit>, "id" | "version">;

const name = maybe(30);
export const CheckHousehold = z.strictObject({
  ...about,
  onDay: day,
  who1: name,
  who2: name,
  who3: name,
  opinion: said(500),
  /** The household agrees, by its signature. */
  agreed: z.literal("yes").optional(),
});
export const HoldMeeting = z.strictObject({
  ...about,
  onDay: day,
  venue: said(60),
  chair: said(30),
  expected: heads,
  present: heads,
  inFavor: heads,
  against: heads,
  abstained: heads,
  opinion: maybe(500),
});
export const PostList = z.strictObject({
  ...about,
  phone: said(20),
  amount: maybe(20),
  documentNo: maybe(60),
});
export const CloseList = z.strictObject({ ...about, opinion: maybe(500) });
export const RaiseObjection = z.strictObject({ ...about, onDay: day, from: maybe(30), what: said(500) });
export const SettleObjection = z.strictObject({
  ...about,
  onDay: day,
  finding: said(500),
  decision: z.enum(["CONTINUE", "REJECT"], "choose"),
});
const hit = z.enum(["NONE", "HIT"], "choose");
const ofSource = Object.fromEntries(
  SOURCES.flatMap((source) => [
    [source, hit],
    [`${source}.what`, maybe(200)],
    [`${source}.decision`, chosen(HIT_DECISIONS)],
    [`${source}.why`, maybe(200)],
  ]),
) as Record<string, z.ZodType<string | undefined>>;
export const Compare = z
  .strictObject({ ...about, ...ofSource })
  .transform(({ id, version: seen, ...said }) => ({
    ...{ id, version: seen },
    said: said as Record<string, string | undefined>,
  }));
export const Approve = z.strictObject({ ...about, opinion: said(500) });
export const SendBack = z.strictObject({ ...about, to: count, why: said(500) });
export const Reject = z.strictObject({ ...about, why: said(500) });
export const Withdraw = z.strictObject({ ...about, why: said(500) });
export const Mark = z.strictObject({ ...about, documentNo: maybe(60) });

export const CaseId = z.strictObject({ id: uuid });
export const OfHousehold = z.strictObject({ household: uuid });
export const OfUnit = z.strictObject({ unit: z.number().int().positive() });
export const ListCases = z.strictObject({
  unit: z.string().max(12).optional(),
  kind: z.enum(KINDS).nullable().default(null),
  step: z.enum(STEPS).nullable().default(null),
  state: z.enum(STATES).nullable().default(null),
  mine: z.boolean().default(false),
  page: z.number().int().min(1).max(1000).default(1),
});
export const NoticeId = z.strictObject({ id: uuid });
export const ListNotices = z.strictObject({ unit: z.string().max(12).optional() });

export const Nothing = z.object({});
const setStep = Object.fromEntries(
  STEPS.flatMap((step) => [
    [`${step}.place`, maybe(2)],
    [`${step}.days`, maybe(2)],
    [`${step}.calendar`, chosen(CALENDARS)],
    [`${step}.paper`, chosen(["yes"])],
  ]),
) as Record<string, z.ZodType<string | undefined>>;
export const SetPlan = z
  .strictObject({
    kind: z.enum(KINDS, "choose"),
    fromOn: day,
    documentNo: maybe(60),
    ...setStep,
  })
  .transform(({ kind, fromOn, documentNo, ...said }) => ({
    ...{ kind, fromOn, documentNo },
    said: said as Record<string, string | undefined>,
  }));
