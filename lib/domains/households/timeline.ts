/** The kinds of lines in a household's timeline, and what one of them holds. */

export const TIMELINE_KINDS = ["visit", "need", "measure", "life", "status", "change"] as const;
/** So many lines of one kind; of all kinds together fewer. */
export const LINES = { one: 60, all: 24 } as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export type TimelineRow = {
  kind: TimelineKind;
  id: string;
  day: string;
  /** A visit: how it was; a need: its words, if any; a measure: its project; a deed on the family: its kind and reason; a status: its code; changes of a day: their fields. */
  what: string;
  who: string | null;
  more: string | null;
};
