/** Which Party organization a row of the ledger names, and whether the rule of affiliation lets it cover the entity. */
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";
import { judgeParty } from "#lib/domains/industry/party-rule.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { allVillages, type EntityOrg, type EntityRow, isBad, tell } from "./industry-row.ts";
import { bareOrg, branchOf, nearestOrg } from "./org-readings.ts";

/** Its own or joint organization by name, by what it has, or by being called after it; members are attached to the one above. */
export function orgOf(row: EntityRow, orgs: readonly EntityOrg[]): EntityOrg | null {
  const { form, orgName, leaderName, name } = row.entity;
  if (form === null || form === "NONE") return null;
  const attached = form === "ATTACHED";
  const column = attached && !orgName ? "leaderName" : "orgName";
  const wanted = attached ? (orgName ?? leaderName) : (orgName ?? null);
  const fits = ({ setting }: EntityOrg) => (setting === "ENTITY") !== attached;
  if (wanted === null && row.known?.partyOrgId && row.known.form === form)
    return orgs.find(({ id }) => id === row.known?.partyOrgId) ?? null;
  const sought = wanted ?? (attached ? null : branchOf(name ?? ""));
  if (sought === null) {
    tell(row, { column, key: "attachedToNobody", level: "error" });
    return null;
  }
  const named = orgs.filter((org) => bareOrg(org.name) === bareOrg(sought));
  const found = named.filter(fits);
  const near = found.filter(({ divisionId }) => divisionId === row.seat || row.villages.includes(divisionId));
  const [only, another] = near.length > 0 ? near : found;
  if (only && !another) return only;
  // There is one of that name, of the other sort.
  const unfit = attached ? "entityAttachedElsewhere" : "entityOrgNotEntity";
  const key = only ? "entityOrgTwice" : named.length > 0 ? unfit : "entityOrgUnknown";
  const slip =
    named.length > 0
      ? null
      : nearestOrg(
          sought,
          orgs.filter(fits).map((org) => org.name),
        );
  const values = { name: [...sought].slice(0, 30).join("") };
  if (slip)
    tell(row, { column, key: "entityOrgNear", values: { ...values, near: slip }, level: "error" }, sought);
  else tell(row, { column, key, values, level: "error" }, wanted ?? undefined);
  return null;
}

export async function judgeCoverage(ask: Sql, row: EntityRow): Promise<void> {
  const { entity, org, villages, seat } = row;
  if (villages.length === 0 || seat === null) return;
  const chained = entity.form === "OWN" || entity.form === "JOINT";
  if (chained && entity.basis && entity.basis !== "LINE") {
    const led = entity.basis === "VILLAGE_LED";
    if (villages.length === 1 && !led)
      tell(row, { column: "basis", key: "affiliationOneVillageBasis", level: "error" });
    if (villages.length > 1 && led)
      tell(row, { column: "basis", key: "affiliationCrossBasis", level: "error" });
  }
  if (org === null || entity.form === null || entity.form === "NONE" || isBad(row)) return;
  const { fault } = await judgeParty(ask, {
    ...{ coverage: entity.form as Exclude<PartyCoverage, "NONE">, partyOrgId: org.id },
    ...{ entityId: row.known?.id ?? null, seatId: seat, villages: allVillages(row) },
  });
  const column = entity.form === "ATTACHED" && !entity.orgName ? "leaderName" : "orgName";
  for (const key of fault ? (fault.broken.length > 0 ? fault.broken : [fault.key]) : [])
    tell(row, { column, key: wordOf(key), values: fault?.values, level: "error" });
  if (fault || !chained) return;
  const { leaderName, basis, documentNo } = org;
  if (entity.leaderName && leaderName && bareOrg(entity.leaderName) !== bareOrg(leaderName))
    tell(row, { column: "leaderName", key: "leaderDiffers", values: { name: leaderName }, level: "warn" });
  if (
    (entity.basis && entity.basis !== basis) ||
    (entity.documentNo && documentNo && entity.documentNo !== documentNo)
  )
    tell(row, {
      column: entity.basis === basis ? "documentNo" : "basis",
      key: "affiliationDiffers",
      level: "warn",
    });
}

/** Two rows of a file may not both call an organization their own. */
export function ownedOnce(row: EntityRow, owners: Map<number, string>): void {
  if (row.org === null || row.entity.form !== "OWN" || isBad(row)) return;
  const other = owners.get(row.org.id);
  const values = { name: row.org.name, other: other ?? "" };
  if (other !== undefined) tell(row, { column: "orgName", key: "entityOrgShared", values, level: "error" });
  else owners.set(row.org.id, row.entity.name ?? "");
}

/** The words of the room "problems" as this room calls them: "affiliation.crossBasis" → affiliationCrossBasis, "industry.orgShared" → entityOrgShared. */
const wordOf = (key: string): string => {
  const [room = "", name = ""] = key.split(".");
  const rest = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return room === "affiliation" ? `affiliation${rest}` : `entity${rest}`;
};
