/** What may come in for a delegation; without an account it is one's own. */
import * as z from "zod";

const id = z.coerce
  .number("malformed")
  .int("malformed")
  .positive("malformed")
  .max(2_147_483_647, "malformed");
/** As a person types it; the command reads it with the day of today. */
const day = z.string("required").trim().min(1, "required").max(20, "day");
const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

export const Delegations = z.strictObject({
  accountId: blank(id),
  q: z.string().trim().max(20).default(""),
});
export const Lend = z.strictObject({
  accountId: blank(id),
  to: z.coerce.number("choose").int("choose").positive("choose"),
  grants: z.array(id).min(1, "delegation.chooseRole").max(20),
  fromOn: day,
  toOn: day,
  reason: z.string("required").trim().min(2, "required").max(60, "tooLong"),
});
export const EndDelegation = z.strictObject({ id: z.uuid("malformed") });
