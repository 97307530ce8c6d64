/** What of a family a visitor found changed, as the form of a visit sends it: by fact, with what stood there and what it is now. */
import { DOOR_FACTS, type DoorFact, isOfMember } from "#lib/domains/households/door-facts.ts";

export type ToldFact = { field: DoorFact; personId?: string; was: string; value: string };
export const TOLD_PARTS = ["to", "was", "who"] as const;
export const partOf = (part: (typeof TOLD_PARTS)[number], field: DoorFact) => `${part}.${field}` as const;

/** A member is sent together with what stood there of him, since a form without scripts knows it before he is chosen. */
export const whoWith = (personId: string, was: string) => `${personId}:${was}`;

/** Only where the visitor says that something changed; what was ticked and not filled in is named. */
export function toldFacts(values: Readonly<Record<string, unknown>>): {
  told: ToldFact[];
  missing: string[];
} {
  const said = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const ticked = values.situation === "CHANGED" && Array.isArray(values.facts) ? values.facts : [];
  const told: ToldFact[] = [];
  const missing: string[] = [];
  for (const field of DOOR_FACTS.filter((one) => ticked.includes(one))) {
    const value = said(partOf("to", field));
    const who = said(partOf("who", field));
    if (value === "") missing.push(partOf("to", field));
    if (isOfMember(field) && who === "") missing.push(partOf("who", field));
    const [personId = "", was = ""] = isOfMember(field) ? who.split(":") : ["", said(partOf("was", field))];
    told.push({ field, was, value, ...(personId ? { personId } : {}) });
  }
  return { told, missing };
}

/** The rest of the form, for where facts go a way of their own. */
export const withoutFacts = <T extends Readonly<Record<string, unknown>>>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => name !== "facts" && !TOLD_PARTS.some((part) => name.startsWith(`${part}.`)),
    ),
  );
