/** What may come in for pairings: the filter of the register, and what pairing, ending and replacing need. */
import * as z from "zod";
import { PHONE, tidyPhone } from "#lib/base/phone.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { END_REASONS, MANY, PAIRING_KIND_CODES, PAIRING_STATES, UNCOVERED_STATES } from "./pairing.ts";

const uuid = z.uuid("malformed");
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const day = z.string("required").trim().min(1, "required").max(20);

export const PairingFilter = z.object({
  unit: z.string().optional(),
  kinds: z.array(z.enum(PAIRING_KIND_CODES)).default([]),
  state: z.enum(PAIRING_STATES).default("current"),
  q: z.string().trim().max(40).optional(),
  household: uuid.optional(),
  helper: uuid.optional(),
  after: uuid.optional(),
});
export type PairingFilter = z.infer<typeof PairingFilter>;

export function pairingFilterOf(params: URLSearchParams): z.input<typeof PairingFilter> {
  const filters = filtersOf(params);
  return {
    unit: params.get("u") ?? undefined,
    kinds: PAIRING_KIND_CODES.filter((kind) => filters.kind?.includes(kind)),
    state: PAIRING_STATES.find((state) => state === filters.state?.[0]) ?? "current",
    q: params.get("q")?.trim().slice(0, 40) || undefined,
    helper: uuid.safeParse(filters.helper?.[0]).data,
    after: uuid.safeParse(params.get("after")).data,
  };
}

export const UncoveredFilter = z.object({
  unit: z.string().optional(),
  state: z.enum(UNCOVERED_STATES).optional(),
  page: z.number().int().min(1).max(1000).default(1),
});

export function uncoveredFilterOf(params: URLSearchParams): z.input<typeof UncoveredFilter> {
  const page = Number(params.get("page") ?? "1");
  return {
    unit: params.get("u") ?? undefined,
    state: UNCOVERED_STATES.find((state) => state === filtersOf(params).state?.[0]),
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 1000) : 1,
  };
}

export const LapsedFilter = UncoveredFilter.pick({ unit: true, page: true });

/** Either somebody known, or a new person with name and unit (a helper from elsewhere has no account and no ID number here). */
const whoHelps = {
  helperId: optional(uuid),
  newName: optional(z.string().trim().min(2, "personName").max(30)),
  newUnit: optional(z.string().trim().max(60)),
  newPhone: optional(z.string().overwrite(tidyPhone).regex(PHONE, "phone")),
  /** Said yes to more households than the limit of the helper's rank. */
  overCap: optional(z.literal("yes")),
};

export const PairHousehold = z.strictObject({
  householdId: uuid,
  ...whoHelps,
  kind: z.enum(PAIRING_KIND_CODES, "choose"),
  fromOn: day,
});

export const PairMany = z.strictObject({
  households: z.array(uuid).min(1, "pairing.chooseHouseholds").max(MANY),
  ...whoHelps,
  kind: z.enum(PAIRING_KIND_CODES, "choose"),
  fromOn: day,
});
export type WhoHelps = Pick<
  z.infer<typeof PairMany>,
  "helperId" | "newName" | "newUnit" | "newPhone" | "overCap"
>;

export const EndPairing = z.strictObject({
  id: uuid,
  toOn: day,
  reason: z.enum(END_REASONS, "choose"),
});

export const ReplacePairing = z.strictObject({
  id: uuid,
  toOn: day,
  reason: z.enum(END_REASONS, "choose"),
  fromOn: day,
  ...whoHelps,
});

/** Without a helper the pairing ends and nobody follows. */
export const HandOnPairing = z.strictObject({
  id: uuid,
  helperId: uuid.optional(),
  reason: z.enum(END_REASONS, "choose"),
  overCap: whoHelps.overCap,
});

export const PairingId = z.strictObject({ id: uuid });
export const HouseholdOfPairings = z.object({ household: uuid });
export const HelperSearch = z.object({ q: z.string().trim().max(40).default("") });
export const HouseholdsToPair = z.object({ ids: z.array(uuid).max(MANY) });

/** Households ticked in a list arrive in the address, once each or joined by commas. */
export const householdIdsOf = (params: URLSearchParams): string[] => {
  const asked = params.getAll("household").flatMap((value) => value.split(","));
  return [...new Set(asked)].filter((id) => uuid.safeParse(id).success).slice(0, MANY);
};
