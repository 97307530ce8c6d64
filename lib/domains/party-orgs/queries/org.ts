/** orgs.get: one Party organization, today or as it was on a day: its line, its seat, who leads it and led it, what it leads, its lineage. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { eventsOf, type TreeEventRow, trailOf } from "#lib/domains/divisions/queries/division.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { ShowOrg } from "../input.ts";
import { heldOn, kindOn, nameOn, openOn } from "../inside/as-of.ts";
import { type Life, lifeOf } from "../inside/life.ts";
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
  supervisingOrgId: number | null;
  supervisingOrgName: string | null;
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
  /** What goes on in place of one that has ended. */
  successor: { id: number; name: string } | null;
  led: LedOrg[];
  events: TreeEventRow[];
  /** The day looked at, when it is not today; then nothing is lacked and nothing waits. */
  on: string | null;
  /** Was it there on that day? */
  stood: boolean;
  life: Life;
};

export const getOrg = query({
  name: "orgs.get",
  input: ShowOrg,
  run: async (scope, { id, on }): Promise<OrgView> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    const affiliations = await affiliationsOf(scope, id);
    const dates = await datesOf(scope, id, on);
    const held = on === null ? null : (affiliations.find((one) => within(one, on)) ?? null);
    const led = await ledBy(scope, id, on);
    const rosters = await rostersOf(scope, [id, ...led.map((one) => one.id)], on);
    const roster = rosters.get(id) ?? null;
    return {
      ...org,
      roster,
      ...(on === null
        ? {}
        : {
            leaderId: held?.leaderId ?? null,
            leaderName: held?.leaderName ?? null,
            basis: held?.basis as Org["basis"],
          }),
      ...dates,
      place: await placeOf(scope, org.divisionId),
      line: await lineOf(scope, id, on),
      affiliations,
      successor: org.closedOn === null ? null : await successorOf(scope, id),
      led: led.map((one) => ({ ...one, roster: rosters.get(one.id) ?? null })),
      events: await eventsOf(scope, "PARTY_ORG", id),
      on,
      life: await lifeOf(scope, { ...org, roster }, led.length),
    };
  },
});

const within = ({ fromOn, toOn }: AffiliationRow, day: string) =>
  fromOn <= day && (toOn === null || toOn > day);

type Dates = Pick<Org, "name" | "kind"> & { foundedOn: string | null; openedOn: string; stood: boolean };

async function datesOf({ sql: ask }: Scope, id: number, on: string | null): Promise<Dates> {
  const [dates] = await ask<Dates>`
    select ${nameOn("o", on)} as name, ${kindOn("o", on)} as kind, o.founded_on::text as "foundedOn", o.opened_on::text as "openedOn", ${openOn("o", on)} as stood
    from party_org o where o.id = ${id}`;
  if (!dates) throw notFound();
  return dates;
}

async function placeOf(scope: Scope, divisionId: number) {
  const [own] = await scope.sql<
    OrgView["place"][number]
  >`select id, name, level from division where id = ${divisionId}`;
  return [...(await trailOf(scope, divisionId)), ...(own ? [own] : [])];
}

const lineOf = ({ sql: ask }: Scope, id: number, on: string | null) => ask<{ id: number; name: string }>`
  select o.id, ${nameOn("o", on)} as name from party_org_closure c join party_org o on o.id = c.ancestor_id
  where c.node_id = ${id} and ${heldOn("c", on)} and c.depth > 0 order by c.depth desc`;

async function successorOf({ sql: ask }: Scope, id: number): Promise<OrgView["successor"]> {
  const [successor] = await ask<{ id: number; name: string }>`
    select o.id, o.name from tree_event e join party_org o on o.id = e.target_id
    where e.tree = 'PARTY_ORG' and e.node_id = ${id} and e.kind in ('CLOSE', 'MERGE') and e.status = 'DONE' order by e.done_at desc limit 1`;
  return successor ?? null;
}

const affiliationsOf = ({ sql: ask }: Scope, id: number) => ask<AffiliationRow>`
  select a.leading_org_id as "leaderId", l.name as "leaderName", a.basis, a.document_no as "documentNo", a.supervising_dept as "supervisingDept",
    a.supervising_org_id as "supervisingOrgId", s.name as "supervisingOrgName", a.from_on::text as "fromOn", a.to_on::text as "toOn"
  from party_org_affiliation a join party_org l on l.id = a.leading_org_id left join party_org s on s.id = a.supervising_org_id
  where a.org_id = ${id} order by a.from_on desc`;

const ledBy = ({ sql: ask, today, viewer }: Scope, id: number, on: string | null) => ask<
  Omit<LedOrg, "roster">
>`
  select o.id, ${nameOn("o", on)} as name, ${kindOn("o", on)} as kind, a.basis, ${secretaryOn(on ?? today, reachable(viewer, { division: "p.division_id" }), "o", on === null)} as secretary,
    case when ${on}::date is null then o.member_count end as "memberCount"
  from party_org_affiliation a join party_org o on o.id = a.org_id and ${openOn("o", on)}
  where a.leading_org_id = ${id} and ${heldOn("a", on)} order by o.id limit 200`;
