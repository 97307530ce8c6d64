// Builds a pairing of a helper with a household.
import { insert, type Owner } from "./owner.ts";

export type PairingGiven = {
  id?: string;
  household: { id: string; divisionId: number };
  helper: { id: string; name: string; unitName?: string | null; post?: string | null; phone?: string | null };
  kind?: "FIRST_HELPER" | "SECOND_HELPER" | "PARTY_MEMBER_LINK" | "LEADER_CONTACT" | "KINSHIP";
  fromOn?: string;
  toOn?: string | null;
  endReason?: string;
};

export async function aPairing(owner: Owner, given: PairingGiven): Promise<{ id: string }> {
  const { household, helper, kind = "FIRST_HELPER", fromOn = "2025-01-01" } = given;
  const { id } = await insert<{ id: string }>(owner, "pairing", {
    id: given.id,
    household_id: household.id,
    division_id: household.divisionId,
    helper_id: helper.id,
    helper_name: helper.name,
    helper_unit: helper.unitName,
    helper_post: helper.post,
    helper_phone: helper.phone,
    kind,
    from_on: fromOn,
    to_on: given.toOn,
    end_reason: given.endReason ?? (given.toOn ? "TRANSFERRED" : undefined),
  });
  return { id };
}
