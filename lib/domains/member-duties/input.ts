/** What may come in about duties, pledges and reports to a community. */
import * as z from "zod";
import { chosenId, optional, text, typedDay, uuid } from "#lib/base/typed-fields.ts";
import { KINDS, PARTS, RESULTS, STARS, STEPS, VERDICTS, WAYS } from "./duty.ts";

const words = (most: number, least = 2, key = "required") =>
  z.string("required").trim().min(least, key).max(most, "tooLong");
const page = z.number().int().min(1).max(1000).default(1);

export const DutiesAsked = z.strictObject({
  unit: z.string().max(20).optional(),
  view: z.enum(["holdings", "without", "posts", "pledges", "checkIns"]).default("holdings").catch("holdings"),
  page,
});
export const PostAsked = z.strictObject({ id: uuid });
export const MemberAsked = z.strictObject({ id: uuid });
export const PostForm = z.strictObject({ unit: z.string().max(20).optional() });

export const OpenPost = z.strictObject({
  orgId: chosenId,
  kind: z.enum(KINDS, "choose"),
  name: words(40),
  duties: words(300, 4, "duty.duties"),
  places: z
    .string("required")
    .trim()
    .transform((typed) => Number(typed.normalize("NFKC")))
    .refine((places) => Number.isInteger(places) && places >= 1 && places <= 50, "duty.places"),
});
export const ClosePost = z.strictObject({ id: uuid });
export const Propose = z.strictObject({
  id: uuid,
  memberId: uuid,
  how: z.enum(WAYS, "choose"),
  promise: text(200),
  proposedOn: typedDay,
});
export const TakeStep = z.strictObject({
  id: uuid,
  step: z.enum(STEPS, "choose"),
  on: typedDay,
  why: text(200),
});
export const EndHolding = z.strictObject({ id: uuid, on: typedDay, why: words(200) });
export const ReviewHolding = z.strictObject({
  id: uuid,
  year: z.coerce.number("choose").int().min(2000).max(2100),
  part: z.enum(PARTS, "choose"),
  result: optional(z.enum(RESULTS)),
  stars: optional(z.enum(STARS)),
  words: text(200),
});

export const Pledge = z.strictObject({
  id: uuid,
  content: words(200, 4, "duty.pledgeShort"),
  target: words(100),
  dueOn: typedDay,
});
export const Deliver = z.strictObject({ id: uuid, on: typedDay, evidence: words(300, 4, "duty.evidence") });
export const Judge = z.strictObject({ id: uuid, verdict: z.enum(VERDICTS, "choose"), words: text(200) });
export const WithdrawPledge = z.strictObject({ id: uuid });
export const CheckIn = z.strictObject({
  divisionId: chosenId,
  memberId: optional(uuid),
  orgId: optional(chosenId),
  service: text(100),
  fromOn: typedDay,
});
export const CheckOut = z.strictObject({ id: uuid, toOn: typedDay });
