/** The pairings that a person still has or will have, and what speaks against somebody else's taking each of them over. */
import { reachable } from "#lib/domains/divisions/place.ts";
import type { ProblemWords } from "#lib/platform/problem.ts";
import type { Scope, Work } from "#lib/platform/scope.ts";
import { obstacles, type ToPair, unfitHelper } from "./inside/check.ts";
import { knownHelper } from "./inside/helper.ts";
import { mustAgreeToLoad } from "./inside/load.ts";
import type { PairingKind } from "./pairing.ts";

export type HeldPairing = {
  id: string;
  kind: PairingKind;
  fromOn: string;
  toOn: string | null;
  place: string;
  household: ToPair;
  /** Why the heir cannot have it; null when nothing speaks against it, or when no heir was named. */
  against: ProblemWords | null;
};
type Reader = Pick<Scope, "sql" | "viewer" | "today">;
type Row = Omit<HeldPairing, "household" | "against"> & Omit<ToPair, "id"> & { householdId: string };

/** Within the reader's reach only. */
export async function pairingsHeld(
  reader: Reader,
  personId: string,
  heirId: string | null,
): Promise<HeldPairing[]> {
  const { sql, viewer, today } = reader;
  const rows = await sql<Row>`
    select p.id, p.kind, p.from_on::text as "fromOn", p.to_on::text as "toOn", d.name as place, h.id as "householdId",
      h.division_id as "divisionId", h.head_name as "headName", h.household_no as "householdNo", h.status
    from pairing p join household h on h.id = p.household_id join division d on d.id = h.division_id
    where p.helper_id = ${personId}::uuid and (p.to_on is null or (p.to_on > ${today}::date and p.to_on > p.from_on))
      and ${reachable(viewer, { division: "p.division_id" })}
    order by d.code nulls last, h.household_no, p.from_on`;
  const held = rows.map(({ householdId, divisionId, headName, householdNo, status, ...pairing }) => ({
    ...pairing,
    household: { id: householdId, divisionId, headName, householdNo, status },
    against: null as ProblemWords | null,
  }));
  const heir = heirId === null ? null : await knownHelper(reader, heirId);
  if (!heir) return held;
  const unfit = unfitHelper(heir);
  for (const one of held) {
    const from = beginning(one.fromOn, today);
    const found = unfit ? null : await obstacles(reader, [one.household], heir, one.kind, from, one.id);
    one.against = unfit ?? found?.get(one.household.id) ?? null;
  }
  return held;
}

/** All these on top of what the heir has: more than the limit of his rank is said once for all of them, and waits for a yes. */
export async function mustAgreeToHeirLoad(
  work: Pick<Work, "sql" | "today">,
  heirId: string,
  pairings: string[],
  agreed: boolean,
): Promise<void> {
  const heir = await knownHelper(work, heirId);
  const households = await work.sql<ToPair>`
    select distinct h.id, h.division_id as "divisionId", h.head_name as "headName", h.household_no as "householdNo", h.status
    from pairing p join household h on h.id = p.household_id where p.id = any (${pairings}::uuid[])`;
  if (heir && households.length > 0) await mustAgreeToLoad(work, heir, households, work.today, agreed);
}

/** From when the heir has it: today, or its own first day when that is still to come. */
export const beginning = (fromOn: string, today: string) => (fromOn > today ? fromOn : today);
