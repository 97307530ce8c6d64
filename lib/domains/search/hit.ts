/** What a search finds: kinds in the order of their showing, and one line of the answer. */

export const SEARCH_KINDS = ["household", "person", "party_org", "division"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export type Hit = {
  kind: SearchKind;
  id: string;
  title: string;
  /** Village, unit or number: tells two of the same name apart. */
  detail: string;
  href: string;
  closed: boolean;
};

/** The last four of an ID number: three digits, then a digit or X. */
export const looksLikeIdTail = (text: string) => /^\d{3}[\dXx]$/.test(text.trim());
