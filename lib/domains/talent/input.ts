/** What may come in about talent, demands and programs. */
import * as z from "zod";
import { chosenId, optional, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { CHANNELS, DEMAND_STATES, LIST_STATES, MOST_WANTED, STREAMS, TALENT_KINDS } from "./talent.ts";

export const line = (most: number) => z.string("required").trim().min(2, "required").max(most, "tooLong");
export const maybeLine = (most: number) => optional(z.string().trim().max(most, "tooLong"));
export const why = z.string("required").trim().min(2, "required").max(100, "tooLong");

/** Somebody found in the registry ("NEW" = none of them), or somebody new with a unit. */
export const whoIsMeant = {
  personId: optional(z.union([uuid, z.literal("NEW")], "choose")),
  newName: maybeLine(40),
  newUnit: maybeLine(60),
  somebodyElse: optional(z.literal("1")),
};

/** Said together with whatever else is missing, so that nobody learns of it only at the second try. */
export const someoneIsMeant = (typed: { personId?: string; newName?: string }) =>
  Boolean(typed?.personId || typed?.newName);
export const NOBODY_MEANT = { path: ["personId"], error: "talent.chooseFirst", when: () => true };

const serving = {
  channel: z.enum(CHANNELS, "choose"),
  kind: z.enum(TALENT_KINDS, "choose"),
  programId: optional(uuid),
  unitName: line(60),
  post: maybeLine(40),
  fromOn: typedDay,
  toOn: optional(z.string().trim().max(20)),
  result: maybeLine(300),
};
export const RegisterTalent = z
  .strictObject({
    /** Made by the form, so that sending twice stores once. */
    id: uuid,
    divisionId: chosenId,
    ...whoIsMeant,
    ...serving,
  })
  .refine(someoneIsMeant, NOBODY_MEANT);
export const CorrectTalent = z.strictObject({ id: uuid, version, ...serving });
export const EndTalent = z.strictObject({ id: uuid, version, toOn: typedDay, result: maybeLine(300) });

const wanted = {
  unitName: line(60),
  post: line(40),
  kind: z.enum(TALENT_KINDS, "choose"),
  wanted: z
    .string("required")
    .trim()
    .transform((text) => text.normalize("NFKC"))
    .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_WANTED, "talent.wanted")
    .transform(Number),
  fromOn: typedDay,
  note: maybeLine(300),
};
export const ListDemand = z.strictObject({ id: uuid, divisionId: chosenId, ...wanted });
export const CorrectDemand = z.strictObject({ id: uuid, version, ...wanted });
export const CloseDemand = z.strictObject({ id: uuid, version, toOn: typedDay, why });
export const FillPlace = z.strictObject({ id: uuid, talentId: z.uuid("choose"), fromOn: typedDay });
export const ReleasePlace = z.strictObject({ filling: uuid, toOn: typedDay, why });

const program = {
  name: line(60),
  operator: maybeLine(60),
  fromOn: typedDay,
  toOn: optional(z.string().trim().max(20)),
  note: maybeLine(300),
};
export const FoundProgram = z.strictObject({
  stream: z.enum(STREAMS, "choose"),
  divisionId: chosenId,
  ...program,
});
export const CorrectProgram = z.strictObject({ id: uuid, version, ...program });

export const ThingId = z.object({ id: uuid });
const unit = z.string().max(12).optional();
/** The day as of which a list is read; today when left out. */
const on = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();
const q = z.string().trim().max(40).default("");
const page = z.number().int().min(1).max(1000).default(1);

export const AtUnit = z.object({ unit, on });
export const FindPeople = z.object({ unit, q });
export const TalentFilter = AtUnit.extend({
  stream: z.enum(STREAMS).optional(),
  channel: z.enum(CHANNELS).optional(),
  kind: z.enum(TALENT_KINDS).optional(),
  program: uuid.optional(),
  state: z.enum(LIST_STATES).default("now"),
  q,
  page,
});
export type TalentFilter = z.output<typeof TalentFilter>;
export const DemandFilter = AtUnit.extend({
  kind: z.enum(TALENT_KINDS).optional(),
  state: z.enum(DEMAND_STATES).default("now"),
  q,
  page,
});
export type DemandFilter = z.output<typeof DemandFilter>;
