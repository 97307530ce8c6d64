/** What may come in for units that take villages: the list's filter, and what taking, ending and replacing need. */
import * as z from "zod";
import { chosenId, optional, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { UNIT_END_REASONS, VILLAGES_SHOWN } from "./unit-village.ts";

const unit = {
  unit: z.string("required").trim().min(2, "required").max(60, "tooLong"),
  orgId: optional(chosenId),
  contact: text(60),
};
const ending = { id: uuid, version, toOn: typedDay, reason: z.enum(UNIT_END_REASONS, "choose") };

export const TakeVillage = z.strictObject({ divisionId: chosenId, ...unit, fromOn: typedDay });
export const EndUnit = z.strictObject(ending);
export const ReplaceUnit = z.strictObject({ ...ending, ...unit, fromOn: typedDay });
export const UnitVillageId = z.strictObject({ id: uuid });
export const VillageAsked = z.strictObject({ unit: z.string().max(20).optional() });
export const OfOrg = z.strictObject({ orgId: z.number().int().positive() });

export const VillageFilter = z.strictObject({
  unit: z.string().optional(),
  show: z.enum(VILLAGES_SHOWN).optional(),
  q: z.string().trim().max(40).optional(),
  page: z.number().int().min(1).max(1000).default(1),
});
export function villageFilterOf(params: URLSearchParams): z.input<typeof VillageFilter> {
  const page = Number(params.get("page") ?? "1");
  return {
    unit: params.get("u") ?? undefined,
    show: VILLAGES_SHOWN.find((one) => one === filtersOf(params).show?.[0]),
    q: params.get("q")?.trim().slice(0, 40) || undefined,
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 1000) : 1,
  };
}
