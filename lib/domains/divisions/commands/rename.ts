/** divisions.rename: a new name from a day on; before that day the old one is shown. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { RenameDivision } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { makeRenaming } from "../inside/make-change.ts";

export const renameDivision = command({
  name: "divisions.rename",
  tells: "division.renamed",
  input: RenameDivision,
  subject: (work, input) => nodeOf(work.sql, input.id),
  may: (viewer, node) => may(viewer, "division.edit", node.id),
  run: makeRenaming,
  fact: (change, input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    from: node.name,
    to: input.name,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
