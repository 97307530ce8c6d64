/** An organization as the commands and checks need it: its seat, its leader of today, and whether it is still open. */
import type { Sql } from "#lib/platform/sql.ts";
import type { Basis, Coverage, Leader, Seat } from "../affiliation.ts";
import type { OrgKind, Setting } from "../party-org.ts";

export type Org = {
  id: number;
  name: string;
  kind: OrgKind;
  setting: Setting;
  coverage: Coverage | null;
  divisionId: number;
  divisionLevel: string;
  closedOn: string | null;
  secretary: string | null;
  memberCount: number | null;
  version: number;
  leaderId: number | null;
  leaderName: string | null;
  basis: Basis | null;
};

export async function orgOf(sql: Sql, id: number): Promise<Org | null> {
  const [org] = await sql<Org>`
    select o.id, o.name, o.kind, o.setting, o.coverage, o.division_id as "divisionId", d.level as "divisionLevel", o.closed_on::text as "closedOn",
      o.secretary, o.member_count as "memberCount", o.version, a.leading_org_id as "leaderId", l.name as "leaderName", a.basis
    from party_org o join division d on d.id = o.division_id
    left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org l on l.id = a.leading_org_id
    where o.id = ${id}`;
  return org ?? null;
}

/** The places of those that are there. */
export async function seatsOf(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }>`
    select distinct division_id as id from party_org where id = any (${[...ids]}::int[])`;
  return rows.map(({ id }) => id);
}

export const asLeader = ({ id, setting, divisionId, divisionLevel }: Org): Leader => ({
  id,
  setting,
  divisionId,
  divisionLevel,
});

/** The places from a division upward, itself first. */
export async function seatOf(sql: Sql, divisionId: number): Promise<Seat> {
  return sql<
    Seat[number]
  >`select d.id, d.level from division_closure c join division d on d.id = c.ancestor_id
    where c.node_id = ${divisionId} and c.to_on is null and d.closed_on is null order by c.depth`;
}
