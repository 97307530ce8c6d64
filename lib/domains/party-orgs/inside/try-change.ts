/** A change of the Party line, tried without making it: for the rehearsal on the page and for the first step of the form. */
import type * as z from "zod";
import { may } from "#lib/domains/accounts/roles.ts";
import { readInput } from "#lib/platform/invalid-input.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { CloseOrg, MergeOrgs, MoveOrg, type RehearseOrgChange, RenameOrg, SplitOrg } from "../input.ts";
import type { OrgKind } from "../party-org.ts";
import { checkClose, checkMerge, checkMove, checkRename, type Warning } from "./check-change.ts";
import { checkSplit } from "./check-split.ts";
import type { Org } from "./org.ts";
import type { Touches } from "./touched.ts";

type Asking = { sql: Sql; today: string; viewer: Viewer };
export type Tried = {
  effectiveOn: string;
  warnings: Warning[];
  from: string;
  to: string;
  touches: Touches;
  /** Of a renaming that makes another kind of it. */
  recast?: { from: OrgKind; to: OrgKind } | null;
  /** What the second step carries in its address: ids, days, names of organizations. */
  fields: Record<string, string | undefined>;
};

export async function tryChange(
  asking: Asking,
  { kind, id, ...rest }: z.output<typeof RehearseOrgChange>,
  org: Org,
): Promise<Tried> {
  const touches: Touches = { roots: [id], members: null, into: null, from: [] };
  if (kind === "rename") {
    const input = readInput(RenameOrg, { ...rest, id });
    const checked = await checkRename(asking, input, org);
    const fields = { name: input.name, orgKind: input.orgKind, documentNo: input.documentNo };
    return { ...checked, from: org.name, to: input.name, touches, fields };
  }
  if (kind === "move") {
    const input = readInput(MoveOrg, { ...rest, id });
    const { effectiveOn, warnings, leader } = await checkMove(asking, input, org);
    const { basis, supervisingDept, documentNo } = input;
    const fields = { leaderId: String(leader.id), basis, supervisingDept, documentNo };
    return { effectiveOn, warnings, from: org.leaderName ?? "", to: leader.name, touches, fields };
  }
  if (kind === "split") return trySplit(asking, readInput(SplitOrg, { ...rest, id }), org);
  if (kind === "merge") return tryMerger(asking, readInput(MergeOrgs, { ...rest, id }), org);
  const input = readInput(CloseOrg, { ...rest, id });
  const { effectiveOn, warnings, successor } = await checkClose(asking, input, org);
  const fields = { targetId: String(successor.id), documentNo: input.documentNo };
  const ending = { ...touches, into: successor, from: [org.divisionId] };
  return { effectiveOn, warnings, from: org.name, to: successor.name, touches: ending, fields };
}

async function trySplit(asking: Asking, input: z.output<typeof SplitOrg>, org: Org): Promise<Tried> {
  const { effectiveOn, warnings, children, members, seat } = await checkSplit(asking, input, org);
  if (mayChange(asking.viewer, org.divisionId) && !mayChange(asking.viewer, seat)) throw refused();
  const { name, orgKind, seatId, documentNo } = input;
  return {
    ...{ effectiveOn, warnings, to: name },
    from: [org, ...children].map((one) => one.name).join(" · "),
    touches: {
      ...{ roots: children.map(({ id }) => id), members },
      ...{ into: { id: org.id, divisionId: seat }, from: [org.divisionId] },
    },
    fields: {
      ...{ name, orgKind, seatId: seatId === undefined ? undefined : String(seatId), documentNo },
      ...{ children: input.children.join(",") || undefined, members: members.join(",") || undefined },
    },
  };
}

async function tryMerger(asking: Asking, input: z.output<typeof MergeOrgs>, org: Org): Promise<Tried> {
  const { effectiveOn, warnings, sources, name } = await checkMerge(asking, input, org);
  for (const source of sources)
    if (mayChange(asking.viewer, org.divisionId) && !mayChange(asking.viewer, source.divisionId))
      throw refused("tree.targetElsewhere", { name: source.name });
  return {
    ...{ effectiveOn, warnings, to: name ?? org.name },
    from: [org, ...sources].map((one) => one.name).join(" + "),
    touches: {
      ...{ roots: sources.map(({ id }) => id), members: null, into: org },
      from: sources.map(({ divisionId }) => divisionId),
    },
    fields: { sources: input.sources.join(","), name, documentNo: input.documentNo },
  };
}

/** Whoever may change one of them himself must be allowed the other too; whoever only proposes leaves that to the approval. */
const mayChange = (viewer: Viewer, place: number) => may(viewer, "partyOrg.change", place);
