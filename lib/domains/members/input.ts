/** What may come in about Party members. */
import * as z from "zod";
import { PHONE, tidyPhone } from "#lib/base/phone.ts";
import { chosenId, code, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { AGE_BANDS, FLAGS, KINDS, MARKS, WAYS_IN } from "./member.ts";

const why = z.string("required").trim().min(2, "required").max(200, "tooLong");

const standing = {
  joinedOn: typedDay,
  fullOn: text(20),
  memberGroup: code.min(1, "choose"),
  education: text(40),
  partyPost: text(40),
  duty: text(60),
};

const person = {
  name: text(30),
  sex: z.enum(["M", "F", ""], "choose").default(""),
  birthOn: text(20),
  ethnicity: text(40),
  phone: z
    .string()
    .overwrite(tidyPhone)
    .refine((text) => text === "" || PHONE.test(text), "phone")
    .optional()
    .transform((value) => value || null),
};

export const EnrollMember = z.strictObject({
  orgId: chosenId,
  /** Somebody known, or a new person by name. */
  personId: uuid.optional().or(z.literal("").transform(() => undefined)),
  idNo: text(30),
  ...person,
  how: z.enum(WAYS_IN, "choose"),
  cameFrom: text(80),
  fromOn: text(20),
  ...standing,
});
export const CorrectMember = z.strictObject({
  id: uuid,
  version,
  ...standing,
  /** Of whom the roster alone keeps: others are mended where they are kept. */
  ...person,
});
export const ConfirmMember = z.strictObject({ id: uuid, version, fullOn: typedDay });
export const TransferMember = z.strictObject({ id: uuid, version, toOrgId: chosenId, on: typedDay });
export const TransferOut = z.strictObject({
  id: uuid,
  version,
  on: typedDay,
  wentTo: z.string("required").trim().min(2, "required").max(80, "tooLong"),
});
export const EndMember = z.strictObject({
  id: uuid,
  version,
  how: z.enum(["DIED", "EXPELLED"], "choose"),
  on: typedDay,
  why,
});
export const FlagMember = z.strictObject({
  id: uuid,
  flag: z.enum(FLAGS, "choose"),
  fromOn: typedDay,
  whereTo: text(80),
});
export const UnflagMember = z.strictObject({ flagId: uuid, toOn: typedDay });

export const MemberFilter = z.strictObject({
  unit: z.string().max(20).optional(),
  orgId: z.number().int().positive().nullable().default(null),
  /** Also the organizations below that one. */
  below: z.boolean().default(true),
  kind: z.enum(KINDS).nullable().default(null),
  group: code.nullable().default(null),
  flag: z.enum(MARKS).nullable().default(null),
  age: z.enum(AGE_BANDS).nullable().default(null),
  sex: z.enum(["M", "F"]).nullable().default(null),
  q: z.string().trim().max(40).default(""),
  /** As the rosters stood on that day; today, if it says nothing sensible. */
  on: z.string().max(20).nullable().default(null),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type MemberFilter = z.output<typeof MemberFilter>;

export function memberFilterOf(params: URLSearchParams): z.input<typeof MemberFilter> {
  const one = <T extends string>(name: string, among: readonly T[]) =>
    among.find((each) => each === params.get(name)) ?? null;
  const number = (name: string) => {
    const typed = params.get(name);
    return typed && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
  };
  return {
    unit: params.get("u")?.slice(0, 20) ?? undefined,
    orgId: number("f.org"),
    below: params.get("f.below") !== "no",
    kind: one("f.kind", KINDS),
    group: params.get("f.group")?.slice(0, 40) ?? null,
    flag: one("f.flag", MARKS),
    age: one("f.age", AGE_BANDS),
    sex: one("f.sex", ["M", "F"] as const),
    q: (params.get("q") ?? "").slice(0, 40),
    on: params.get("on")?.slice(0, 20) ?? null,
    page: Math.min(number("page") ?? 1, 10_000),
  };
}

export const MemberId = z.strictObject({ id: uuid });
/** As of a day of the past, or of today. */
export const OrgRoster = z.strictObject({ orgId: chosenId, on: z.iso.date().nullable().default(null) });
export const PeopleToEnroll = z.strictObject({ orgId: chosenId, q: z.string().trim().max(40).default("") });
export const OrgsToReceive = z.strictObject({ id: uuid, q: z.string().trim().max(40).default("") });
export const ExportMembers = MemberFilter.extend({ note: z.string().max(500) });
