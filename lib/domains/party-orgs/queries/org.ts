/** orgs.get: one Party organization: its line, its seat, who leads it and led it, what it leads, and its lineage. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { eventsOf, type TreeEventRow, trailOf } from "#lib/domains/divisions/queries/division.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { ShowOrg } from "../input.ts";
import { type Org, orgOf } from "../inside/org.ts";
import { rostersOf } from "../inside/rosters.ts";
import type { Roster } from "../party-org.ts";
import { secretaryOn } from "../secretary.ts";

export type AffiliationRow = {
  leaderId: number;
  leaderName: string;
  basis: string;
  documentNo: string | null;
  supervisingDept: string | null;
  fromOn: string;
  toOn: string | null;
};
export type LedOrg = {
  id: number;
  name: string;
  kind: string;
  basis: string;
  secretary: string | null;
  memberCount: number | null;
  roster: Roster | null;
};

export type OrgView = Org & {
  roster: Roster | null;
  foundedOn: string | null;
  openedOn: string;
  place: { id: number; name: string; level: string }[];
  line: { id: number; name: string }[];
  affiliations: AffiliationRow[];
  led: LedOrg[];
  events: TreeEventRow[];
};

export const getOrg = query({
  name: "orgs.get",
  input: ShowOrg,
  run: async (scope, { id }): Promise<OrgView> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    const led = await ledBy(scope, id);
    const rosters = await rostersOf(scope, [id, ...led.map((one) => one.id)]);
    return {
      ...org,
      roster: rosters.get(id) ?? null,
      ...(await datesOf(scope, id)),
      place: await placeOf(scope, org.divisionId),
      line: await lineOf(scope, id),
      affiliations: await affiliationsOf(scope, id),
      led: led.map((one) => ({ ...one, roster: rosters.get(one.id) ?? null })),
      events: await eventsOf(scope, "PARTY_ORG", id),
    };
  },
});

async function datesOf({ sql }: Scope, id: number) {
  const [dates] = await sql<{ foundedOn: string | null; openedOn: string }>`
    select founded_on::text as "foundedOn", opened_on::text as "openedOn" from party_org where id = ${id}`;
  return dates ?? { foundedOn: null, openedOn: "" };
}

async function placeOf(scope: Scope, divisionId: number) {
  const [own] = await scope.sql<
    OrgView["place"][number]
  >`select id, name, level from division where id = ${divisionId}`;
  return [...(await trailOf(scope, divisionId)), ...(own ? [own] : [])];
}

const lineOf = ({ sql }: Scope, id: number) => sql<{ id: number; name: string }>`
  select o.id, o.name from party_org_closure c join party_org o on o.id = c.ancestor_id
  where c.node_id = ${id} and c.to_on is null and c.depth > 0 order by c.depth desc`;

const affiliationsOf = ({ sql }: Scope, id: number) => sql<AffiliationRow>`
  select a.leading_org_id as "leaderId", l.name as "leaderName", a.basis, a.document_no as "documentNo", a.supervising_dept as "supervisingDept",
    a.from_on::text as "fromOn", a.to_on::text as "toOn"
  from party_org_affiliation a join party_org l on l.id = a.leading_org_id where a.org_id = ${id} order by a.from_on desc`;

const ledBy = ({ sql, today, viewer }: Scope, id: number) => sql<Omit<LedOrg, "roster">>`
  select o.id, o.name, o.kind, a.basis, ${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} as secretary, o.member_count as "memberCount"
  from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
  where a.leading_org_id = ${id} and a.to_on is null order by o.id limit 200`;
