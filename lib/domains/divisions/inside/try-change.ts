/** A change of any kind, tried without making it: for the rehearsal on the page and for the first step of the form. */
import type * as z from "zod";
import { may } from "#lib/domains/accounts/roles.ts";
import { invalidInput } from "#lib/platform/invalid-input.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { CloseDivision, MoveDivision, OpenDivision, type RehearseChange, RenameDivision } from "../input.ts";
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

export type Tried = {
  effectiveOn: string;
  warnings: Warning[];
  /** The old value and the new one: a name, or the unit above. */
  from: string;
  to: string;
  targetId: number | null;
  /** What the second step carries in its address: ids, days, names of places. */
  fields: Record<string, string | undefined>;
};

export async function tryChange(
  asking: { sql: Sql; today: string; viewer: Viewer },
  { kind, id, ...rest }: z.output<typeof RehearseChange>,
  node: Node,
): Promise<Tried> {
  if (kind === "open") {
    const input = read(OpenDivision, { ...rest, parentId: id });
    const checked = await checkOpen(asking, input, node);
    const fields = { name: input.name, code: input.code, documentNo: input.documentNo };
    return { ...checked, from: "", to: input.name, targetId: null, fields };
  }
  if (kind === "rename") {
    const input = read(RenameDivision, { ...rest, id });
    const checked = await checkRename(asking, input, node);
    const fields = { name: input.name, documentNo: input.documentNo };
    return { ...checked, from: node.name, to: input.name, targetId: null, fields };
  }
  const input = read(kind === "move" ? MoveDivision : CloseDivision, { ...rest, id });
  const target = found(await nodeOf(asking.sql, input.targetId));
  if (!may(asking.viewer, "division.edit", target.id))
    throw refused("tree.targetElsewhere", { name: target.name });
  const checked = await (kind === "move" ? checkMove : checkClose)(asking, input, node, target);
  const fields = { targetId: String(target.id), documentNo: input.documentNo };
  const from = kind === "move" ? (node.parentName ?? "") : node.name;
  return { ...checked, from, to: target.name, targetId: target.id, fields };
}

function read<Schema extends z.ZodType>(schema: Schema, raw: object): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
