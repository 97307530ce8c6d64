// Builds a person: somebody with a post, or a member of a household.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { sealIdNo } from "#lib/platform/seal.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";
import { searchLine } from "./search-line.ts";

export type PersonGiven = {
  id?: string;
  name?: string;
  sex?: "M" | "F";
  birthOn?: string;
  politicalStatus?: string;
  phone?: string;
  idNo?: string;
  divisionId: number;
  householdId?: string | null;
  partyOrgId?: number;
  unitName?: string;
  post?: string;
  rank?: "COUNTY_LEADER" | "SECTION_LEADER" | "STAFF" | "VILLAGE_CADRE" | "MEMBER";
};

export type BuiltPerson = {
  id: string;
  name: string;
  unitName: string | null;
  post: string | null;
  phone: string | null;
};

export async function aPerson(owner: Owner, given: PersonGiven): Promise<BuiltPerson> {
  const name = given.name ?? `某人${nextNumber()}`;
  const sealed = given.idNo ? sealIdNo(given.idNo) : null;
  const row = await insert<{
    id: string;
    unit_name: string | null;
    post: string | null;
    phone: string | null;
  }>(owner, "person", {
    id: given.id,
    name,
    sex: given.sex ?? "M",
    birth_on: given.birthOn ?? (given.idNo ? birthOf(given.idNo) : undefined),
    ethnicity: "04",
    political_status: given.politicalStatus ?? "MASSES",
    phone: given.phone,
    id_type: sealed ? "RESIDENT_ID" : undefined,
    id_no_sealed: sealed?.idNoSealed,
    id_no_digest: sealed?.idNoDigest,
    id_tail_digest: sealed?.idTailDigest,
    division_id: given.divisionId,
    household_id: given.householdId,
    party_org_id: given.partyOrgId,
    unit_name: given.unitName,
    post: given.post,
    rank: given.rank,
    ...pinyinKeys(name),
  });
  await searchLine(owner, {
    kind: "person",
    id: row.id,
    divisionId: given.divisionId,
    householdId: given.householdId ?? null,
    title: name,
    detail: given.unitName ?? "",
  });
  return { id: row.id, name, unitName: row.unit_name, post: row.post, phone: row.phone };
}

const birthOf = (idNo: string) => `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
