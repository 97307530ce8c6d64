/** divisions.split: a part of a division becomes one of its own from a day on; old deeds stay counted under the whole (decisions 21). */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { SplitDivision } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { makeSplit } from "../inside/make-change.ts";

export const splitDivision = command({
  name: "divisions.split",
  tells: "division.split",
  input: SplitDivision,
  subject: (work, input) => nodeOf(work.sql, input.id),
  // The new one opens beside it, so the unit above must be one's own as well.
  may: (viewer, node) =>
    may(viewer, "division.edit", node.id) && may(viewer, "division.edit", node.parentId ?? node.id),
  run: makeSplit,
  fact: (change, input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    name: input.name,
    units: input.children.length,
    groups: input.groups.length,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
