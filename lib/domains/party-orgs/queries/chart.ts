/** orgs.onChart: what the panel of the org chart says of the organization that is chosen: its line, what stands below, what waits. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { eventsOf, type TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ShowOrgOnChart } from "../input.ts";
import { type Org, orgOf } from "../inside/org.ts";
import { sizesOfAll } from "../inside/rosters.ts";
import { secretaryOn } from "../secretary.ts";

export type ChartPanel = Org & {
  place: string;
  openedOn: string;
  below: number;
  members: number;
  noSecretary: number;
  waiting: TreeEventRow[];
  mayEdit: boolean;
  /** Makes changes himself; else they are proposed. */
  mayChange: boolean;
};

export const showOnChart = query({
  name: "orgs.onChart",
  input: ShowOrgOnChart,
  run: async (scope, { id }): Promise<ChartPanel> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    const secretary = secretaryOn(scope.today, reachable(scope.viewer, { division: "p.division_id" }), "n");
    const [facts] = await scope.sql<
      Pick<ChartPanel, "place" | "openedOn" | "below" | "members" | "noSecretary">
    >`
      select d.name as place, o.opened_on::text as "openedOn", b.*
      from party_org o join division d on d.id = o.division_id cross join lateral (
        select count(*)::int - 1 as below, (coalesce(sum(z.members) filter (where n.closed_on is null), 0))::int as members,
          (count(*) filter (where n.closed_on is null and ${secretary} is null))::int as "noSecretary"
        from party_org_closure c join party_org n on n.id = c.node_id and (n.closed_on is null or n.id = o.id)
        join ${sizesOfAll(scope.today)} z on z.id = n.id where c.ancestor_id = o.id and c.to_on is null) b
      where o.id = ${id}`;
    if (!facts) throw notFound();
    const waiting = (await eventsOf(scope, "PARTY_ORG", id)).filter(({ status }) => status === "SCHEDULED");
    const mayEdit = org.closedOn === null && may(scope.viewer, "partyOrg.edit", org.divisionId);
    const mayChange = mayEdit && may(scope.viewer, "partyOrg.change", org.divisionId);
    return { ...org, ...facts, waiting, mayEdit, mayChange };
  },
});
