/**
 * A division: prefecture → county → township → village → group, a tree in time (decisions 20, 21).
 * Nothing of it is ever deleted: a division is opened, renamed, moved and closed on a day, and a closed one hangs under its successor.
 */

export const LEVELS = ["PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE", "GROUP"] as const;
export type Level = (typeof LEVELS)[number];

export const CHANGE_KINDS = ["open", "rename", "move", "split", "merge", "close"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);

/** A village stands under a township, never elsewhere: each level has one level above it. */
export const levelAbove = (level: string): Level | null => LEVELS[LEVELS.indexOf(level as Level) - 1] ?? null;
export const levelBelow = (level: string): Level | null => {
  const at = LEVELS.indexOf(level as Level);
  return at === -1 ? null : (LEVELS[at + 1] ?? null);
};

/** The prefecture is the installation itself: it can be renamed, and nothing else. */
export const changesOf = (division: { level: string; closedOn: string | null }): ChangeKind[] => {
  if (division.closedOn !== null) return [];
  if (division.level === "PREFECTURE") return ["open", "rename"];
  if (division.level === "GROUP") return ["rename", "move", "merge", "close"];
  return CHANGE_KINDS.filter((kind) => kind !== "move" || division.level !== "COUNTY");
};

/** A household counts as registered in these states (建档立卡). */
export const REGISTERED = ["POOR", "PRE_EXIT", "EXITED", "RETURNED"] as const;

/** The list that holds the very rows which a count of registered households counts. */
export const registeredIn = (divisionId: number) =>
  `/households?u=${divisionId}&f.status=${REGISTERED.join(",")}`;
