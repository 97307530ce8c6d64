// Who stands under whom, as rows: every node under itself and under each ancestor, since the day it was opened.

export type TreeNode = { id: number; parentId: number | null; openedOn: string };
export type ClosureRow = { ancestorId: number; nodeId: number; depth: number; fromOn: string };

/** Parents before children. */
export function closureOf(nodes: readonly TreeNode[]): ClosureRow[] {
  const above = new Map<number, number[]>();
  return nodes.flatMap(({ id, parentId, openedOn }) => {
    const line = parentId === null ? [id] : [id, ...above.get(parentId)!];
    above.set(id, line);
    return line.map((ancestorId, depth) => ({ ancestorId, nodeId: id, depth, fromOn: openedOn }));
  });
}
