/** A pairing as the subject of a deed, with the household it belongs to; held until the deed is done. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { PairingKind } from "../pairing.ts";
import type { ToPair } from "./check.ts";

export type PairingSubject = {
  id: string;
  household: ToPair;
  helperId: string;
  helperName: string;
  kind: PairingKind;
  fromOn: string;
  toOn: string | null;
  endReason: string | null;
  accountId: number | null;
  /** Entered today, Beijing time. */
  fresh: boolean;
};

type Row = Omit<PairingSubject, "household"> & ToPair & { pairingId: string };

export async function heldPairing({ sql }: Work, id: string): Promise<PairingSubject | null> {
  const [row] = await sql<Row>`
    select p.id as "pairingId", p.helper_id as "helperId", p.helper_name as "helperName", p.kind, p.from_on::text as "fromOn", p.to_on::text as "toOn",
      p.end_reason as "endReason", p.account_id as "accountId", (p.created_at at time zone 'Asia/Shanghai')::date = beijing_today() as fresh,
      h.id, h.division_id as "divisionId", h.head_name as "headName", h.household_no as "householdNo", h.status
    from pairing p join household h on h.id = p.household_id where p.id = ${id}::uuid for update of p`;
  if (!row) return null;
  const { id: householdId, divisionId, headName, householdNo, status, pairingId, ...pairing } = row;
  return {
    ...pairing,
    id: pairingId,
    household: { id: householdId, divisionId, headName, householdNo, status },
  };
}

export const mayChange = (viewer: Viewer, pairing: PairingSubject) =>
  may(viewer, "pairing.edit", pairing.household.divisionId);
