/** What may come in for the calendar of working days. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";

export const CALENDARS = ["NATIONAL", "LOCAL"] as const;
export type CalendarName = (typeof CALENDARS)[number];

const year = z.coerce
  .number("workdays.year")
  .int("workdays.year")
  .min(2014, "workdays.year")
  .max(2100, "workdays.year");

export const CalendarAsked = z.object({ year });
export const Nothing = z.object({});
export const AddDays = z.strictObject({
  calendar: z.enum(CALENDARS, "choose"),
  days: z.string().trim().min(1, "required").max(20_000, "tooLong"),
});
export const RemoveDay = z.strictObject({
  calendar: z.enum(CALENDARS, "choose"),
  day: z.string().refine(isDay, "malformed"),
});
export const CheckYear = z.strictObject({ year });
