/** What may come in about doubtful data: which part of the list, a confirmation, and a village that hands its year in. */
import * as z from "zod";
import { SHORTEST_NOTE, STATES } from "./finding.ts";
import { isRule, type RuleCode, SEVERITIES } from "./rules.ts";

const unit = z.string().max(12).optional();
const uuid = z.uuid("malformed");
const division = z.coerce.number("choose").int("choose").positive("choose");

export const ShowQuality = z.strictObject({ unit });
export const FindingFilter = z.strictObject({
  unit,
  rule: z
    .custom<RuleCode>((code) => typeof code === "string" && isRule(code))
    .nullable()
    .default(null),
  severity: z.enum(SEVERITIES).nullable().default(null),
  state: z.enum(STATES).default("open"),
  page: z.number().int().min(1).max(1000).default(1),
});
export const ShowFinding = z.strictObject({ id: uuid });
export const HouseholdOfFindings = z.strictObject({ id: uuid });
export const ConfirmFinding = z.strictObject({
  id: uuid,
  /** What stood there when the note was written: another value asks for another look. */
  detail: z.string().max(60).default(""),
  note: z.string("required").trim().min(SHORTEST_NOTE, "quality.note").max(200, "tooLong"),
});
export const ReopenFinding = z.strictObject({ id: uuid });
export const HandIn = z.strictObject({ divisionId: division });
export const GiveBack = z.strictObject({
  id: uuid,
  reason: z.string("required").trim().min(2, "required").max(200, "tooLong"),
});
