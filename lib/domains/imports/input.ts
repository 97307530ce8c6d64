/** What may come in for imports: a stored upload, the choice of header and columns, who was meant, and the steps themselves. */
import * as z from "zod";
import { UPLOAD_BYTES } from "./import.ts";
import { SHEETS } from "./sheets/all.ts";

const uuid = z.uuid("malformed");

export const ImportId = z.strictObject({ id: uuid });

export const StartImport = z.strictObject({
  sheet: z.string().refine((id) => SHEETS.some((sheet) => sheet.id === id), "choose"),
  divisionId: z.coerce.number("choose").int("choose").positive("choose"),
  fileName: z.string().trim().min(1).max(200),
  storedAs: uuid,
  size: z.number().int().positive().max(UPLOAD_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "malformed"),
});

/** `fileName` is what the list of imports calls it. */
export const PasteImport = StartImport.pick({ sheet: true, divisionId: true, fileName: true }).extend({
  pasted: z.string("import.pasteEmpty"),
});

/** Read again from another sheet or another header row. */
export const ChooseHeader = z.strictObject({
  id: uuid,
  sheetName: z.string().max(100),
  headerRow: z.coerce
    .number("import.headerRow")
    .int("import.headerRow")
    .min(1, "import.headerRow")
    .max(30, "import.headerRow"),
});

/** `column.<index>` of the form: which of our columns it is, or nothing. */
export const MapColumns = z.looseObject({ id: uuid }).transform((form, context) => {
  const mapping: Record<string, number> = {};
  for (const [name, key] of Object.entries(form)) {
    const index = /^column\.(\d{1,3})$/.exec(name)?.[1];
    if (index === undefined || typeof key !== "string" || key === "") continue;
    if (Object.hasOwn(mapping, key))
      context.addIssue({ code: "custom", path: [name], message: "import.columnTwice" });
    mapping[key] = Number(index);
  }
  return { id: form.id, mapping, remember: form.remember === "yes", hidden: hiddenOf(form.hidden) };
});

/** Null: not said. */
const hiddenOf = (said: unknown) => (said === "include" ? true : said === "skip" ? false : null);

export const PickHelper = z.strictObject({
  id: uuid,
  rowNo: z.coerce.number().int().positive(),
  /** One of the candidates, or a new person. */
  helper: z.union([uuid, z.literal("new")], "choose"),
});

export const TakeBack = z.strictObject({
  id: uuid,
  reason: z.string().trim().min(2, "import.reason").max(200, "tooLong"),
});

/** All rows or none, or the good ones. */
export const PublishImport = z.strictObject({ id: uuid, mode: z.enum(["good", "whole"]).default("good") });

/** Wherever `from` stands in a column (nothing at all: the empty cell), `to` is meant. */
export const FixRows = z.strictObject({
  id: uuid,
  column: z.string().regex(/^[A-Za-z]{1,40}$/, "malformed"),
  from: z.string().max(100, "tooLong"),
  to: z.string().trim().min(1, "required").max(100, "tooLong"),
});

export const DropFix = FixRows.omit({ to: true });

export const ROWS_SHOWN = 50;

export const ImportRows = z.object({
  id: uuid,
  show: z.enum(["BAD", "ADD", "UPDATE", "SAME", "WARN"]).default("BAD"),
  /** Only rows with this problem. */
  problem: z
    .string()
    .regex(/^[A-Za-z]{1,40}$/)
    .optional(),
  after: z.coerce.number().int().min(0).default(0),
});
