"use server";

/** Changing the calendar of rest days and adjusted working days. */

import {
  addCalendarDays,
  checkCalendarYear,
  removeCalendarDay,
} from "#lib/domains/workdays/commands/change-calendar.ts";
import { action } from "#lib/platform/action.ts";

const toYear = ({ year }: { year: string }) => `/admin/holidays?year=${year}`;
export const addDays = action(addCalendarDays, { changes: () => ["/admin/holidays"], goTo: toYear });
export const removeDay = action(removeCalendarDay, { changes: () => ["/admin/holidays"], goTo: toYear });
export const checkYear = action(checkCalendarYear, { changes: () => ["/admin/holidays"], goTo: toYear });
