/** What may come in for the years of the registry. */
import * as z from "zod";

const day = z.string("required").trim().min(1, "required").max(20);
const optionalDay = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.string().trim().max(20).optional(),
);

export const Nothing = z.strictObject({});
export const PlaceAsked = z.object({ place: z.coerce.number().int().positive() });
export const SetCampaign = z.strictObject({
  divisionId: z.coerce.number("choose").int("choose").positive("choose"),
  opensOn: day,
  closesOn: day,
  frozenOn: optionalDay,
});
export const OpenYear = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
  /** Ticked: I have read what it means. */
  sure: z.literal("yes", "registry.sure"),
});
export const CancelOpening = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });
