/** What a search finds: kinds in the order of their showing, and one line of the answer. */

export const SEARCH_KINDS = ["household", "person", "party_org", "industry", "division"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
/** Those with a line in the index; organizations of the industry chain are few and are looked for where they stand. */
export type IndexedKind = Exclude<SearchKind, "industry">;

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
