/**
 * What stands against a Party coverage of an entity: its own or a joint organization must be led as the rule of affiliation demands
 * for all villages covered; members are attached only where the entity works. The same for whoever sets it and for a sheet.
 */
import type { Sql } from "#lib/platform/sql.ts";
import type { CoveredVillage, PartyCoverage } from "./industry.ts";
import { brokenRules, ledOrg, mayAttach, villagesServed } from "./inside/party.ts";
import { villagesToday } from "./inside/villages.ts";

export type PartyAsked = {
  coverage: Exclude<PartyCoverage, "NONE">;
  partyOrgId: number;
  /** Null: it is not registered yet. */
  entityId: string | null;
  seatId: number;
  /** As they stand in the register, or the numbers of villages that are to be written. */
  villages: readonly CoveredVillage[] | readonly number[];
};
/** Keys of the room "problems"; `broken` are the sentences of the rule. */
export type PartyFault = { key: string; values: Record<string, string>; broken: string[] };

/** An entity that is not registered yet serves nobody. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export async function judgeParty(
  sql: Sql,
  { coverage, partyOrgId, entityId, seatId, villages }: PartyAsked,
): Promise<{ name: string; fault: PartyFault | null }> {
  const org = await ledOrg(sql, partyOrgId);
  if (!org) return { name: "", fault: { key: "choose", values: {}, broken: [] } };
  const { name } = org;
  const stands = (key: string, values: Record<string, string> = { name }, broken: string[] = []) => ({
    name,
    fault: { key, values, broken },
  });
  if (org.closedOn !== null) return stands("tree.closed", { name, day: org.closedOn });
  const here = villages.every((one) => typeof one === "number")
    ? await villagesToday(sql, villages as readonly number[])
    : (villages as readonly CoveredVillage[]);
  if (coverage === "ATTACHED")
    return (await mayAttach(sql, org, seatId, here))
      ? { name, fault: null }
      : stands("industry.attachedElsewhere");
  if (org.setting !== "ENTITY") return stands("industry.orgNotEntity");
  const other = coverage === "OWN" ? await sharedWith(sql, org.id, entityId ?? NOBODY) : null;
  if (other !== null) return stands("industry.orgShared", { name, other });
  const served = coverage === "JOINT" ? await villagesServed(sql, org.id, entityId ?? NOBODY, here) : here;
  const broken = brokenRules(org, served).map(({ key }) => key);
  return broken.length > 0 ? stands("industry.ruleBroken", { name }, broken) : { name, fault: null };
}

async function sharedWith(sql: Sql, orgId: number, entityId: string): Promise<string | null> {
  const [other] = await sql<{ name: string }>`
    select e.name from industry_party p join industry_entity e on e.id = p.entity_id and e.closed_on is null
    where p.party_org_id = ${orgId} and p.coverage in ('OWN', 'JOINT') and p.to_on is null and e.id <> ${entityId}::uuid limit 1`;
  return other?.name ?? null;
}
