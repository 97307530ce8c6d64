/** What may come in for the register of villages. */
import * as z from "zod";
import { version } from "#lib/base/typed-fields.ts";

const year = z.coerce.number("choose").int("choose").min(2014, "choose").max(2100, "choose");
const division = z.coerce.number("choose").int("choose").positive("choose");

export const RegisterAsked = z.object({ id: division, year: year.nullable().default(null).catch(null) });
/** Beside its own fields a form sends each fact under its key (village-columns.ts). */
export const SaveRegister = z
  .object({ id: division, year, version })
  .catchall(z.union([z.string().max(600), z.array(z.string().max(40)).max(20)]));
