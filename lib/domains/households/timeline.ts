/** The kinds of lines in a household's timeline, and what one of them holds. */

export const TIMELINE_KINDS = ["visit", "measure", "status", "change"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export type TimelineRow = {
  kind: TimelineKind;
  id: string;
  day: string;
  /** A visit: how it was; a measure: its project; a status: its code; changes of a day: their fields. */
  what: string;
  who: string | null;
  more: string | null;
};
