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

const WHOLE_ID = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?$/;

/** An ID number typed in full or but for its last digit: never searched, since addresses end up in logs and histories. */
export const looksLikeIdNumber = (text: string) => WHOLE_ID.test(text.replace(/[\s-]/g, ""));
/** The last four of an ID number: three digits, then a digit or X. */
export const looksLikeIdTail = (text: string) => /^\d{3}[\dXx]$/.test(text.trim());
