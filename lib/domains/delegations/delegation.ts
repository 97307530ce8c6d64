/**
 * Standing in (委托代办): somebody on leave lends roles to a colleague from a day to a day. Never more than one has, never what was lent
 * to oneself, one person at a time; what administers accounts stays with the person (roles.ts), and so do the paired households.
 */

/** Longer than a season is no leave but a change of office: that is a grant of its own. */
export const LONGEST_DAYS = 90;
/** How far ahead a leave is planned. */
export const FARTHEST_DAYS = 180;

export type Delegation = {
  id: string;
  fromName: string;
  toName: string;
  fromOn: string;
  /** The last day on which it holds. */
  toOn: string;
  reason: string;
  state: "now" | "later" | "over";
  roles: { role: string; place: string }[];
  mayEnd: boolean;
};

/** What was just lent: by which account, at which place, to which account. */
export type Lent = {
  id: string;
  accountId: number;
  divisionId: number;
  to: number;
  fromOn: string;
  toOn: string;
};
/** One that is being ended: the accounts of both sides. */
export type Held = {
  id: string;
  from: number;
  to: number;
  fromName: string;
  toName: string;
  divisionId: number;
};
