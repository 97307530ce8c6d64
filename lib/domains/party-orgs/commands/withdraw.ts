/** orgs.withdrawChange: takes back a change of the Party line whose day has not come. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Waiting, withdrawChange } from "#lib/domains/divisions/tree-change.ts";
import { command } from "#lib/platform/command.ts";
import { WithdrawOrgChange } from "../input.ts";

export const withdrawOrgChange = command({
  name: "orgs.withdrawChange",
  tells: "partyOrg.changeWithdrawn",
  input: WithdrawOrgChange,
  subject: async ({ sql }, { eventId }) => {
    // An organization that is still to be opened belongs to its future seat.
    const [event] =
      await sql<Waiting>`select e.id::text as id, e.node_id as "nodeId", coalesce((e.detail->>'divisionId')::int, o.division_id) as "divisionId",
        e.account_id as "accountId", e.kind
      from tree_event e join party_org o on o.id = e.node_id
      where e.id = ${eventId}::uuid and e.tree = 'PARTY_ORG' and e.status = 'SCHEDULED'`;
    return event ?? null;
  },
  may: (viewer, event) => may(viewer, "partyOrg.change", event.divisionId),
  run: (work, _input, event) => withdrawChange(work, event),
  fact: (event) => ({
    subject: `partyOrg:${event.nodeId}`,
    division: event.divisionId,
    kind: event.kind,
    change: event.id,
  }),
});
