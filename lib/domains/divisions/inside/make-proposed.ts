/** A proposal, carried out by whoever may: read by the schema of its kind, and only where each unit it names is within his right. */
import { may } from "#lib/domains/accounts/roles.ts";
import { readInput } from "#lib/platform/invalid-input.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { ChangeKind } from "../division.ts";
import {
  CloseDivision,
  MergeDivisions,
  MoveDivision,
  OpenDivision,
  RenameDivision,
  SplitDivision,
} from "../input.ts";
import type { Registered } from "../tree-change.ts";
import { found, type Node, nodeOf } from "./check-change.ts";
import { makeClosing, makeMerger, makeMove, makeOpening, makeRenaming, makeSplit } from "./make-change.ts";

export type Fields = Record<string, string>;

const MAKE: Record<ChangeKind, (work: Work, fields: Fields, node: Node) => Promise<Registered>> = {
  open: (work, fields, node) =>
    makeOpening(work, readInput(OpenDivision, { ...fields, parentId: node.id }), node),
  rename: (work, fields, node) =>
    makeRenaming(work, readInput(RenameDivision, { ...fields, id: node.id }), node),
  move: async (work, fields, node) => {
    const input = readInput(MoveDivision, { ...fields, id: node.id });
    return makeMove(work, input, node, await within(work, input.targetId));
  },
  close: async (work, fields, node) => {
    const input = readInput(CloseDivision, { ...fields, id: node.id });
    return makeClosing(work, input, node, await within(work, input.targetId));
  },
  split: async (work, fields, node) => {
    await within(work, node.parentId ?? node.id);
    return makeSplit(work, readInput(SplitDivision, { ...fields, id: node.id }), node);
  },
  merge: async (work, fields, node) => {
    const input = readInput(MergeDivisions, { ...fields, id: node.id });
    for (const id of input.sources) await within(work, id);
    return makeMerger(work, input, node);
  },
};

export const makeProposed = (work: Work, kind: ChangeKind, fields: Fields, node: Node) =>
  MAKE[kind](work, fields, node);

async function within({ sql, viewer }: Work, id: number): Promise<Node> {
  const node = found(await nodeOf(sql, id));
  if (!may(viewer, "division.edit", id)) throw refused("tree.targetElsewhere", { name: node.name });
  return node;
}
