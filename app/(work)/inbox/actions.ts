"use server";

/** Reading notices, one's hours of quiet, and reminding somebody. */

import { readAllNotices, readNotice, setQuietHours } from "#lib/domains/inbox/commands/read-notices.ts";
import { remindVisit } from "#lib/domains/inbox/commands/remind-visit.ts";
import { action } from "#lib/platform/action.ts";

export const readOne = action(readNotice, { changes: () => ["/inbox"] });
export const readAll = action(readAllNotices, { changes: () => ["/inbox"] });
export const quietHours = action(setQuietHours, { changes: () => ["/inbox"] });
export const remindOfVisit = action(remindVisit, { changes: ({ id }) => [`/households/${id}`] });
