/** divisions.rename: a new name from a day on; before that day the old one is shown. */
import { may } from "#lib/domains/accounts/roles.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { command } from "#lib/platform/command.ts";
import { RenameDivision } from "../input.ts";
import { checkRename, nodeOf } from "../inside/check-change.ts";
import { registerChange } from "../tree-change.ts";

export const renameDivision = command({
  name: "divisions.rename",
  tells: "division.renamed",
  input: RenameDivision,
  subject: (work, input) => nodeOf(work.sql, input.id),
  may: (viewer, node) => may(viewer, "division.edit", node.id),
  run: async (work, input, node) => {
    const { effectiveOn } = await checkRename(work, input, node);
    const change = await registerChange(work, {
      tree: "DIVISION",
      kind: "RENAME",
      nodeId: node.id,
      targetId: null,
      effectiveOn,
      documentNo: input.documentNo,
      detail: { name: input.name, ...nameKeys(input.name) },
    });
    if (change.done)
      work.note({
        entity: "division",
        entityId: String(node.id),
        divisionId: node.id,
        field: "name",
        old: node.name,
        new: input.name,
      });
    return change;
  },
  fact: (change, input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    from: node.name,
    to: input.name,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
