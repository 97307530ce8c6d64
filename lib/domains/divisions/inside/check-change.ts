/** What must hold before a division is changed: asked by the rehearsal and, again, by the command that does it. */
import type * as z from "zod";
import { notFound, rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { levelAbove, levelBelow } from "../division.ts";
import type { CloseDivision, MoveDivision, OpenDivision, RenameDivision } from "../input.ts";
import { ENDINGS, effectiveDay, refuseWaiting } from "../tree-change.ts";

export type Node = {
  id: number;
  name: string;
  level: string;
  parentId: number | null;
  closedOn: string | null;
  parentName: string | null;
};

/** A warning does not stop: a person decides. */
export type Warning = { key: "sameName"; name: string };
export type Asking = { sql: Sql; today: string };

export async function nodeOf(sql: Sql, id: number): Promise<Node | null> {
  const [node] =
    await sql<Node>`select d.id, d.name, d.level, d.parent_id as "parentId", d.closed_on::text as "closedOn", up.name as "parentName"
    from division d left join division up on up.id = d.parent_id where d.id = ${id}`;
  return node ?? null;
}

export async function nodesOf(
  sql: Sql,
  id: number,
  targetId: number,
): Promise<{ node: Node; target: Node } | null> {
  const [node, target] = [await nodeOf(sql, id), await nodeOf(sql, targetId)];
  return node && target ? { node, target } : null;
}

export async function checkOpen({ sql, today }: Asking, input: z.output<typeof OpenDivision>, parent: Node) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  const level = levelBelow(parent.level);
  if (!level) throw rule("division.noLevelBelow");
  stillOpen(parent);
  await freeCode(sql, input.code);
  return { effectiveOn, level, warnings: await sameNames(sql, parent.id, input.name, null) };
}

export async function checkRename(
  { sql, today }: Asking,
  input: z.output<typeof RenameDivision>,
  node: Node,
) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(node);
  if (input.name === node.name) throw rule("tree.sameNameAsNow", undefined, "name");
  await refuseWaiting(sql, "DIVISION", node.id, ["RENAME", ...ENDINGS]);
  const warnings = node.parentId === null ? [] : await sameNames(sql, node.parentId, input.name, node.id);
  return { effectiveOn, warnings };
}

export async function checkMove(
  { sql, today }: Asking,
  input: z.output<typeof MoveDivision>,
  node: Node,
  target: Node,
) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(node);
  stillOpen(target, "targetId");
  if (target.id === node.parentId) throw rule("tree.alreadyThere", { name: target.name }, "targetId");
  if (await standsUnder(sql, target.id, node.id)) throw rule("tree.cycle", undefined, "targetId");
  if (target.level !== levelAbove(node.level))
    throw rule("division.level", { name: target.name }, "targetId");
  await refuseWaiting(sql, "DIVISION", node.id, ["MOVE", ...ENDINGS]);
  return { effectiveOn, warnings: await sameNames(sql, target.id, node.name, node.id) };
}

export async function checkClose(
  { sql, today }: Asking,
  input: z.output<typeof CloseDivision>,
  node: Node,
  target: Node,
) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  if (node.level === "PREFECTURE") throw rule("division.prefectureStays");
  stillOpen(node);
  stillOpen(target, "targetId");
  if (target.id === node.id) throw rule("tree.successorIsItself", undefined, "targetId");
  if (await standsUnder(sql, target.id, node.id)) throw rule("tree.cycle", undefined, "targetId");
  if (target.level !== node.level) throw rule("division.successorLevel", { name: target.name }, "targetId");
  await refuseWaiting(sql, "DIVISION", node.id, ["OPEN", "RENAME", "MOVE", "SPLIT", ...ENDINGS]);
  return { effectiveOn, warnings: [] as Warning[] };
}

export async function freeCode(sql: Sql, code: string | undefined): Promise<void> {
  if (code === undefined) return;
  const [taken] = await sql`select 1 from division where code = ${code}`;
  if (taken) throw rule("division.codeTaken", undefined, "code");
}

export function stillOpen(node: Node, field?: string): void {
  if (node.closedOn !== null) throw rule("tree.closed", { name: node.name, day: node.closedOn }, field);
}

async function standsUnder(sql: Sql, node: number, ancestor: number): Promise<boolean> {
  const rows =
    await sql`select 1 from division_closure where ancestor_id = ${ancestor} and node_id = ${node} and to_on is null`;
  return rows.length > 0;
}

export async function sameNames(
  sql: Sql,
  parentId: number,
  name: string,
  but: number | null,
): Promise<Warning[]> {
  const rows = await sql<{ name: string }>`select name from division
    where parent_id = ${parentId} and name = ${name} and closed_on is null and id is distinct from ${but}::int limit 1`;
  return rows.map((row) => ({ key: "sameName", name: row.name }));
}

/** For whoever asks with a form: is it there at all? */
export const found = <T>(thing: T | null): T => {
  if (thing === null) throw notFound();
  return thing;
};
