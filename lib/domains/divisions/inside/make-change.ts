/** Each kind of change, made: by the command of its kind, and by the approval of what somebody proposed. */
import { randomUUID } from "node:crypto";
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
import { type Registered, registerChange } from "../tree-change.ts";
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
  return renamed(work, node, input.name, effectiveOn, input.documentNo, {});
}

async function renamed(
  work: Work,
  node: Node,
  name: string,
  effectiveOn: string,
  documentNo: string | undefined,
  more: { group?: string },
): Promise<Registered> {
  const detail = { name, ...nameKeys(name), ...more };
  const change = { tree: TREE, kind: "RENAME" as const, nodeId: node.id, targetId: null };
  const made = await registerChange(work, { ...change, effectiveOn, documentNo, detail });
  const { id: divisionId, name: old } = node;
  if (made.done)
    work.note({
      entity: "division",
      entityId: String(divisionId),
      divisionId,
      field: "name",
      old,
      new: name,
    });
  return made;
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

/** One entry for each that ends, and one for the new name; they belong together and are taken back together. */
export async function makeMerger(work: Work, input: z.output<typeof MergeDivisions>, node: Node) {
  const { effectiveOn, sources, name } = await checkMerge(work, input, node);
  const { documentNo } = input;
  const detail = { group: randomUUID() };
  let made: Registered = { eventId: "", nodeId: node.id, done: false, effectiveOn };
  for (const source of sources) {
    const ends = { nodeId: source.id, targetId: node.id };
    made = await registerChange(work, {
      tree: TREE,
      kind: "MERGE",
      ...ends,
      effectiveOn,
      documentNo,
      detail,
    });
  }
  if (name) made = await renamed(work, node, name, effectiveOn, documentNo, detail);
  return { ...made, nodeId: node.id };
}
