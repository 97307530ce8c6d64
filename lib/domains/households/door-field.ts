/** How a fact of the door is called, typed and stored: as in the file of the household or of its member. */
import type { FactField } from "#lib/base/fact-field.ts";
import { type DoorFact, isOfMember } from "./door-facts.ts";
import { householdFact } from "./fact-columns.ts";
import { MEMBER_FACTS } from "./member-columns.ts";

export function doorField(key: DoorFact): FactField {
  const field = isOfMember(key) ? MEMBER_FACTS.find((one) => one.key === key) : householdFact(key);
  if (!field) throw new Error(`no such fact: ${key}`);
  return field;
}
