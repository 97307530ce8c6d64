/** What may come in for the inbox. */
import * as z from "zod";
import { isTime } from "./quiet.ts";

export const Nothing = z.object({});
export const InboxPage = z.strictObject({
  view: z.enum(["waiting", "notices"]).default("waiting"),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export const NoticeId = z.strictObject({ id: z.string().regex(/^\d{1,18}$/, "malformed") });
const time = z.string().trim().refine(isTime, "inbox.time");
export const QuietHours = z.strictObject({ from: time, to: time });
export const RemindVisit = z.strictObject({ household: z.uuid("malformed") });
export const HouseholdReminders = z.strictObject({ household: z.uuid("malformed") });
export const RemindInstruction = z.strictObject({ id: z.uuid("malformed") });
