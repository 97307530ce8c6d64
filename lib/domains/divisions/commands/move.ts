/** divisions.move: under another unit of the right level; the rows below are not touched, and no past total changes. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { MoveDivision } from "../input.ts";
import { nodesOf } from "../inside/check-change.ts";
import { makeMove } from "../inside/make-change.ts";

export const moveDivision = command({
  name: "divisions.move",
  tells: "division.moved",
  input: MoveDivision,
  subject: (work, input) => nodesOf(work.sql, input.id, input.targetId),
  may: (viewer, { node, target }) =>
    may(viewer, "division.edit", node.id) && may(viewer, "division.edit", target.id),
  run: (work, input, { node, target }) => makeMove(work, input, node, target),
  fact: (change, _input, { node, target }) => ({
    subject: `division:${node.id}`,
    division: node.id,
    from: node.parentId,
    to: target.id,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
