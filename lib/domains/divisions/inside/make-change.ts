/** Each kind of change, made: by the command of its kind, and by the approval of what somebody proposed. */
import type * as z from "zod";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import type { Work } from "#lib/platform/scope.ts";
import type {
  CloseDivision,
  MergeDivisions,
  MoveDivision,
  OpenDivision,
  RenameDivision,
  SplitDivision,
} from "../input.ts";
import { type Registered, registerChange, registerMerger, registerRenaming } from "../tree-change.ts";
import { checkClose, checkMove, checkOpen, checkRename, type Node } from "./check-change.ts";
import { checkMerge, checkSplit } from "./check-split.ts";

const TREE = "DIVISION" as const;

export async function makeOpening(work: Work, input: z.output<typeof OpenDivision>, parent: Node) {
  const { effectiveOn, level } = await checkOpen(work, input, parent);
  const { name, code, documentNo } = input;
  const detail = { name, level, ...(code ? { code } : {}), ...nameKeys(name) };
  return registerChange(work, {
    tree: TREE,
    kind: "OPEN",
    nodeId: parent.id,
    targetId: parent.id,
    effectiveOn,
    documentNo,
    detail,
  });
}

export async function makeRenaming(work: Work, input: z.output<typeof RenameDivision>, node: Node) {
  const { effectiveOn } = await checkRename(work, input, node);
  const { name, documentNo } = input;
  const made = await registerRenaming(work, TREE, { nodeId: node.id, name, effectiveOn, documentNo });
  if (made.done) noteName(work, node, name);
  return made;
}

function noteName(work: Work, { id, name: old }: Node, name: string): void {
  const about = { entity: "division", entityId: String(id), divisionId: id };
  work.note({ ...about, field: "name", old, new: name });
}

export async function makeMove(work: Work, input: z.output<typeof MoveDivision>, node: Node, target: Node) {
  const { effectiveOn } = await checkMove(work, input, node, target);
  const ends = { nodeId: node.id, targetId: target.id };
  const { documentNo } = input;
  return registerChange(work, { tree: TREE, kind: "MOVE", ...ends, effectiveOn, documentNo, detail: {} });
}

export async function makeClosing(
  work: Work,
  input: z.output<typeof CloseDivision>,
  node: Node,
  target: Node,
) {
  const { effectiveOn } = await checkClose(work, input, node, target);
  const ends = { nodeId: node.id, targetId: target.id };
  const { documentNo } = input;
  return registerChange(work, { tree: TREE, kind: "CLOSE", ...ends, effectiveOn, documentNo, detail: {} });
}

export async function makeSplit(work: Work, input: z.output<typeof SplitDivision>, node: Node) {
  const { effectiveOn, part } = await checkSplit(work, input, node);
  const { name, code, documentNo } = input;
  const ends = { nodeId: node.id, targetId: node.parentId };
  const detail = { name, ...(code ? { code } : {}), ...part, ...nameKeys(name) };
  return registerChange(work, { tree: TREE, kind: "SPLIT", ...ends, effectiveOn, documentNo, detail });
}

export async function makeMerger(
  work: Work,
  input: z.output<typeof MergeDivisions>,
  node: Node,
): Promise<Registered> {
  const { effectiveOn, sources, name } = await checkMerge(work, input, node);
  const made = await registerMerger(work, TREE, {
    nodeId: node.id,
    sources: sources.map(({ id }) => id),
    ...{ name, effectiveOn, documentNo: input.documentNo },
  });
  if (made.done && name) noteName(work, node, name);
  return made;
}
