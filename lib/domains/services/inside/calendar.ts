/** The calendar of working days for a deed. */
import { workCalendar } from "#lib/domains/workdays/queries.ts";
import type { WorkCalendar } from "#lib/domains/workdays/workday.ts";
import type { Work } from "#lib/platform/scope.ts";

/** A write has no panels of a page. */
const noPanel = async () => ({ ok: false }) as const;

export const calendarFor = ({ sql, viewer, today }: Work): Promise<WorkCalendar> =>
  workCalendar({ sql, viewer, today, panel: noPanel }, {});
