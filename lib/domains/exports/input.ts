/** What may come in for exports. */
import * as z from "zod";
import { MASKED_SHEETS, OFFICE_SHEETS, SEEN_LISTS } from "./sheet-ids.ts";

const uuid = z.uuid("malformed");
const sheet = z.enum(OFFICE_SHEETS, "choose");
const divisionId = z.coerce.number("choose").int("choose").positive("choose");

export const StartExport = z.strictObject({
  what: z.union([sheet, z.enum(SEEN_LISTS)]),
  divisionId,
  conditions: z.string().max(500).default(""),
});
export const CountRows = z.strictObject({ id: uuid, rows: z.number().int().min(0) });
export const AskUnmasked = z.strictObject({
  what: z.enum(MASKED_SHEETS, "choose"),
  divisionId,
  reason: z.string().trim().min(4, "export.reason").max(200, "tooLong"),
});
export const DecideExport = z.strictObject({
  id: uuid,
  decision: z.enum(["approve", "refuse"], "choose"),
  refusedFor: z.string().trim().max(200, "tooLong").default(""),
});
export const ExportId = z.strictObject({ id: uuid });
