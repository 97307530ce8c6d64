/** A visit as the plausibility rules see it: what was told, where in the tree, when it was written down, and what its photos look like. */

export type Told = {
  id: string;
  /** Who went. */
  person: string;
  household: string;
  village: number;
  township: number;
  county: number;
  visitedOn: string;
  kind: string;
  note: string | null;
  /** By the clock of the phone, where it was written on one. */
  writtenAt: string | null;
  /** By our clock. */
  receivedAt: string;
  photos: readonly { sha256: string; look: string | null }[];
  /** Away that day, by one's own word: on leave that was granted, or ill. */
  onLeave: boolean;
};
