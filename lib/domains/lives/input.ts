/** What may come in for the life of a household. */
import * as z from "zod";
import { RELATIONS } from "#lib/domains/households/codes.ts";
import {
  DISSOLVE_REASONS,
  HEAD_REASONS,
  IN_REASONS,
  MERGE_REASONS,
  NEVER_BORN,
  OUT_REASONS,
  SPLIT_REASONS,
} from "./life.ts";

export const uuid = z.uuid("malformed");
/** An empty field of a form is an answer: nothing. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const day = z.string("required").trim().min(1, "required").max(20);
const relation = z
  .string("choose")
  .refine((code) => code !== "HEAD" && RELATIONS.some((one) => one.code === code), "choose");

/** "relation.<person>": how each one stands to the head. */
const RELATION_FIELD = /^relation\.([0-9a-f-]{36})$/;
/** Gathers those fields into one, so that an intent stays strict about all others. */
export const gathered = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((raw) => {
    if (raw === null || typeof raw !== "object") return raw;
    const rest: Record<string, unknown> = {};
    const relations: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(raw)) {
      const person = RELATION_FIELD.exec(key)?.[1];
      if (person) relations[person] = value;
      else rest[key] = value;
    }
    return { relations, ...rest };
  }, schema);
const relations = z.record(uuid, z.string().max(40));

export const HouseholdOf = z.object({ household: uuid });
export const HouseholdOn = HouseholdOf.extend({ on: z.iso.date("day") });

export const MemberIn = z
  .strictObject({
    householdId: uuid,
    reason: z.enum(IN_REASONS, "choose"),
    /** Left out for somebody who was always there and only missing in the roll. */
    on: optional(day),
    name: z.string("required").trim().min(2, "personName").max(30),
    relation,
    idNo: optional(z.string().trim().max(30)),
    sex: optional(z.enum(["M", "F"])),
    birthOn: optional(z.string().trim().max(20)),
  })
  .refine(({ reason, relation }) => reason !== "BIRTH" || !NEVER_BORN.includes(relation), {
    path: ["relation"],
    message: "life.bornAs",
  });
export type MemberIn = z.infer<typeof MemberIn>;

export const MemberOut = z.strictObject({
  householdId: uuid,
  personId: z.uuid("choose"),
  reason: z.enum(OUT_REASONS, "choose"),
  on: day,
});

export const PassHead = gathered(
  z.strictObject({
    householdId: uuid,
    personId: z.uuid("choose"),
    reason: z.enum(HEAD_REASONS, "choose"),
    on: day,
    relations,
  }),
);

export const Split = gathered(
  z.strictObject({
    householdId: uuid,
    go: z.array(uuid, "life.whoGoes").min(1, "life.whoGoes").max(30),
    headId: z.uuid("choose"),
    reason: z.enum(SPLIT_REASONS, "choose"),
    on: day,
    groupName: optional(z.string().trim().max(20)),
    relations,
  }),
);

export const Merge = gathered(
  z.strictObject({
    householdId: uuid,
    intoId: optional(uuid),
    /** Another way to name it: the number of a file in another village. */
    intoNo: optional(z.string().trim().max(30)),
    reason: z.enum(MERGE_REASONS, "choose"),
    on: day,
    relations,
  }),
);

export const Dissolve = z.strictObject({
  householdId: uuid,
  reason: z.enum(DISSOLVE_REASONS, "choose"),
  on: day,
});

/** The same intents, as far as they stand before it is seen what they would mean; all that is missing is said at once. */
export const Rehearse = z
  .strictObject({
    kind: z.enum(["SPLIT", "MERGE", "DISSOLVE"]),
    householdId: uuid,
    go: z.array(uuid).max(30).default([]),
    headId: optional(uuid),
    intoId: optional(uuid),
    intoNo: optional(z.string().trim().max(30)),
    reason: z.string().max(30),
    on: z.string().trim().max(20),
    groupName: optional(z.string().trim().max(20)),
  })
  .superRefine(({ kind, go, headId, intoId, intoNo, reason, on }, context) => {
    const says = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (kind === "SPLIT" && go.length === 0) says("go", "life.whoGoes");
    if (kind === "SPLIT" && !headId) says("headId", "life.headOfNew");
    if (kind === "MERGE" && !intoId && !intoNo) says("intoId", "choose");
    if (reason === "") says("reason", "choose");
    if (on === "") says("on", "required");
  });
export type Rehearse = z.infer<typeof Rehearse>;

export const MergeDuplicate = gathered(
  z.strictObject({
    /** The file that ends. */
    householdId: uuid,
    keptId: z.uuid("choose"),
    /** By member of it: SAME (stands in the other file already), or how he stands to its head. */
    relations,
  }),
);
export const NotDuplicate = z.strictObject({ householdId: uuid, otherId: uuid });
export const DuplicatesIn = z.object({ unit: z.string().optional() });
export const TwoHouseholds = z.object({ household: uuid, other: uuid });
export const Typing = z.object({
  divisionId: z.coerce.number().int().positive().optional().catch(undefined),
  name: z.string().trim().max(30).default(""),
  idNo: z.string().trim().max(30).default(""),
});

export const EventId = z.strictObject({ id: uuid });

export const RequestId = z.strictObject({ id: uuid });
export const RequestFilter = z.object({ pending: z.boolean().default(true) });
export const DecideRequest = z.strictObject({
  id: uuid,
  decision: z.enum(["APPROVE", "REFUSE"], "choose"),
  why: optional(z.string().trim().max(200)),
  /** Of a correction: the fields that are taken. */
  fields: z.array(z.string().max(60)).max(100).default([]),
});
