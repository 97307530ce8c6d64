/** What may come in for views of lists. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { LISTS } from "./list-view.ts";

const list = z.enum(LISTS, "choose");
const name = z.string("required").trim().min(1, "required").max(20, "tooLong");
const opens = z
  .literal("yes")
  .optional()
  .transform((said) => said === "yes");

export const ListAsked = z.strictObject({ list });
export const SaveView = z.strictObject({ list, name, query: z.string().max(1000), opens });
const one = { id: uuid, version: z.coerce.number().int() };
export const ChangeView = z.strictObject({ ...one, name, opens });
export const DropView = z.strictObject({ id: uuid });
export const ChooseColumns = z.strictObject({
  list,
  columns: z
    .array(z.string().regex(/^[A-Za-z]{1,30}$/))
    .max(40)
    .default([]),
  /** Where the list stood. */
  query: z.string().max(1000).default(""),
});
