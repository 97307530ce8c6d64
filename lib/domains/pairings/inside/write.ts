/** Writes one pairing with what the lists show of the helper, and tells the history of the household. */
import { dayToColumn } from "#lib/platform/clock.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { PairingKind } from "../pairing.ts";
import type { ToPair } from "./check.ts";
import type { Helper } from "./helper.ts";

export async function writePairing(
  work: Work,
  household: ToPair,
  helper: Helper,
  kind: PairingKind,
  fromOn: string,
  toOn: string | null = null,
): Promise<string> {
  const { id } = await work.tx.pairing.create({
    data: {
      householdId: household.id,
      divisionId: household.divisionId,
      helperId: helper.id,
      helperName: helper.name,
      helperUnit: helper.unit,
      helperPost: helper.post,
      helperPhone: helper.phone,
      kind,
      fromOn: dayToColumn(fromOn),
      toOn: toOn === null ? null : dayToColumn(toOn),
      accountId: work.viewer.accountId,
    },
    select: { id: true },
  });
  noteHelper(work, household, id, null, `${helper.name} ${fromOn}`);
  return id;
}

export function noteHelper(
  work: Work,
  household: { id: string; divisionId: number },
  pairingId: string,
  before: string | null,
  after: string | null,
): void {
  work.note({
    entity: "pairing",
    entityId: pairingId,
    householdId: household.id,
    divisionId: household.divisionId,
    field: "helper",
    old: before,
    new: after,
  });
}
