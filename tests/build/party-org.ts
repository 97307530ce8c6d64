// Builds a Party organization under its leading one, with affiliation and closure.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";
import { searchLine } from "./search-line.ts";

export type PartyOrgGiven = {
  id?: number;
  name?: string;
  kind?: string;
  setting?: "TERRITORIAL" | "AGENCY" | "ENTITY";
  divisionId: number;
  coverage?: "ONE_VILLAGE" | "CROSS_VILLAGE" | "CROSS_TOWNSHIP";
  leaderId?: number | null;
  basis?: "LINE" | "VILLAGE_LED" | "APPROVER_LED" | "COUNTY_DESIGNATED";
  documentNo?: string;
  supervisingDept?: string;
  secretary?: string;
  openedOn?: string;
};

export async function aPartyOrg(owner: Owner, given: PartyOrgGiven): Promise<{ id: number; name: string }> {
  const { name = `某村党支部${nextNumber()}`, openedOn = "2014-01-01", leaderId = null } = given;
  const made = await insert<{ id: number }>(owner, "party_org", {
    id: given.id,
    name,
    kind: given.kind ?? "BRANCH",
    setting: given.setting ?? "TERRITORIAL",
    division_id: given.divisionId,
    coverage: given.coverage,
    secretary: given.secretary,
    opened_on: openedOn,
    ...pinyinKeys(name),
  });
  if (leaderId !== null)
    await insert(owner, "party_org_affiliation", {
      org_id: made.id,
      leading_org_id: leaderId,
      basis: given.basis ?? "LINE",
      document_no: given.documentNo,
      supervising_dept: given.supervisingDept,
      from_on: openedOn,
    });
  await owner.look(
    `insert into party_org_closure (ancestor_id, node_id, depth, from_on)
     select ancestor_id, $1::int, depth + 1, $3::date from party_org_closure where node_id = $2::int and to_on is null
     union all select $1::int, $1::int, 0, $3::date`,
    [made.id, leaderId, openedOn],
  );
  await searchLine(owner, { kind: "party_org", id: made.id, divisionId: given.divisionId, title: name });
  return { id: made.id, name };
}
