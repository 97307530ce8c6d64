/** divisions.close: a division ends and its people, and the open units below it, belong to its successor from that day on. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { CloseDivision } from "../input.ts";
import { nodesOf } from "../inside/check-change.ts";
import { makeClosing } from "../inside/make-change.ts";

export const closeDivision = command({
  name: "divisions.close",
  tells: "division.closed",
  input: CloseDivision,
  subject: (work, input) => nodesOf(work.sql, input.id, input.targetId),
  may: (viewer, { node, target }) =>
    may(viewer, "division.edit", node.id) && may(viewer, "division.edit", target.id),
  run: (work, input, { node, target }) => makeClosing(work, input, node, target),
  fact: (change, _input, { node, target }) => ({
    subject: `division:${node.id}`,
    division: node.id,
    successor: target.id,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
