/** What must hold before a division is split, or others are merged into it: asked by the rehearsal and, again, by the command. */
import type * as z from "zod";
import { rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { MergeDivisions, SplitDivision } from "../input.ts";
import { ENDINGS, effectiveDay, refuseWaiting } from "../tree-change.ts";
import {
  type Asking,
  checkClose,
  checkRename,
  freeCode,
  type Node,
  nodeOf,
  sameNames,
  stillOpen,
  type Warning,
} from "./check-change.ts";

/** What goes to the new part. */
export type Part = { children: number[]; groups: string[]; households: string[] };
type Named = { id: number; name: string };

export async function checkSplit({ sql, today }: Asking, input: z.output<typeof SplitDivision>, node: Node) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  if (node.level === "PREFECTURE" || node.level === "GROUP") throw rule("division.notSplit");
  stillOpen(node);
  await freeCode(sql, input.code);
  await refuseWaiting(sql, "DIVISION", node.id, ["MOVE", "SPLIT", ...ENDINGS]);
  const below = await sql<Named>`
    select id, name from division where parent_id = ${node.id} and closed_on is null order by code nulls last, id`;
  const children = input.children.filter((id) => below.some((one) => one.id === id));
  if (children.length < input.children.length) throw rule("tree.changed", undefined, "children");
  const households = await numbered(sql, node.id, input.numbers);
  const part: Part = {
    children,
    groups: node.level === "VILLAGE" ? input.groups : [],
    households: households.map(({ id }) => id),
  };
  // Beside the last of the fields that are there: a village need not have units below or groups.
  const field = node.level === "VILLAGE" ? "numbers" : "children";
  if (part.children.length + part.groups.length + part.households.length === 0)
    throw rule("division.partEmpty", undefined, field);
  if (await leavesNothing(sql, node, part, below.length)) throw rule("division.partWhole", undefined, field);
  const warnings = await sameNames(sql, node.parentId ?? node.id, input.name, null);
  return {
    effectiveOn,
    part,
    names: below.filter(({ id }) => children.includes(id)).map(({ name }) => name),
    warnings,
  };
}

/** More than these are given by their groups. */
const MOST_NUMBERS = 100;

/** The households named by number, one in a line or parted by blanks or commas; those that are not of this village are told. */
export async function numbered(
  sql: Sql,
  village: number,
  typed: string,
): Promise<{ id: string; no: string }[]> {
  const numbers = [
    ...new Set(
      typed
        .normalize("NFKC")
        .split(/[\s,、;]+/)
        .filter(Boolean),
    ),
  ];
  if (numbers.length === 0) return [];
  if (numbers.length > MOST_NUMBERS) throw rule("division.tooManyNumbers", { most: MOST_NUMBERS }, "numbers");
  const found = await sql<{ id: string; no: string }>`
    select id::text as id, household_no as no from household where division_id = ${village}
      and (household_no = any (${numbers}::text[]) or id::text = any (${numbers}::text[])) order by household_no`;
  const strange = numbers.filter((number) => !found.some(({ id, no }) => no === number || id === number));
  if (strange.length > 0)
    throw rule(
      "division.notOfHere",
      { count: strange.length, numbers: strange.slice(0, 5).join("、") },
      "numbers",
    );
  return found;
}

/** A part that is the whole would be a renaming in disguise. */
async function leavesNothing(sql: Sql, node: Node, part: Part, below: number): Promise<boolean> {
  const [left] = await sql<{ count: number }>`
    select count(*)::int as count from household where division_id = ${node.id}
      and not (coalesce(group_name, '') = any (${part.groups}::text[]) or id = any (${part.households}::uuid[]))`;
  return part.children.length === below && (left?.count ?? 0) === 0;
}

export async function checkMerge(asking: Asking, input: z.output<typeof MergeDivisions>, node: Node) {
  if (input.sources.length === 0) throw rule("division.mergeNone", undefined, "sources");
  const sources: Node[] = [];
  const warnings: Warning[] = [];
  const dated = { effectiveOn: input.effectiveOn, documentNo: input.documentNo };
  let effectiveOn = effectiveDay(input.effectiveOn, asking.today);
  for (const id of new Set(input.sources)) {
    const source = await nodeOf(asking.sql, id);
    if (!source) throw rule("tree.changed", undefined, "sources");
    ({ effectiveOn } = await checkClose(asking, { id, targetId: node.id, ...dated }, source, node));
    sources.push(source);
  }
  const name = input.name === node.name ? undefined : input.name;
  if (name) warnings.push(...(await checkRename(asking, { id: node.id, name, ...dated }, node)).warnings);
  return { effectiveOn, sources, name, warnings };
}
