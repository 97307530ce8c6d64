/** What may come in about divisions; days are read by the server, which takes 1201 and 明天 as well. */
import * as z from "zod";
import { CHANGE_KINDS } from "./division.ts";

const id = z.coerce.number("choose").int("choose").positive("choose").max(2_147_483_647, "choose");
const name = z.string().trim().min(1, "required").max(40, "tooLong");
const blank = (text: string | undefined) => (text === "" ? undefined : text);

/** Every change of the trees says from which day it holds, and on which document it stands. */
export const dated = {
  effectiveOn: z.string().trim().min(1, "required").max(20),
  documentNo: z.string().trim().max(60, "tooLong").optional().transform(blank),
};

const code = z
  .string()
  .trim()
  .regex(/^(\d{6}|\d{9}|\d{12})?$/, "division.code")
  .optional()
  .transform(blank);
/** Several ticks, or one text of them as an address carries it. */
export const ticks = z
  .union([
    z.string().transform((text) => text.split(",").filter(Boolean)),
    z.array(z.union([z.string(), z.number()])).transform((list) => list.map(String)),
  ])
  .default([]);

export const ticked = z
  .string()
  .regex(/^\d{1,9}$/, "choose")
  .transform(Number);

export const OpenDivision = z.strictObject({ parentId: id, name, code, ...dated });
export const RenameDivision = z.strictObject({ id, name, ...dated });
export const MoveDivision = z.strictObject({ id, targetId: id, ...dated });
export const CloseDivision = z.strictObject({ id, targetId: id, ...dated });
/** What goes to the new part: open units below; of a village also whole groups by their name, and single households by number. */
export const SplitDivision = z.strictObject({
  id,
  name,
  code,
  children: ticks.pipe(z.array(ticked).max(500, "tooMany")),
  groups: ticks.pipe(z.array(z.string().trim().min(1).max(20)).max(100, "tooMany")),
  /** Household numbers as typed, or ids as an address carries them. */
  numbers: z.string().max(5_000, "tooLong").default(""),
  ...dated,
});
/** Others of the same level end and go on in this one, which may take a new name on that day. */
export const MergeDivisions = z.strictObject({
  id,
  sources: ticks.pipe(z.array(ticked).max(50, "tooMany")),
  name: z.string().trim().max(40, "tooLong").optional().transform(blank),
  ...dated,
});
export const ShowParts = z.strictObject({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  chosen: z.string().max(5_000).default(""),
});
/** A proposal is read like a rehearsal: each kind by its own schema. */
export const ProposeChange = z.looseObject({
  kind: z.enum(CHANGE_KINDS),
  id,
  why: z.string().trim().max(200, "tooLong").optional().transform(blank),
});
const optionalText = z.string().trim().max(60, "tooLong").optional();
/** What the decider may write otherwise than proposed. */
export const ALTERABLE = ["name", "code", "effectiveOn", "documentNo"] as const;
export const ApproveProposal = z.strictObject({
  proposal: z.uuid(),
  name: optionalText,
  code: optionalText,
  effectiveOn: optionalText,
  documentNo: optionalText,
});
export const ReturnProposal = z.strictObject({
  proposal: z.uuid(),
  reason: z.string("required").trim().min(2, "required").max(200, "tooLong"),
});
export const WithdrawProposal = z.strictObject({ proposal: z.uuid() });
export const ListProposals = z.strictObject({
  decided: z.boolean().default(false),
  page: z.number().int().min(1).max(1000).default(1),
});
export const ShowProposal = z.strictObject({ id: z.uuid() });
export const UndoChange = z.strictObject({ eventId: z.uuid() });
export const WithdrawChange = z.strictObject({ eventId: z.uuid() });

/** One form for all kinds before it is known what the change would touch; each kind is then read by its own schema. */
export const RehearseChange = z.looseObject({ kind: z.enum(CHANGE_KINDS), id });

export const ShowTree = z.strictObject({
  on: z.string().optional(),
  open: z.array(z.number().int()).max(200).default([]),
});
export const ShowDivision = z.strictObject({ id: z.coerce.number().int().positive().max(2_147_483_647) });
export const ShowCandidates = z.strictObject({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  kind: z.enum(["move", "merge", "close"]),
  area: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});
