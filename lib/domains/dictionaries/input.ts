/** What may come in for dictionaries. */
import * as z from "zod";
import { LIST_KEYS } from "./dictionary.ts";

const list = z.enum(LIST_KEYS as [string, ...string[]], "choose");
const text = (most: number) => z.string().trim().max(most, "tooLong").default("");

export const DictionaryAsked = z.object({ list });
export const Nothing = z.object({});

export const SaveEntry = z.strictObject({
  list,
  /** Empty: a new entry of an open list. */
  code: z.string().trim().max(40).default(""),
  name: text(40),
  nameEn: text(60),
  /** Separated as people do. */
  aliases: text(1000),
  position: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, "dictionary.position")
    .default(""),
  retiredOn: text(20),
  basis: text(100),
  version: z.coerce.number().int().min(0).default(0),
});
