// Builds an organization of the industry chain with its villages and Party coverage, and links households with it.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";

export type EntityGiven = {
  id?: string;
  name?: string;
  kind?: string;
  divisionId: number;
  villages?: readonly number[];
  /** Its own Party organization; null = nobody covers it. */
  partyOrg?: number | null;
  coverage?: "OWN" | "JOINT" | "ATTACHED";
  creditNo?: string;
  fullMembers?: number;
  openedOn?: string;
};

export async function anEntity(owner: Owner, given: EntityGiven): Promise<{ id: string }> {
  const { name = `合作社${nextNumber()}`, divisionId, openedOn = "2020-01-01" } = given;
  const { id } = await insert<{ id: string }>(owner, "industry_entity", {
    id: given.id,
    name,
    kind: given.kind ?? "COOPERATIVE",
    division_id: divisionId,
    credit_no: given.creditNo,
    party_members: given.fullMembers,
    full_members: given.fullMembers,
    opened_on: openedOn,
    ...pinyinKeys(name),
  });
  for (const village of given.villages ?? [divisionId])
    await insert(owner, "industry_village", { entity_id: id, village_id: village, division_id: divisionId });
  if (given.partyOrg)
    await insert(owner, "industry_party", {
      entity_id: id,
      division_id: divisionId,
      coverage: given.coverage ?? "OWN",
      party_org_id: given.partyOrg,
      mode: "BRANCH_ASSOC_HOUSEHOLD",
      from_on: openedOn,
    });
  return { id };
}

export type IndustryLinkGiven = {
  entity: { id: string };
  household: { id: string; divisionId: number };
  role?: "MEMBER" | "WORKER" | "SHAREHOLDER" | "ORDER";
  fromOn?: string;
  toOn?: string | null;
  /** Fen by year. */
  incomes?: Record<number, bigint>;
};

export async function anIndustryLink(owner: Owner, given: IndustryLinkGiven): Promise<{ id: string }> {
  const { entity, household, role = "MEMBER", fromOn = "2024-01-01" } = given;
  const place = { household_id: household.id, division_id: household.divisionId };
  const { id } = await insert<{ id: string }>(owner, "industry_link", {
    ...{ ...place, entity_id: entity.id, role, from_on: fromOn, to_on: given.toOn },
  });
  for (const [year, fen] of Object.entries(given.incomes ?? {}))
    await insert(owner, "industry_income", { ...place, link_id: id, year: Number(year), income_fen: fen });
  return { id };
}
