/** What may be asked of the search. */
import * as z from "zod";
import { looksLikeIdTail, SEARCH_KINDS } from "./hit.ts";

export const Find = z.strictObject({
  q: z.string().trim().max(40, "tooLong"),
  kinds: z.array(z.enum(SEARCH_KINDS)).optional(),
  /** How many of each kind. */
  limit: z.number().int().min(1).max(50).default(6),
});

export const FindByIdTail = z.strictObject({
  tail: z.string().trim().refine(looksLikeIdTail, "search.tail"),
});
