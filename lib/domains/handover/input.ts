/** What may come in for a hand-over. */
import * as z from "zod";
import { FATES, LEAVING } from "./hand-over.ts";

const id = z.coerce.number("malformed").int().positive("malformed");
const uuid = z.uuid("malformed");
const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** "<id>:<fate>", as each row of the form sends it. */
const pairing = z.string().transform((text, context) => {
  const [of = "", fate = ""] = text.split(":");
  const known = FATES.find((one) => one === fate && one !== "mine");
  if (known && uuid.safeParse(of).success) return { id: of, fate: known };
  context.addIssue({ code: "custom", message: "malformed" });
  return z.NEVER;
});

export const HandOver = z.strictObject({
  accountId: id,
  /** The person who takes over; without one, things end. */
  to: blank(uuid),
  reason: z.enum(LEAVING, "choose"),
  pairings: z.array(pairing).max(2000).default([]),
  /** Roles that the heir gets as well. */
  roles: z.array(id).max(50).default([]),
  /** Said yes to more households than the limit of the heir's rank. */
  overCap: blank(z.literal("yes")),
  /** Close the account: then nothing may be left. */
  finish: blank(z.enum(["yes"])),
});
export type HandOver = z.infer<typeof HandOver>;

export const PlanOf = z.strictObject({ accountId: id, to: blank(uuid) });
export const HeldOf = z.strictObject({ accountId: id });
