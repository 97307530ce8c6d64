/** The rows behind a number that counts entities of the industry chain, or the Party organizations on it: few enough to be counted at once. */
import type { Scope } from "#lib/platform/scope.ts";
import { spanOf } from "./fact.ts";
import { type Behind, behind, ROWS_A_PAGE } from "./rows.ts";

export type EntityBehind = {
  id: string;
  name: string;
  kind: string;
  place: string;
  coverage: string;
  orgName: string | null;
  fullMembers: number | null;
  /** As it is since then: covered, or not. */
  since: string | null;
};

export async function entitiesBehind(scope: Scope, given: Behind, page: number): Promise<EntityBehind[]> {
  const { asOf } = spanOf(given.period, scope.today);
  return scope.sql<EntityBehind>`
    select e.id, e.name, e.kind, d.name as place, coalesce(p.coverage, 'NONE') as coverage, o.name as "orgName",
      b.full_members as "fullMembers", b.waits_since::text as since
    from (select f.* ${behind(given, scope.today)}) b join industry_entity e on e.id = b.entity_id join division d on d.id = b.division_id
    left join industry_party p on b.covered and p.entity_id = e.id and p.from_on <= ${asOf}::date and (p.to_on is null or p.to_on > ${asOf}::date)
    left join party_org o on o.id = p.party_org_id
    order by d.code nulls last, d.id, e.name, e.id limit ${ROWS_A_PAGE} offset ${(page - 1) * ROWS_A_PAGE}`;
}

export type EntityOrgBehind = {
  id: number;
  name: string;
  place: string;
  leader: string | null;
  basis: string | null;
  entities: string[];
  since: string;
};

export async function entityOrgsBehind(
  scope: Scope,
  given: Behind,
  page: number,
): Promise<EntityOrgBehind[]> {
  const { asOf } = spanOf(given.period, scope.today);
  return scope.sql<EntityOrgBehind>`
    select o.id, o.name, d.name as place, l.name as leader, a.basis, b.waits_since::text as since,
      array(select e.name from industry_party p join industry_entity e on e.id = p.entity_id
        where p.party_org_id = o.id and p.from_on <= ${asOf}::date and (p.to_on is null or p.to_on > ${asOf}::date) order by e.name limit 5) as entities
    from (select f.* ${behind(given, scope.today)}) b
    join party_org o on o.id = b.org_id join division d on d.id = b.division_id
    left join party_org_affiliation a on a.org_id = o.id and a.from_on <= ${asOf}::date and (a.to_on is null or a.to_on > ${asOf}::date)
    left join party_org l on l.id = a.leading_org_id
    order by d.code nulls last, d.id, o.name, o.id limit ${ROWS_A_PAGE} offset ${(page - 1) * ROWS_A_PAGE}`;
}
