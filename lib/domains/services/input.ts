/** What may come in for one-stop service: windows, items, and every deed on a case. */
import * as z from "zod";
import { chosenId, optional, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { linesOf, MOST_PAPERS, MOST_PARTS, PART_RESULTS, RATINGS, RESULTS, VIEWS } from "./service.ts";

const said = (most: number) => z.string("required").trim().min(1, "required").max(most, "tooLong");
/** Shown to the reader beside the field, so it names at least a few words. */
const why = z.string("required").trim().min(2, "service.why").max(200, "tooLong");
const came = z.enum(["YES", "NO"], "choose");
/** Of a deed that was written down on a phone: when. */
const writtenAt = optional(z.iso.datetime("malformed"));

export const DeskAsked = z.strictObject({
  unit: z.string().max(12).optional(),
  view: z.enum(VIEWS).catch("open"),
  q: z.string().trim().max(40).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export const CasesOf = z.strictObject({ household: uuid });
export const PlaceAsked = z.strictObject({
  unit: z.string().max(12).optional(),
  edit: z.uuid().optional().catch(undefined),
});
export const FormAsked = z.strictObject({
  unit: z.string().max(12).optional(),
  window: z.uuid().optional().catch(undefined),
  item: z.uuid().optional().catch(undefined),
});
export const Nothing = z.object({});
export const CaseAsked = z.strictObject({ id: uuid });
export const WindowAsked = z.strictObject({ id: uuid });

const window = { name: said(40), place: said(80), hours: said(80) };
export const OpenWindow = z.strictObject({ divisionId: chosenId, ...window, openedOn: typedDay });
export const ChangeWindow = z.strictObject({ id: uuid, version, ...window });
export const CloseWindow = z.strictObject({ id: uuid, closedOn: typedDay, closedWhy: why });

const listed = (most: number, longest: number) =>
  z
    .string()
    .max(2000, "tooLong")
    .default("")
    .transform(linesOf)
    .refine((lines) => lines.length <= most, "service.tooMany")
    .refine((lines) => lines.every((line) => line.length <= longest), "service.longLine");
const item = {
  name: said(40),
  limitDays: z
    .string("required")
    .trim()
    .min(1, "required")
    .transform((typed) => Number(typed.normalize("NFKC")))
    .refine((days) => Number.isInteger(days) && days >= 0 && days <= 365, "service.limit"),
  parts: listed(MOST_PARTS, 40).refine((lines) => lines.length > 0, "service.parts"),
  papers: listed(MOST_PAPERS, 60),
};
export const AddItem = z.strictObject({ divisionId: chosenId, ...item });
export const ChangeItem = z.strictObject({ id: uuid, ...item });
export const EndItem = z.strictObject({ id: uuid });

const positions = z.array(z.coerce.number().int().min(1).max(99)).max(99).default([]);
export const AcceptCase = z.strictObject({
  /** Made with the form, so that sending twice accepts once. */
  id: uuid,
  windowId: z.uuid("choose"),
  itemId: z.uuid("choose"),
  applicant: said(30),
  householdNo: text(30),
  came,
  /** Of the required ones, those that were handed in. */
  papers: positions,
  writtenAt,
});
export const TakePapers = z.strictObject({ id: uuid, papers: positions, came, writtenAt });
export const AskPapers = z.strictObject({ id: uuid, name: said(60) });
export const NoteContact = z.strictObject({ id: uuid, came, note: text(200) });
export const HandPart = z.strictObject({ partId: uuid, accountId: chosenId });
export const FinishPart = z.strictObject({
  partId: uuid,
  result: z.enum(PART_RESULTS, "choose"),
  note: text(200),
});
export const CloseCase = z.strictObject({
  id: uuid,
  result: z.enum(RESULTS, "choose"),
  note: text(200),
  came,
});
export const RateCase = z.strictObject({ id: uuid, rating: z.enum(RATINGS, "choose") });
export const WithdrawCase = z.strictObject({ id: uuid, why });

/** From the slip, as typed or scanned. */
export const CodeTyped = z.strictObject({
  slip: z
    .string("required")
    .transform((typed) => typed.normalize("NFKC").toLowerCase().replace(/[\s-]/g, ""))
    .refine((code) => /^[0-9a-z]{16}$/.test(code), "service.slip"),
});
export const RateInPublic = z.strictObject({
  slip: z.string().regex(/^[0-9a-z]{16}$/, "service.slip"),
  rating: z.enum(RATINGS, "choose"),
});
