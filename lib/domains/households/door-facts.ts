/**
 * What of a family changes most and is seen at its door: whoever works with the family may change these facts, also from a phone.
 * Neither income nor health: they do not lie on a phone, and are kept by whoever keeps the record. Only names, so that a phone need
 * not carry the whole file's columns.
 */
export const HOUSEHOLD_DOOR_FACTS = ["housingGrade", "waterSafe"] as const;
export const MEMBER_DOOR_FACTS = ["workStatus", "schoolStatus"] as const;
export const DOOR_FACTS = [...HOUSEHOLD_DOOR_FACTS, ...MEMBER_DOOR_FACTS] as const;
export type DoorFact = (typeof DOOR_FACTS)[number];

export const isOfMember = (key: DoorFact) => MEMBER_DOOR_FACTS.some((one) => one === key);

/** What is recorded now, as text; "" or missing is not recorded. */
export type FamilyFacts = {
  facts: Partial<Record<DoorFact, string>>;
  members: { id: string; name: string; facts: Partial<Record<DoorFact, string>> }[];
};
