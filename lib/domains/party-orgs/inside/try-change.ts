/** A change of the Party line, tried without making it: for the rehearsal on the page and for the first step of the form. */
import type * as z from "zod";
import { readInput } from "#lib/platform/invalid-input.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { CloseOrg, MoveOrg, type RehearseOrgChange, RenameOrg } from "../input.ts";
import { checkClose, checkMove, checkRename, type Warning } from "./check-change.ts";
import type { Org } from "./org.ts";

export type Tried = {
  effectiveOn: string;
  warnings: Warning[];
  from: string;
  to: string;
  /** What the second step carries in its address: ids, days, names of organizations. */
  fields: Record<string, string | undefined>;
};

export async function tryChange(
  asking: { sql: Sql; today: string },
  { kind, id, ...rest }: z.output<typeof RehearseOrgChange>,
  org: Org,
): Promise<Tried> {
  if (kind === "rename") {
    const input = readInput(RenameOrg, { ...rest, id });
    const checked = await checkRename(asking, input, org);
    const fields = { name: input.name, documentNo: input.documentNo };
    return { ...checked, from: org.name, to: input.name, fields };
  }
  if (kind === "move") {
    const input = readInput(MoveOrg, { ...rest, id });
    const { effectiveOn, warnings, leader } = await checkMove(asking, input, org);
    const { basis, supervisingDept, documentNo } = input;
    const fields = { leaderId: String(leader.id), basis, supervisingDept, documentNo };
    return { effectiveOn, warnings, from: org.leaderName ?? "", to: leader.name, fields };
  }
  const input = readInput(CloseOrg, { ...rest, id });
  const { effectiveOn, warnings, successor } = await checkClose(asking, input, org);
  const fields = { targetId: String(successor.id), documentNo: input.documentNo };
  return { effectiveOn, warnings, from: org.name, to: successor.name, fields };
}
