/** orgs.proposal and orgs.candidates: who should lead by the rule, with its reason, and who else may be chosen. */

import { may } from "#lib/domains/accounts/roles.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Basis, proposalFor, type Seat } from "../affiliation.ts";
import { ProposeLeader, ShowOrgCandidates } from "../input.ts";
import { type Org, orgOf, seatOf } from "../inside/org.ts";

export type Candidate = { id: number; name: string; place: string };
export type Proposal = {
  basis: Basis;
  reason: "line" | "village" | "township" | "county";
  leader: Candidate | null;
  options: Candidate[];
};

export const proposeLeader = query({
  name: "orgs.proposal",
  input: ProposeLeader,
  run: async (scope, { divisionId, setting, coverage }): Promise<Proposal> => {
    const seat = await seatOf(scope.sql, divisionId);
    if (seat[0]?.id !== divisionId) throw notFound();
    const { basis, placeId, reason } = proposalFor({ setting, coverage, seat });
    const leader = placeId === null ? null : await territorialAt(scope, placeId);
    return { basis, reason, leader, options: await near(scope, seat, null, setting === "ENTITY") };
  },
});

export const orgCandidates = query({
  name: "orgs.candidates",
  input: ShowOrgCandidates,
  run: async (scope, { id, kind }): Promise<Candidate[]> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    if (kind === "merge") return beside(scope, org);
    // No branch of a cooperative leads the line of places and agencies, nor goes on in its stead.
    return near(scope, await seatOf(scope.sql, org.divisionId), id, org.setting === "ENTITY");
  },
});

/** The organization of a place that leads there: its committee before a branch. */
async function territorialAt({ sql }: Scope, placeId: number): Promise<Candidate | null> {
  const [org] =
    await sql<Candidate>`select o.id, o.name, d.name as place from party_org o join division d on d.id = o.division_id
    where o.division_id = ${placeId} and o.setting = 'TERRITORIAL' and o.closed_on is null
    order by array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'], o.kind) nulls last, o.id limit 1`;
  return org ?? null;
}

/** What may come in by a merger: led by the same one, or by itself, and within the editor's rights. */
async function beside({ sql, viewer }: Scope, { id, leaderId }: Org): Promise<Candidate[]> {
  const rows = await sql<Candidate & { divisionId: number }>`
    select o.id, o.name, d.name as place, o.division_id as "divisionId" from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
    join division d on d.id = o.division_id
    where a.to_on is null and a.leading_org_id in (${id}, ${leaderId}::int) and o.id <> ${id} order by a.leading_org_id = ${id}, d.code nulls last, o.id limit 300`;
  return rows
    .filter(({ divisionId }) => may(viewer, "partyOrg.edit", divisionId))
    .map(({ divisionId: _, ...candidate }) => candidate);
}

/** Organizations seated on the way up from a place, and in its township; never one that the organization itself leads. */
async function near({ sql }: Scope, seat: Seat, but: number | null, entities: boolean): Promise<Candidate[]> {
  const path = seat.map((place) => place.id);
  const township = seat.find((place) => place.level === "TOWNSHIP")?.id ?? seat[0]?.id ?? null;
  return sql<Candidate>`select o.id, o.name, d.name as place from party_org o join division d on d.id = o.division_id
    where o.closed_on is null and (${entities} or o.setting <> 'ENTITY') and (o.division_id = any (${path}::int[])
        or o.division_id in (select node_id from division_closure where ancestor_id = ${township} and to_on is null))
      and o.id not in (select node_id from party_org_closure where ancestor_id = ${but}::int and to_on is null)
    order by array_position(${path}::int[], o.division_id) nulls last, d.code nulls last, o.id limit 300`;
}
