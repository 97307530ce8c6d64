/**
 * A Party member (党员): a person in the roster of one organization at a time (domain.md §3.6). Admission and fees are kept elsewhere;
 * here it is who stands in which roster on any day, of which kind, and what holds of them.
 * Invariants: one roster at a time; whoever is on the rolls stands in one, and nobody else in any; the kind follows from two days.
 */

/** 在册, 转出（出本市）, 去世, 出党 */
export const STATUSES = ["ACTIVE", "OUT", "DIED", "EXPELLED"] as const;
export type Status = (typeof STATUSES)[number];

/** 预备, 正式 */
export const KINDS = ["PROBATIONARY", "FULL"] as const;
export type Kind = (typeof KINDS)[number];

/** 流动, 失能, 年老体弱, 致富带头人: said by whoever keeps the roster. */
export const FLAGS = ["MOBILE", "DISABLED", "FRAIL", "PROSPERITY_LEADER"] as const;
export type Flag = (typeof FLAGS)[number];
/** With 无职, which follows from the tenures of the day and is typed by nobody (inside/no-post.ts). */
export const MARKS = ["NO_POST", ...FLAGS] as const;
export type Mark = (typeof MARKS)[number];

/** How somebody came into a roster: admitted there, found when it was begun, from another one here, or from outside. */
export const WAYS = ["ADMITTED", "FOUND", "TRANSFERRED", "CAME"] as const;
export type Way = (typeof WAYS)[number];
/** What a form may say; transfers have a deed of their own. */
export const WAYS_IN = ["ADMITTED", "FOUND", "CAME"] as const;

export const ENDINGS = ["TRANSFERRED", "OUT", "DIED", "EXPELLED"] as const;
export type Ending = (typeof ENDINGS)[number];

export const AGE_BANDS = ["young", "middle", "old"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
/** As the offices' sheet counts them: 35 and below, 60 and above. */
export const YOUNG_UP_TO = 35;
export const OLD_FROM = 60;

type Dates = { joinedOn: string; fullOn: string | null };

/** Nobody is a member before the day of admission. */
export function kindOn({ joinedOn, fullOn }: Dates, day: string): Kind | null {
  if (day < joinedOn) return null;
  return fullOn !== null && fullOn <= day ? "FULL" : "PROBATIONARY";
}

export type Spell = { orgId: number; fromOn: string; toOn: string | null };

/** Intervals are [from, to): the day of a transfer belongs to the receiving organization. */
export const holdsOn = ({ fromOn, toOn }: Pick<Spell, "fromOn" | "toOn">, day: string): boolean =>
  fromOn <= day && (toOn === null || day < toOn);

/** In whose roster on that day. */
export const rosterOn = (spells: readonly Spell[], day: string): number | null =>
  spells.find((spell) => holdsOn(spell, day))?.orgId ?? null;

/** Whole years on a day. */
export function ageOn(birthOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** What every deed answers: on whom, from which day, and to where. */
export type Deed = { id: string; on: string | null; to: string | null };

/** Nobody is admitted before the age of eighteen (Party constitution, article 1). */
export const YOUNGEST = 18;
