/**
 * The life of a household (成员变动、分户、并户、销户): each turn of it is one dated deed with a reason from a list, never with a story.
 * Invariants: whoever lives in a registered household has exactly one home on any day; a household with members has exactly one head;
 * only the rows of the open year change, earlier years stay as they were; a person is closed, never deleted.
 */
export const IN_REASONS = ["BIRTH", "MARRIED_IN", "MOVED_IN", "RECORDED", "OTHER_IN"] as const;
/** Whatever must not be told (a sentence, for one) is OTHER_OUT, with no words beside it. */
export const OUT_REASONS = ["DEATH", "MARRIED_OUT", "MOVED_OUT", "EMIGRATED", "OTHER_OUT"] as const;
export const HEAD_REASONS = ["HEAD_AGED", "HEAD_AWAY", "FAMILY_AGREED", "HEAD_WRONG"] as const;
export const SPLIT_REASONS = ["MARRIAGE", "FAMILY_DIVIDED", "OTHER_SPLIT"] as const;
export const MERGE_REASONS = ["MARRIAGE", "FAMILY_REJOINED", "OTHER_MERGE"] as const;
export const DISSOLVE_REASONS = ["ALL_DEAD", "ALL_MOVED"] as const;

/** Who is never a newborn: spouses, elders and those who marry in. */
export const NEVER_BORN = [
  "SPOUSE",
  "DAUGHTER_IN_LAW",
  "SON_IN_LAW",
  "FATHER",
  "MOTHER",
  "WIFES_FATHER",
  "WIFES_MOTHER",
  "HUSBANDS_FATHER",
  "HUSBANDS_MOTHER",
  "GRANDFATHER",
  "GRANDMOTHER",
  "MOTHERS_FATHER",
  "MOTHERS_MOTHER",
  "SIBLINGS_SPOUSE",
  "UNCLE",
];

export type InReason = (typeof IN_REASONS)[number];
export type OutReason = (typeof OUT_REASONS)[number];
export type LifeReason =
  | InReason
  | OutReason
  | (typeof HEAD_REASONS)[number]
  | (typeof SPLIT_REASONS)[number]
  | (typeof MERGE_REASONS)[number]
  | (typeof DISSOLVE_REASONS)[number]
  | "SAME_FAMILY";

export const LIFE_KINDS = [
  "MEMBER_IN",
  "MEMBER_OUT",
  "HEAD",
  "SPLIT",
  "MERGE",
  "DISSOLVE",
  "DUPLICATE",
] as const;
export type LifeKind = (typeof LIFE_KINDS)[number];

/** What taking a deed back answers. */
export type TakenBack = { id: string; divisionId: number; kind: string };

/** Somebody of a household on a day. */
export type Resident = { personId: string; name: string; relation: string };

/** What one deed meant for one person in one household. */
export type Turn = {
  personId: string;
  year: number;
  kind: "IN" | "OUT" | "RELATION";
  on: string;
  name: string;
  oldRelation: string | null;
  newRelation: string | null;
};

/**
 * Who lived in a household on a day: the roll of a year, without what was changed in that year after the day, and with what a later
 * year's roll was told of the days before it. `turns` are all turns of the household, as they were written, taken-back ones left out.
 */
export function residentsOn(
  roll: readonly Resident[],
  year: number,
  turns: readonly Turn[],
  day: string,
): Resident[] {
  const here = new Map(roll.map((one) => [one.personId, one]));
  const put = ({ personId, name }: Turn, relation: string | null) =>
    relation === null ? here.delete(personId) : here.set(personId, { personId, name, relation });
  for (const turn of turns.filter((one) => one.year === year && one.on > day).reverse())
    put(turn, turn.oldRelation);
  for (const turn of turns.filter((one) => one.year > year && one.on <= day)) put(turn, turn.newRelation);
  return [...here.values()];
}

/** Income per head when the number of heads changes: the family's income stays what it was. */
export function perHeadAfter(perHead: bigint | null, before: number, after: number): bigint | null {
  if (perHead === null || before < 1 || after < 1) return perHead;
  const whole = perHead * BigInt(before);
  return (whole * 2n + BigInt(after)) / (BigInt(after) * 2n);
}

type Earning = { perHead: bigint | null; members: number };
/** Two families under one roof. */
export function joinedPerHead(from: Earning, into: Earning): bigint | null {
  if (from.perHead === null || into.perHead === null) return into.perHead;
  const heads = BigInt(from.members + into.members);
  if (heads === 0n) return into.perHead;
  const whole = from.perHead * BigInt(from.members) + into.perHead * BigInt(into.members);
  return (whole * 2n + heads) / (heads * 2n);
}

/** The part of a sum that goes with some of the heads; what remains is the rest, so that both make the whole. */
export const partOf = (sum: bigint, some: number, all: number): bigint => (sum * BigInt(some)) / BigInt(all);

/** As far back as a deed may be dated: the year before the open one; the rolls before that are settled. */
export const earliestDay = (openYear: number): string => `${openYear - 1}-01-01`;

const CHILDREN = ["SON", "DAUGHTER"];
/** How somebody stands to a new head, as far as that follows from how both stood to the old one; the rest a person says. */
export function relationTo(newHead: string, own: string): string {
  if (own === newHead) return "HEAD";
  if (newHead === "SPOUSE") return own === "HEAD" ? "SPOUSE" : CHILDREN.includes(own) ? own : "OTHER";
  if (CHILDREN.includes(newHead) && CHILDREN.includes(own)) return "SIBLING";
  if (newHead === "SON" && own === "DAUGHTER_IN_LAW") return "SPOUSE";
  if (newHead === "DAUGHTER" && own === "SON_IN_LAW") return "SPOUSE";
  if (newHead === "FATHER" && own === "MOTHER") return "SPOUSE";
  if (newHead === "MOTHER" && own === "FATHER") return "SPOUSE";
  return "OTHER";
}
