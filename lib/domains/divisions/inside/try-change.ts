/** A change of any kind, tried without making it: for the rehearsal on the page and for the first step of the form. */
import type * as z from "zod";
import { may } from "#lib/domains/accounts/roles.ts";
import { readInput } from "#lib/platform/invalid-input.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import {
  CloseDivision,
  MergeDivisions,
  MoveDivision,
  OpenDivision,
  type RehearseChange,
  RenameDivision,
  SplitDivision,
} from "../input.ts";
import {
  checkClose,
  checkMove,
  checkOpen,
  checkRename,
  found,
  type Node,
  nodeOf,
  type Warning,
} from "./check-change.ts";
import { checkMerge, checkSplit, type Part } from "./check-split.ts";

type Asking = { sql: Sql; today: string; viewer: Viewer };
export type Touches = { nodes: number[]; part: Part | null; targetId: number | null };
export type Tried = {
  effectiveOn: string;
  warnings: Warning[];
  /** The old value and the new one: a name, or the unit above. */
  from: string;
  to: string;
  /** What the change touches, and where it goes: units with all below them, or the part that is split off. */
  touches: Touches;
  /** What the second step carries in its address: ids, days, names of places. */
  fields: Record<string, string | undefined>;
};

export async function tryChange(
  asking: Asking,
  { kind, id, ...rest }: z.output<typeof RehearseChange>,
  node: Node,
): Promise<Tried> {
  if (kind === "open") {
    const input = readInput(OpenDivision, { ...rest, parentId: id });
    const checked = await checkOpen(asking, input, node);
    const fields = { name: input.name, code: input.code, documentNo: input.documentNo };
    return { ...checked, from: "", to: input.name, touches: NOTHING, fields };
  }
  if (kind === "rename") {
    const input = readInput(RenameDivision, { ...rest, id });
    const checked = await checkRename(asking, input, node);
    const fields = { name: input.name, documentNo: input.documentNo };
    return { ...checked, from: node.name, to: input.name, touches: { ...NOTHING, nodes: [id] }, fields };
  }
  if (kind === "split") return trySplit(asking, readInput(SplitDivision, { ...rest, id }), node);
  if (kind === "merge") return tryMerger(asking, readInput(MergeDivisions, { ...rest, id }), node);
  const input = readInput(kind === "move" ? MoveDivision : CloseDivision, { ...rest, id });
  const target = found(await nodeOf(asking.sql, input.targetId));
  refuseElsewhere(asking.viewer, node, target);
  const checked = await (kind === "move" ? checkMove : checkClose)(asking, input, node, target);
  const fields = { targetId: String(target.id), documentNo: input.documentNo };
  const from = kind === "move" ? (node.parentName ?? "") : node.name;
  return {
    ...checked,
    from,
    to: target.name,
    touches: { nodes: [id], part: null, targetId: target.id },
    fields,
  };
}

const NOTHING: Touches = { nodes: [], part: null, targetId: null };

async function trySplit(asking: Asking, input: z.output<typeof SplitDivision>, node: Node): Promise<Tried> {
  const { effectiveOn, warnings, part, names } = await checkSplit(asking, input, node);
  const { name, code, children, groups, documentNo } = input;
  const fields = {
    ...{ name, code, documentNo, children: children.join(","), groups: groups.join(",") },
    numbers: part.households.length === 0 ? undefined : part.households.join(","),
  };
  const from = [node.name, ...names, ...groups].join(" · ");
  return { effectiveOn, warnings, from, to: name, touches: { nodes: [], part, targetId: null }, fields };
}

async function tryMerger(asking: Asking, input: z.output<typeof MergeDivisions>, node: Node): Promise<Tried> {
  const { effectiveOn, warnings, sources, name } = await checkMerge(asking, input, node);
  for (const source of sources) refuseElsewhere(asking.viewer, node, source);
  const fields = { sources: input.sources.join(","), name, documentNo: input.documentNo };
  const from = [node, ...sources].map((one) => one.name).join(" + ");
  const touches = { nodes: sources.map(({ id }) => id), part: null, targetId: node.id };
  return { effectiveOn, warnings, from, to: name ?? node.name, touches, fields };
}

/** Whoever may change one of the two himself must be allowed the other too; whoever only proposes leaves that to the approval. */
function refuseElsewhere(viewer: Viewer, node: Node, other: Node): void {
  if (may(viewer, "division.edit", node.id) && !may(viewer, "division.edit", other.id))
    throw refused("tree.targetElsewhere", { name: other.name });
}
