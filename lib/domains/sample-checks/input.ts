/** What may come in for sample checks: an order, what was found at a household, a family that was missed, the end. */
import * as z from "zod";
import { chosenId, optional, text, typedDay, uuid } from "#lib/base/typed-fields.ts";
import { KINDS, MOST, OUTCOMES, QUESTIONS, SATISFACTIONS, STRATA } from "./check.ts";

export const ChecksAsked = z.strictObject({ unit: z.string().max(12).optional() });
export const CheckAsked = z.strictObject({ id: uuid });

export const OrderCheck = z.strictObject({
  divisionId: chosenId,
  kind: z.enum(KINDS, "choose"),
  referenceOn: typedDay,
  stratum: z.enum(STRATA, "choose"),
  size: z
    .string("required")
    .trim()
    .min(1, "required")
    .transform((typed) => Number(typed.normalize("NFKC")))
    .refine((size) => Number.isInteger(size) && size >= 1 && size <= MOST, "sample.size"),
  /** Drawn before witnesses, for instance; left out, one is made. */
  seed: optional(z.string().trim().min(8, "sample.seed").max(64, "sample.seed")),
  checkers: z.array(chosenId).max(40).default([]),
});

const answer = optional(z.enum(["YES", "NO"], "choose"));
export const RecordFinding = z.strictObject({
  id: uuid,
  outcome: z.enum(OUTCOMES, "choose"),
  visitedOn: typedDay,
  satisfaction: optional(z.enum(SATISFACTIONS, "choose")),
  ...(Object.fromEntries(QUESTIONS.map((one) => [one, answer])) as Record<
    (typeof QUESTIONS)[number],
    typeof answer
  >),
  note: text(200),
});

export const AddMissed = z.strictObject({
  id: uuid,
  village: chosenId,
  foundOn: typedDay,
  words: z.string("required").trim().min(4, "sample.words").max(200, "tooLong"),
});
export const WithdrawMissed = z.strictObject({ id: uuid });
export const CloseCheck = z.strictObject({ id: uuid });
