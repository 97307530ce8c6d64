/** divisions.withdrawChange: takes back a change of a division whose day has not come. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { WithdrawChange } from "../input.ts";
import { type Waiting, withdrawChange } from "../tree-change.ts";

export const withdrawDivisionChange = command({
  name: "divisions.withdrawChange",
  tells: "division.changeWithdrawn",
  input: WithdrawChange,
  subject: async ({ sql }, { eventId }) => {
    const [event] =
      await sql<Waiting>`select id::text as id, node_id as "nodeId", node_id as "divisionId", account_id as "accountId", kind
      from tree_event where id = ${eventId}::uuid and tree = 'DIVISION' and status = 'SCHEDULED'`;
    return event ?? null;
  },
  may: (viewer, event) => may(viewer, "division.edit", event.divisionId),
  run: (work, _input, event) => withdrawChange(work, event),
  fact: (event) => ({
    subject: `division:${event.nodeId}`,
    division: event.divisionId,
    kind: event.kind,
    change: event.id,
  }),
});
