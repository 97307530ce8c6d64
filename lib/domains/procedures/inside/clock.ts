/** The calendar of working days for a deed, and the day on which a list may be closed. */
import { workCalendar } from "#lib/domains/workdays/queries.ts";
import type { Work } from "#lib/platform/scope.ts";
import { closableOn, type Hanging } from "../publicity.ts";

/** A write has no panels of a page. */
const noPanel = async () => ({ ok: false }) as const;

export async function dueOf({ sql, viewer, today }: Work, hanging: Hanging): Promise<string> {
  return closableOn(hanging, await workCalendar({ sql, viewer, today, panel: noPanel }, {}));
}
