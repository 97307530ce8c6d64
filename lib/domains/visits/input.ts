/** What may come in for visits: the record itself, and the filter of the register. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { DOOR_FACTS } from "#lib/domains/households/door-facts.ts";
import { URGENCIES } from "#lib/domains/needs/need.ts";
import { partOf, TOLD_PARTS } from "./told-facts.ts";
import { MET_WITH, SINCE, SITUATIONS, TOPICS, VISIT_KINDS } from "./visit.ts";

const uuid = z.uuid("malformed");
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const part = optional(z.string().max(100, "malformed"));
const parts = Object.fromEntries(
  DOOR_FACTS.flatMap((field) => TOLD_PARTS.map((one) => [partOf(one, field), part])),
) as Record<ReturnType<typeof partOf>, typeof part>;

export const RecordVisit = z.strictObject({
  /** Made by the form, so that sending twice stores once. */
  id: uuid,
  householdId: uuid,
  visitedOn: z.string("required").trim().min(1, "required").max(20),
  kind: z.enum(VISIT_KINDS, "choose").default("HOME"),
  metWith: z.enum(MET_WITH, "choose").default("HEAD"),
  situation: z.enum(SITUATIONS, "visit.chooseSituation"),
  topics: z.array(z.enum(TOPICS)).max(TOPICS.length).default([]),
  note: optional(z.string().trim().max(500)),
  standInReason: optional(z.string().trim().max(100)),
  /** Whether the family asked for something: then what, how soon, and in whose words. */
  need: z.enum(["YES", "NO"], "choose").default("NO"),
  /** Made by the form as well. */
  needId: optional(uuid),
  needCategory: optional(z.string().trim().max(40)),
  needUrgency: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(URGENCIES, "choose").default("NORMAL"),
  ),
  needWords: optional(z.string().trim().max(500, "tooLong")),
  /** What of the family the visitor found changed (told-facts.ts). */
  facts: z.array(z.enum(DOOR_FACTS)).max(DOOR_FACTS.length).default([]),
  ...parts,
  /** A phone sends what changed by itself, not with the visit. */
  toldApart: optional(z.literal("yes")),
  /** Known to have been changed by somebody else meanwhile, and meant all the same. */
  overwrite: optional(z.literal("yes")),
  /** When a phone without a network wrote it down: late is what was late on that day. */
  writtenOn: optional(z.string().refine(isDay, "malformed")),
  /** The moment, by the phone's own clock. */
  writtenAt: optional(z.iso.datetime("malformed")),
  /** Where the form leads after saving. */
  next: optional(z.enum(["photos"])),
});
export type RecordVisit = z.infer<typeof RecordVisit>;

export const ExplainHint = z.strictObject({
  id: uuid,
  words: z.string("required").trim().min(4, "visit.hintWords").max(300, "tooLong"),
});
/** Added later to a visit that stands as it was written. */
export const AddWords = z.strictObject({
  /** Made by the form or the phone. */
  id: uuid,
  visitId: uuid,
  words: z.string("required").trim().min(2, "visit.additionWords").max(500, "tooLong"),
  /** On a phone, when that is not today. */
  writtenOn: optional(z.string().refine(isDay, "malformed")),
});
export const VisitId = z.strictObject({ id: uuid });
export const HouseholdOfVisits = z.object({ household: uuid });
export const HouseholdSearch = z.object({ q: z.string().trim().max(40).default("") });
export const Nothing = z.object({});

export const VisitFilter = z.object({
  unit: z.string().optional(),
  kinds: z.array(z.enum(VISIT_KINDS)).default([]),
  situations: z.array(z.enum(SITUATIONS)).default([]),
  /** Days back; the register opens with the last ninety, "all" goes back to the first. */
  since: z.enum(SINCE).default("90"),
  mine: z.boolean().default(false),
  late: z.boolean().default(false),
  /** Open hints that are for whoever reviews visits to ask about. */
  asks: z.boolean().default(false),
  after: uuid.optional(),
});
export type VisitFilter = z.infer<typeof VisitFilter>;

export function visitFilterOf(params: URLSearchParams): z.input<typeof VisitFilter> {
  const filters = filtersOf(params);
  return {
    unit: params.get("u") ?? undefined,
    kinds: VISIT_KINDS.filter((kind) => filters.kind?.includes(kind)),
    situations: SITUATIONS.filter((situation) => filters.situation?.includes(situation)),
    since: SINCE.find((days) => days === filters.since?.[0]) ?? "90",
    mine: filters.mine?.[0] === "yes",
    late: filters.late?.[0] === "yes",
    asks: filters.asks?.[0] === "yes",
    after: uuid.safeParse(params.get("after")).data,
  };
}
