/** The organization whose roster is meant; the Party line is known to everybody signed in. */
import { rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type RosterOrg = {
  id: number;
  name: string;
  divisionId: number;
  place: string;
  openedOn: string;
  closedOn: string | null;
};

export async function orgNamed(sql: Sql, id: number): Promise<RosterOrg | null> {
  const [org] = await sql<RosterOrg>`
    select o.id, o.name, o.division_id as "divisionId", d.name as place, o.opened_on::text as "openedOn", o.closed_on::text as "closedOn"
    from party_org o join division d on d.id = o.division_id where o.id = ${id}`;
  return org ?? null;
}

export function stillOpen({ name, closedOn }: RosterOrg, field?: string): void {
  if (closedOn !== null) throw rule("member.orgClosed", { name, day: closedOn }, field);
}
