/** How the Party covers an entity, and what the rule of affiliation says to it (domain.md §1.1 row 3, scenario 3). */
import { type Basis, type Refusal, refusalsOf } from "#lib/domains/party-orgs/affiliation.ts";
import type { Setting } from "#lib/domains/party-orgs/party-org.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type CoveredVillage, coverageOf, type PartyCoverage } from "../industry.ts";
import { coveredBy } from "./villages.ts";

export type PartyNow = {
  coverage: PartyCoverage;
  mode: string | null;
  fromOn: string | null;
  orgId: number | null;
  orgName: string | null;
  orgClosedOn: string | null;
};

/** Who covers it on a day; nothing registered is none. */
export async function partyOn(sql: Sql, entityId: string, day: string): Promise<PartyNow> {
  const [row] = await sql<PartyNow>`
    select p.coverage, p.mode, p.from_on::text as "fromOn", p.party_org_id as "orgId", o.name as "orgName", o.closed_on::text as "orgClosedOn"
    from industry_party p left join party_org o on o.id = p.party_org_id
    where p.entity_id = ${entityId}::uuid and p.from_on <= ${day}::date and (p.to_on is null or p.to_on > ${day}::date)`;
  return row ?? { coverage: "NONE", mode: null, fromOn: null, orgId: null, orgName: null, orgClosedOn: null };
}

export type LedOrg = {
  id: number;
  name: string;
  kind: string;
  setting: Setting;
  closedOn: string | null;
  divisionId: number;
  basis: Basis | null;
  documentNo: string | null;
  supervisingDept: string | null;
  leaderId: number | null;
  leaderName: string | null;
  leaderSetting: string | null;
  leaderDivisionId: number | null;
  leaderLevel: string | null;
};

export async function ledOrg(sql: Sql, id: number): Promise<LedOrg | null> {
  const [org] = await sql<LedOrg>`
    select o.id, o.name, o.kind, o.setting, o.closed_on::text as "closedOn", o.division_id as "divisionId", a.basis,
      a.document_no as "documentNo", a.supervising_dept as "supervisingDept", l.id as "leaderId", l.name as "leaderName",
      l.setting as "leaderSetting", l.division_id as "leaderDivisionId", d.level as "leaderLevel"
    from party_org o left join party_org_affiliation a on a.org_id = o.id and a.to_on is null
    left join party_org l on l.id = a.leading_org_id left join division d on d.id = l.division_id where o.id = ${id}`;
  return org ?? null;
}

/** A joint organization is judged by the villages of all entities that it serves; `here` speaks for the entity itself. */
export async function villagesServed(
  sql: Sql,
  orgId: number,
  entityId: string,
  here: readonly CoveredVillage[],
): Promise<CoveredVillage[]> {
  const others = await sql<{ id: string }>`
    select p.entity_id as id from industry_party p join industry_entity e on e.id = p.entity_id and e.closed_on is null
    where p.party_org_id = ${orgId} and p.coverage in ('OWN', 'JOINT') and p.to_on is null and p.entity_id <> ${entityId}::uuid`;
  return [
    ...here,
    ...(others.length === 0
      ? []
      : await coveredBy(
          sql,
          others.map(({ id }) => id),
        )),
  ];
}

/** What the present affiliation breaks, seen from the villages that are covered: nothing when it is in order. */
export function brokenRules(org: LedOrg, villages: readonly CoveredVillage[]): Refusal[] {
  const { basis, leaderId, leaderSetting, leaderDivisionId, leaderLevel } = org;
  if (!basis || leaderId === null || !leaderSetting || leaderDivisionId === null || !leaderLevel)
    return [{ field: "leaderId", key: "industry.unled" }];
  const coverage = coverageOf(villages);
  const [first] = villages;
  return refusalsOf({
    setting: "ENTITY",
    coverage,
    basis,
    seat: coverage === "ONE_VILLAGE" && first ? [{ id: first.id, level: "VILLAGE" }] : [],
    leader: {
      id: leaderId,
      setting: leaderSetting,
      divisionId: leaderDivisionId,
      divisionLevel: leaderLevel,
    },
    documentNo: org.documentNo ?? undefined,
    supervisingDept: org.supervisingDept ?? undefined,
  });
}

/** Members are attached where the entity works: to the organization of its seat, of a covered village, or of a township above. */
export async function mayAttach(sql: Sql, org: LedOrg, seatId: number, villages: readonly CoveredVillage[]) {
  if (org.setting !== "TERRITORIAL") return false;
  const places = [seatId, ...villages.map(({ id }) => id)];
  const above = await sql`select 1 from division_closure c join division a on a.id = c.ancestor_id
    where c.node_id = any (${places}::int[]) and c.to_on is null and c.ancestor_id = ${org.divisionId} and a.level in ('VILLAGE', 'TOWNSHIP') limit 1`;
  return above.length > 0;
}
