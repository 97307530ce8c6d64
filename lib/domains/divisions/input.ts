/** What may come in about divisions; days are read by the server, which takes 1201 and 明天 as well. */
import * as z from "zod";
import { CHANGE_KINDS } from "./division.ts";

const id = z.coerce.number("choose").int("choose").positive("choose");
const name = z.string().trim().min(1, "required").max(40, "tooLong");
const blank = (text: string | undefined) => (text === "" ? undefined : text);

/** Every change of the trees says from which day it holds, and on which document it stands. */
export const dated = {
  effectiveOn: z.string().trim().min(1, "required").max(20),
  documentNo: z.string().trim().max(60, "tooLong").optional().transform(blank),
};

export const OpenDivision = z.strictObject({
  parentId: id,
  name,
  code: z
    .string()
    .trim()
    .regex(/^(\d{6}|\d{9}|\d{12})?$/, "division.code")
    .optional()
    .transform(blank),
  ...dated,
});
export const RenameDivision = z.strictObject({ id, name, ...dated });
export const MoveDivision = z.strictObject({ id, targetId: id, ...dated });
export const CloseDivision = z.strictObject({ id, targetId: id, ...dated });
export const WithdrawChange = z.strictObject({ eventId: z.uuid() });

/** One form for all kinds before it is known what the change would touch; each kind is then read by its own schema. */
export const RehearseChange = z.looseObject({ kind: z.enum(CHANGE_KINDS), id });

export const ShowTree = z.strictObject({
  on: z.string().optional(),
  open: z.array(z.number().int()).max(200).default([]),
});
export const ShowDivision = z.strictObject({ id: z.coerce.number().int().positive() });
export const ShowCandidates = z.strictObject({
  id: z.coerce.number().int().positive(),
  kind: z.enum(["move", "close"]),
  area: z.coerce.number().int().positive().optional(),
});
