/** How a domain says what waits for a person: one declaration, whose rows the inbox joins with those of all others. */
import type { Fragment } from "./sql.ts";
import type { Viewer } from "./viewer.ts";

/** What one must do about it; the inbox is grouped by this. */
export const DEEDS = ["decide", "visit", "handle", "correct", "confirm"] as const;
export type Deed = (typeof DEEDS)[number];

export type WaitingSource = {
  /** Key of its sentence in the room "inbox". */
  kind: string;
  deed: Deed;
  /**
   * A select with the columns id, name, place, since (timestamptz), due (date), href, who; of what waits and nothing else, so that
   * what is done leaves by itself. Null when the viewer can never have such a row: the database is not asked.
   */
  rows: (viewer: Viewer, today: string) => Fragment | null;
};
