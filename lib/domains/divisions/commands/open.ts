/** divisions.open: a new township, village or group under an existing one, from a day on. */

import { may } from "#lib/domains/accounts/roles.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { command } from "#lib/platform/command.ts";
import { OpenDivision } from "../input.ts";
import { checkOpen, nodeOf } from "../inside/check-change.ts";
import { registerChange } from "../tree-change.ts";

export const openDivision = command({
  name: "divisions.open",
  tells: "division.opened",
  input: OpenDivision,
  subject: (work, input) => nodeOf(work.sql, input.parentId),
  may: (viewer, parent) => may(viewer, "division.edit", parent.id),
  run: async (work, input, parent) => {
    const { effectiveOn, level } = await checkOpen(work, input, parent);
    return registerChange(work, {
      tree: "DIVISION",
      kind: "OPEN",
      nodeId: parent.id,
      targetId: parent.id,
      effectiveOn,
      documentNo: input.documentNo,
      detail: {
        name: input.name,
        level,
        ...(input.code ? { code: input.code } : {}),
        ...nameKeys(input.name),
      },
    });
  },
  fact: (change, input, parent) => ({
    subject: `division:${change.nodeId}`,
    division: change.nodeId,
    name: input.name,
    under: parent.id,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
