/** What may come in about the watch after exit: which part of the list, a household, and what a visit found. */
import * as z from "zod";
import { SHORTEST_WORDS, STATES } from "./entry.ts";
import { isReason, type ReasonCode } from "./reasons.ts";

const uuid = z.uuid("malformed");

export const WatchFilter = z.strictObject({
  unit: z.string().max(12).optional(),
  reason: z
    .custom<ReasonCode>((code) => typeof code === "string" && isReason(code))
    .nullable()
    .default(null),
  state: z.enum(STATES).default("open"),
  page: z.number().int().min(1).max(1000).default(1),
});
export const WatchOfHousehold = z.strictObject({ household: uuid });
export const CloseWatch = z.strictObject({
  id: uuid,
  /** As the form showed it: with other values it has to be looked into anew. */
  version: z.coerce.number("malformed").int().positive(),
  visitId: z.uuid("watch.chooseVisit"),
  words: z.string("required").trim().min(SHORTEST_WORDS, "watch.words").max(300, "tooLong"),
});
