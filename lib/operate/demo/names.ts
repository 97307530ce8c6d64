// Makes names: many people bear few names, most have no surname, and a rare one is very long.
import type { Chance } from "./chance.ts";
import { FEMALE, FEMALE_SECOND, HAN_GIVEN, LONG, MALE, MALE_SECOND, SURNAMES } from "./names.data.ts";

export type Sex = "M" | "F";

export function tibetanName(by: Chance, sex: Sex): string {
  if (by.happens(0.001)) return by.pick(LONG);
  const first = by.pick(sex === "M" ? MALE : FEMALE);
  if (by.happens(0.12)) return first;
  const second = by.pick(sex === "M" ? MALE_SECOND : FEMALE_SECOND);
  return second === first ? first : first + second;
}

export const hanName = (by: Chance) => by.pick(SURNAMES) + by.pick(HAN_GIVEN);

/** Cadres of offices; most are Tibetan, some came from elsewhere. */
export const cadreName = (by: Chance, sex: Sex) => (by.happens(0.78) ? tibetanName(by, sex) : hanName(by));

/** A range that no operator gives out. */
export const phoneNumber = (by: Chance) => `1390000${String(by.between(0, 9999)).padStart(4, "0")}`;
