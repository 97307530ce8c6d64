/** orgs.onChart: what the panel of the org chart says of the organization that is chosen: its line, what stands below, what waits. */
import { may } from "#lib/domains/accounts/roles.ts";
import { eventsOf, type TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ShowOrgOnChart } from "../input.ts";
import { type Org, orgOf } from "../inside/org.ts";

export type ChartPanel = Org & {
  place: string;
  openedOn: string;
  below: number;
  members: number;
  noSecretary: number;
  waiting: TreeEventRow[];
  mayEdit: boolean;
};

export const showOnChart = query({
  name: "orgs.onChart",
  input: ShowOrgOnChart,
  run: async (scope, { id }): Promise<ChartPanel> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    const [facts] = await scope.sql<
      Pick<ChartPanel, "place" | "openedOn" | "below" | "members" | "noSecretary">
    >`
      select d.name as place, o.opened_on::text as "openedOn",
        (select count(*)::int - 1 from party_org_closure c join party_org n on n.id = c.node_id and (n.closed_on is null or n.id = o.id)
          where c.ancestor_id = o.id and c.to_on is null) as below,
        (select coalesce(sum(n.member_count), 0)::int from party_org_closure c join party_org n on n.id = c.node_id and n.closed_on is null
          where c.ancestor_id = o.id and c.to_on is null) as members,
        (select count(*)::int from party_org_closure c join party_org n on n.id = c.node_id and n.closed_on is null and n.secretary is null
          where c.ancestor_id = o.id and c.to_on is null) as "noSecretary"
      from party_org o join division d on d.id = o.division_id where o.id = ${id}`;
    if (!facts) throw notFound();
    const waiting = (await eventsOf(scope, "PARTY_ORG", id)).filter(({ status }) => status === "SCHEDULED");
    const mayEdit = org.closedOn === null && may(scope.viewer, "partyOrg.edit", org.divisionId);
    return { ...org, ...facts, waiting, mayEdit };
  },
});
