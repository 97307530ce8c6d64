/** An entity as the subject of a deed; whoever changes it afterwards must still know its version. */
import { may } from "#lib/domains/accounts/roles.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type Entity = {
  id: string;
  name: string;
  kind: string;
  divisionId: number;
  place: string;
  creditNo: string | null;
  registeredOn: string | null;
  capitalFen: bigint | null;
  operator: string | null;
  memberCount: number | null;
  partyMembers: number | null;
  fullMembers: number | null;
  openedOn: string;
  closedOn: string | null;
  closedWhy: string | null;
  version: number;
};

/** Known to everybody signed in, like the Party line. */
export async function entityOf(sql: Sql, id: string): Promise<Entity | null> {
  const [entity] = await sql<Entity>`
    select e.id, e.name, e.kind, e.division_id as "divisionId", d.name as place, e.credit_no as "creditNo",
      e.registered_on::text as "registeredOn", e.capital_fen as "capitalFen", e.operator, e.member_count as "memberCount",
      e.party_members as "partyMembers", e.full_members as "fullMembers", e.opened_on::text as "openedOn", e.closed_on::text as "closedOn",
      e.closed_why as "closedWhy", e.version
    from industry_entity e join division d on d.id = e.division_id where e.id = ${id}::uuid`;
  return entity ?? null;
}

export const mayEdit = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "industry.edit", divisionId);

export function stillOperating({ name, closedOn }: Entity, field?: string): void {
  if (closedOn !== null) throw rule("industry.closed", { name, day: closedOn }, field);
}
