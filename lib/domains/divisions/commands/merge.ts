/** divisions.merge: others of the same level end and go on in this one, which may take a new name on that day. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { MergeDivisions } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { makeMerger } from "../inside/make-change.ts";

export const mergeDivisions = command({
  name: "divisions.merge",
  tells: "division.merged",
  input: MergeDivisions,
  subject: async ({ sql }, input) => {
    const node = await nodeOf(sql, input.id);
    return node ? { ...node, sources: input.sources } : null;
  },
  may: (viewer, node) => [node.id, ...node.sources].every((id) => may(viewer, "division.edit", id)),
  run: makeMerger,
  fact: (change, input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    absorbed: input.sources.join(","),
    ...(input.name ? { name: input.name } : {}),
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
